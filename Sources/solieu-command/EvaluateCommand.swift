import ArgumentParser
import SoLieu

/// `solieu evaluate`: how the records compare with gold.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Compare the records of reports with gold files.",
    discussion: """
      A gold file is NAME.gold.jsonl, its report NAME.txt or another NAME.* beside it. Folders are \
      searched with all that is in them.

      EXAMPLES:
        solieu evaluate Corpus/reports
        solieu evaluate bao-cao.gold.jsonl --misses | less
        solieu evaluate Corpus --json
        solieu evaluate Corpus/reports --calibration

      A gold record may list the catalogue's codes that fit it, "codes": ["trade.retail_services"], or \
      none, "codes": []. A row "codes" then says of the records with a list:
        coded      for how many there is a code
        predicted  how many carry one
        right      how many carry a right one
        coverage   right of coded
        precision  right of predicted

      The first line of a gold file may list the slips of its report, "findings": [{"code": \
      "cumulative_below_month", "at": [3513, 3588]}]. A row "findings" says how many of them the \
      checks found, and what else they found.

      --calibration groups the records by their confidence, in tenths, and says of each group:
        records          how many, and their share of all
        mean_confidence  how sure they say they are
        core_right       the share whose core fields are right, as in core_f1
        exact_right      the share whose scored fields are all right
      A record that gold does not have is wrong. Where mean_confidence is above core_right, the \
      records are too sure. Below stand the records from 0.9 and those under 0.5, the expected \
      calibration error and the Brier score (of core_right; 0 is best), and the same by rule.
      """)

  @Argument(
    help: ArgumentHelp("Gold files, or folders of them.", valueName: "gold"), completion: .file())
  var gold: [String]

  @Flag(help: "Print each record that fell short, before the scores.")
  var misses = false

  @Flag(help: "Print, after the scores, how often records are right by confidence and by rule.")
  var calibration = false

  @Flag(help: "Print the scores as one JSON object: total, fields, docs (codes, calibration).")
  var json = false

  @Option(
    help: ArgumentHelp(
      "A CSV file to write, with what the confidence of each record was computed from.",
      valueName: "file", visibility: .hidden),
    completion: .file())
  var features: String?

  @OptionGroup var language: LexiconArguments

  func validate() throws {
    if misses, json {
      throw ValidationError("--misses is text for a reader; leave out one of --misses and --json")
    }
  }

  func run() throws {
    let pipeline = try language.pipeline()
    let checker = try language.checker(pipeline)
    var findings = FindingTally()
    var search = GoldSearch()
    for path in gold { search.add(path) }
    var scores: [DocumentScore] = []
    var table: FeatureTable? = features == nil ? nil : FeatureTable()
    for path in search.files {
      do throws(InputError) {
        scores.append(try score(path, pipeline, checker, &table, &findings))
      } catch {
        search.fail(error)
      }
    }
    if !scores.isEmpty {
      var output = rendered(ScoreReport(scores, findings: findings))
      try Output.standard.put(&output)
    }
    if var table {
      let output = try Output(path: features)
      try output.put(&table.text)
      try output.finish()
    }
    try ExitCode.check(documents: scores.count + search.failed, failed: search.failed)
  }

  private func score(
    _ path: String, _ pipeline: Pipeline, _ checker: ReportChecker, _ table: inout FeatureTable?,
    _ findings: inout FindingTally
  ) throws(InputError) -> DocumentScore {
    let (folder, name) = FileSystem.split(path)
    let bytes = try Input.bytes(path)
    let gold: GoldFile
    do throws(GoldError) {
      gold = try GoldFile(name: name, bytes: bytes)
    } catch {
      throw InputError(
        path: path, problem: "line \(error.line): \(error.problem)", remedy: error.remedy)
    }
    let document = try GoldSearch.document(of: gold.name, in: folder, gold: path)
    let source = try Input.document(document).source
    guard table != nil else {
      let observations = checker.checked(pipeline.extract(source, document: document))
      findings.count(
        checker.findings(in: observations).map { finding in
          FindingTally.Found(code: finding.code, spans: finding.records.map { $0.start..<$0.end })
        }, gold: gold.head.findings)
      return Scorer().score(gold: gold, observations: observations)
    }
    let rated = pipeline.rated(source, document: document)
    let score = Scorer().score(gold: gold, observations: rated.map(\.observation))
    table?.add(rated, judged: score.judged, document: gold.name)
    return score
  }

  private func rendered(_ report: ScoreReport) -> [UInt8] {
    var output: [UInt8] = []
    if json {
      JSONObject(scores: report, withCalibration: calibration).append(to: &output)
      output.append(UInt8(ascii: "\n"))
    } else {
      if misses { output.append(contentsOf: report.missesText.utf8) }
      output.append(contentsOf: report.text.utf8)
      if calibration { output.append(contentsOf: "\n\(report.calibration.text)".utf8) }
    }
    return output
  }
}
