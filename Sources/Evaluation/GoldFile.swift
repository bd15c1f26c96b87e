internal import FoundationEssentials

/// What a reader says that a report states: a first line for the report, then one line a record.
public struct GoldFile: Sendable {
  /// What the first line says of the report.
  public struct Head: Sendable, Hashable, Decodable {
    /// The report's file name.
    public var doc: String
    /// The area it is about, empty where it has none.
    public var area: String
    /// Its period, ISO 8601.
    public var period: String
    /// The slips that it holds, for checks to find.
    public var findings: [GoldFinding]

    private enum CodingKeys: String, CodingKey { case doc, area, period, findings }

    init(doc: String) {
      self.doc = doc
      area = ""
      period = ""
      findings = []
    }

    public init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      doc = try fields.decodeIfPresent(String.self, forKey: .doc) ?? ""
      area = try fields.decodeIfPresent(String.self, forKey: .area) ?? ""
      period = try fields.decodeIfPresent(String.self, forKey: .period) ?? ""
      findings = try fields.decodeIfPresent([GoldFinding].self, forKey: .findings) ?? []
    }
  }

  /// The file's name without its ending, as scores show it.
  public let name: String
  public let head: Head
  /// The records in the order of the file.
  public let records: [GoldRecord]

  /// Records that no file holds, of a report of which nothing else is said.
  public init(name: String, records: [GoldRecord]) {
    self.name = name
    head = Head(doc: name)
    self.records = records
  }

  /// Reads the bytes of a gold file: JSON Lines in UTF-8, empty lines skipped.
  ///
  /// - Parameter name: how scores and errors name the file; the ending `.gold.jsonl` is dropped.
  /// - Throws: ``GoldError`` with the first line that cannot be read.
  public init(name: String, bytes: [UInt8]) throws(GoldError) {
    let ending = ".gold.jsonl"
    self.name = name.hasSuffix(ending) ? String(name.dropLast(ending.count)) : name
    var head: Head?
    var records: [GoldRecord] = []
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      do {
        if head == nil {
          head = try JSONDecoder().decode(Head.self, from: Data(line))
        } else {
          var record = try JSONDecoder().decode(GoldRecord.self, from: Data(line))
          record.source = String(decoding: line, as: UTF8.self)
          records.append(record)
        }
      } catch {
        throw GoldError(file: name, line: index + 1, decoding: error)
      }
    }
    guard let head else {
      throw GoldError(
        file: name, line: 1, problem: "the file is empty",
        remedy: "begin it with a line {\"doc\":…, \"area\":…, \"period\":…}")
    }
    self.head = head
    self.records = records
  }
}
