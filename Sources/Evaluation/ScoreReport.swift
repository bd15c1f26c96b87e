/// The scores of several documents together.
public struct ScoreReport: Sendable {
  /// The documents in the order given.
  public let documents: [DocumentScore]
  /// The records of all documents counted together.
  public let total: Tally
  /// The fields of the records found in all documents.
  public let fields: FieldAccuracy
  /// The catalogue's codes in all documents.
  public let codes: CodeTally
  /// What checks found in all documents; `nil` where there was nothing to find, and nothing was found.
  public let findings: FindingTally?

  public init(_ documents: [DocumentScore], findings: FindingTally? = nil) {
    self.findings = findings == FindingTally() ? nil : findings
    self.documents = documents
    var total = Tally()
    var fields = FieldAccuracy()
    var codes = CodeTally()
    for document in documents {
      total += document.tally
      fields += document.fields
      codes += document.codes
    }
    self.total = total
    self.fields = fields
    self.codes = codes
  }

  /// Whether the records of all documents are as sure as they may be.
  public var calibration: Calibration { Calibration(documents.lazy.flatMap(\.judged)) }

  /// A row a document, a row of the fields, a row of the totals, as `score.py` prints them, and
  /// before the last a row of the codes where gold has any, and one of the findings of checks; every row ends in LF.
  public var text: String {
    var text = ""
    for document in documents {
      let padding = max(0, 40 - document.document.unicodeScalars.count)
      text += document.document + String(repeating: " ", count: padding) + " "
      text += Self.row(document.tally) + "\n"
    }
    let rates = ScoredField.allCases.map { field in
      "\(field.rawValue) \(fields[field].rate?.description ?? "None")"
    }
    text += "fields of found records: \(rates.joined(separator: "  "))\n"
    if codes.records > 0 { text += "codes: \(Self.row(codes))\n" }
    if let findings {
      text +=
        "findings: gold \(findings.gold)  found \(findings.found)  extra \(findings.extra)\n"
    }
    text += "TOTAL \(Self.row(total))\n"
    return text
  }

  /// Every record that fell short, each after its document's name (see ``Miss/text``).
  public var missesText: String {
    documents.map { document in
      document.misses.map { "\(document.document)\t\($0.text)\n" }.joined()
    }.joined()
  }

  private static func row(_ codes: CodeTally) -> String {
    row([
      ("records", "\(codes.records)"), ("coded", "\(codes.coded)"),
      ("predicted", "\(codes.predicted)"), ("right", "\(codes.right)"),
      ("coverage", codes.coverage?.description ?? "None"),
      ("precision", codes.precision?.description ?? "None"),
    ])
  }

  private static func row(_ tally: Tally) -> String {
    row([
      ("records", "\(tally.gold)"), ("found", "\(tally.found)"), ("extra", "\(tally.extra)"),
      ("mention_f1", "\(tally.mentionF1)"), ("core_f1", "\(tally.coreF1)"),
      ("exact_f1", "\(tally.exactF1)"),
    ])
  }

  private static func row(_ figures: [(name: String, figure: String)]) -> String {
    figures.map { "\($0.name) \($0.figure)" }.joined(separator: "  ")
  }
}
