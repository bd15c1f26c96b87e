public import Observations

/// One record a line, each a JSON object with all columns (jsonlines.org); every line ends in LF.
public struct JSONLinesWriter: RecordWriter {
  private var syntax = JSONRecord()

  public init() {}

  public mutating func write(_ records: DocumentRecords, into output: inout [UInt8]) {
    // A span lends the records; a loop over the array would copy each.
    let observations = records.observations.span
    for i in observations.indices {
      syntax.append(observations[i], to: &output)
      output.append(UInt8(ascii: "\n"))
    }
  }
}

/// One JSON value (RFC 8259): `{"document":…,"observations":[…]}` for one document, an array of such
/// objects for several. Each record stands on a line of its own.
public struct JSONWriter: RecordWriter {
  private let several: Bool
  private var syntax = JSONRecord()
  private var isFirst = true

  /// - Parameter several: whether the output is an array, of any number of documents. Where it is
  ///   not, the output is JSON only if exactly one document is written.
  public init(several: Bool) { self.several = several }

  public mutating func begin(into output: inout [UInt8]) {
    if several { output.append(UInt8(ascii: "[")) }
  }

  public mutating func write(_ records: DocumentRecords, into output: inout [UInt8]) {
    if several {
      output.append(contentsOf: (isFirst ? "\n" : ",\n").utf8)
    }
    isFirst = false
    output.append(contentsOf: "{\"document\":".utf8)
    output.appendJSONString(records.document)
    output.append(contentsOf: ",\"observations\":".utf8)
    output.appendJSONList(records.observations, open: "[", close: "]") { record, output in
      output.append(UInt8(ascii: "\n"))
      syntax.append(record, to: &output)
    }
    output.append(UInt8(ascii: "}"))
    if !several { output.append(UInt8(ascii: "\n")) }
  }

  public mutating func end(into output: inout [UInt8]) {
    if several { output.append(contentsOf: (isFirst ? "]\n" : "\n]\n").utf8) }
  }
}
