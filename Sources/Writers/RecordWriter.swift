public import Observations

/// Writes records as bytes of one format.
///
/// Call ``begin(into:)`` once, ``write(_:into:)`` once a document, ``end(into:)`` once. Each appends
/// to the buffer and keeps none of it, so that the caller may hand the bytes on and empty it between
/// two calls. The same records give the same bytes.
///
/// What a format cannot hold, and what fails on the way to it, is thrown as a ``WriterError``.
public protocol RecordWriter: Sendable {
  /// What whoever uses the output should know; complete after ``end(into:)``.
  var notes: [String] { get }
  /// Appends what stands before the first document.
  mutating func begin(into output: inout [UInt8]) throws(WriterError)
  /// Appends one document's records.
  mutating func write(_ records: DocumentRecords, into output: inout [UInt8]) throws(WriterError)
  /// Appends what stands after the last document.
  mutating func end(into output: inout [UInt8]) throws(WriterError)
}

extension RecordWriter {
  public var notes: [String] { [] }
  public mutating func begin(into output: inout [UInt8]) {}
  public mutating func end(into output: inout [UInt8]) {}
}
