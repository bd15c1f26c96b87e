public import Observations

/// What one document gave: the unit in which writers are fed.
public struct DocumentRecords: Sendable {
  /// Which document: its path as given.
  public var document: String
  /// Its records, in the order in which they are written.
  public var observations: [Observation]

  public init(document: String, observations: [Observation]) {
    self.document = document
    self.observations = observations
  }
}

/// Writes records as UTF-8 bytes of one format.
///
/// Call ``begin(into:)`` once, ``write(_:into:)`` once a document, ``end(into:)`` once. Each appends
/// to the buffer and keeps none of it, so that the caller may hand the bytes on and empty it between
/// two calls. The same records give the same bytes.
public protocol RecordWriter: Sendable {
  /// Appends what stands before the first document.
  mutating func begin(into output: inout [UInt8])
  /// Appends one document's records.
  mutating func write(_ records: DocumentRecords, into output: inout [UInt8])
  /// Appends what stands after the last document.
  mutating func end(into output: inout [UInt8])
}

extension RecordWriter {
  public mutating func begin(into output: inout [UInt8]) {}
  public mutating func end(into output: inout [UInt8]) {}
}
