internal import Encodings

/// The records of separated values, as they stand: for tables that are no report.
public enum SeparatedValues {
  /// The fields of each record; commas, semicolons or tabs, whichever divides the lines most evenly. RFC 4180.
  ///
  /// Errors: a quote is not closed, so that fields run into each other.
  public static func rows(_ bytes: [UInt8]) throws(FormatError) -> [[String]] {
    let text = DecoderSeam.decode(bytes, as: nil).bytes
    var records = CSVRecords(text[...], separator: CSVReader.usualSeparator(of: text[...]))
    var rows: [[String]] = []
    while let record = records.next() { rows.append(record) }
    guard !records.endsInQuotes else {
      throw FormatError(
        "has a quote that is not closed", remedy: "close it, or write it twice within a field")
    }
    return rows
  }
}
