internal import Encodings

/// Separated values: commas, semicolons or tabs, quoted as RFC 4180 says.
///
/// The separator is the one that divides the lines into the most even parts, or what a first line `sep=;` says.
public struct CSVReader {
  public static func read(
    _ bytes: [UInt8], options: FormatOptions = FormatOptions()
  ) throws(FormatError) -> FormattedText {
    let decoded: DecodedText
    do throws(DecodingFailure) {
      decoded = try TextDecoder.decode(bytes, as: options.encoding)
    } catch {
      throw FormatError(error.description, remedy: "save it as CSV again")
    }
    var text = FormattedText(format: .csv)
    text.encoding = decoded.encoding
    text.encodingConfidence = decoded.confidence
    var rest = decoded.bytes[...]
    let separator = stated(&rest) ?? separator(of: rest) ?? UInt8(ascii: ",")
    var table = SheetTable()
    var number = 0
    var records = CSVRecords(rest, separator: separator)
    while let record = records.next() {
      number += 1
      let cells = record.enumerated().map { (column: $0.offset, text: $0.element) }
      try table.add(cells, row: number, to: &text, limits: options.limits)
    }
    try table.end(in: &text, limits: options.limits)
    return text
  }

  /// Whether the content is separated lines, and no prose that has commas.
  static func isSeparated(_ bytes: [UInt8]) -> Bool {
    let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    var head = bytes.prefix(1 << 16)
    // A separator is one byte in every encoding that has ASCII in it.
    if isWide { head = head.filter { $0 != 0 && $0 < 0xFE }[...] }
    if head.contains(0) { return false }
    return stated(&head) != nil || separator(of: head) != nil
  }

  static func usualSeparator(of bytes: ArraySlice<UInt8>) -> UInt8 {
    separator(of: bytes) ?? UInt8(ascii: ",")
  }

  private static func stated(_ bytes: inout ArraySlice<UInt8>) -> UInt8? {
    let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    guard line.count == 5, line.starts(with: "sep=".utf8), let separator = line.last else {
      return nil
    }
    bytes = bytes.dropFirst(line.count)
    return separator
  }

  /// The separator by which most records have the same number of fields, two or more.
  private static func separator(of bytes: ArraySlice<UInt8>) -> UInt8? {
    var best: (separator: UInt8, share: Double, fields: Int)?
    for separator in [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ",")] {
      var counts: [Int: Int] = [:]
      var total = 0
      var records = CSVRecords(bytes.prefix(1 << 16), separator: separator)
      while total < 200, let record = records.next() {
        guard record.contains(where: { !$0.isEmpty }) else { continue }
        counts[record.count, default: 0] += 1
        total += 1
      }
      guard let (fields, count) = counts.filter({ $0.key > 1 }).max(by: { $0.value < $1.value }),
        count >= 2 || total == 1
      else { continue }
      let share = Double(count) / Double(total)
      guard share >= 0.5 else { continue }
      // Commas are also the decimal sign, and may be as even.
      if share >= 0.8 { return separator }
      if best.map({ (share, fields) > ($0.share, $0.fields) }) ?? true {
        best = (separator, share, fields)
      }
    }
    return best?.separator
  }
}

/// Records of separated values, one after the other: linear in the bytes.
struct CSVRecords {
  private let bytes: ArraySlice<UInt8>
  private let separator: UInt8
  private var position: Int
  /// Whether the last record ended with the bytes, within quotes.
  private(set) var endsInQuotes = false

  init(_ bytes: ArraySlice<UInt8>, separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
    position = bytes.startIndex
  }

  /// The fields of the next record, or `nil` at the end. Quotes that are not closed end with the bytes.
  mutating func next() -> [String]? {
    guard position < bytes.endIndex else { return nil }
    var fields: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    while position < bytes.endIndex {
      let byte = bytes[position]
      position += 1
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          field.append(byte)
        } else if position < bytes.endIndex, bytes[position] == byte {
          field.append(byte)
          position += 1
        } else {
          isQuoted = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\"") where field.allSatisfy({ $0 == 0x20 }):
        field = []
        isQuoted = true
      case separator:
        fields.append(String(decoding: field, as: UTF8.self))
        field = []
      case 0x0A, 0x0D:
        if byte == 0x0D, position < bytes.endIndex, bytes[position] == 0x0A { position += 1 }
        fields.append(String(decoding: field, as: UTF8.self))
        return fields
      default: field.append(byte)
      }
    }
    endsInQuotes = isQuoted
    fields.append(String(decoding: field, as: UTF8.self))
    return fields
  }
}
