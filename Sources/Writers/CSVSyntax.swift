internal import Observations
internal import Quantities

/// How cells and rows are set in a dialect of CSV.
struct CSVSyntax: Sendable {
  let dialect: CSVDialect

  /// Appends a row; every row ends in CR LF.
  func appendRow<Item>(
    _ items: [Item], to output: inout [UInt8], cell: (_ item: Item) -> Column.Cell
  ) {
    var isFirst = true
    for item in items {
      if !isFirst { output.append(dialect.separator) }
      isFirst = false
      append(cell(item), to: &output)
    }
    output.append(UInt8(ascii: "\r"))
    output.append(UInt8(ascii: "\n"))
  }

  private func append(_ cell: Column.Cell, to output: inout [UInt8]) {
    switch cell {
    case .text(let text): append(text, to: &output)
    case .integer(let number): output.append(contentsOf: String(number).utf8)
    case .decimal(let number): append(number, to: &output)
    case .empty: break
    case let cell: append(cell.plain, to: &output)
    }
  }

  private func append(_ text: String, to output: inout [UInt8]) {
    let text = dialect.isForSpreadsheets ? SpreadsheetText(text).guarded : text
    output.appendCSVField(text, separator: dialect.separator)
  }

  private func append(_ number: ExactDecimal, to output: inout [UInt8]) {
    let start = output.count
    number.write(to: &output)
    guard dialect.decimalMark != UInt8(ascii: "."), number.fractionDigits > 0,
      let point = output[start...].lastIndex(of: UInt8(ascii: "."))
    else { return }
    output[point] = dialect.decimalMark
  }
}

extension [UInt8] {
  /// Appends the text as one field, quoted where it must be.
  package mutating func appendCSVField(_ text: String, separator: UInt8 = UInt8(ascii: ",")) {
    let quote = UInt8(ascii: "\"")
    let needsQuotes = text.utf8.contains { byte in
      byte == quote || byte == separator || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n")
    }
    guard needsQuotes else { return append(contentsOf: text.utf8) }
    append(quote)
    for byte in text.utf8 {
      if byte == quote { append(quote) }
      append(byte)
    }
    append(quote)
  }
}
