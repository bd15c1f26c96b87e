internal import Observations
internal import Quantities

/// Writes one record as a JSON object with all columns in their order.
///
/// Numbers are plain, with exactly the digits stated (5.50 stays 5.50, which RFC 8259 allows); an
/// empty text is `""`, an absent denominator `null`; flags are an array of strings, provenance an
/// object from field to source, alternatives an array of objects.
///
/// The columns are written one by one from the record itself, and what neighbouring records share is
/// escaped once: of all stages this one touches the most bytes.
struct JSONRecord: Sendable {
  private var document = SharedText()
  private var area = SharedText()
  private var section = SharedText()
  private var sentence = SharedText()

  // Inlined, it would copy the record to lend it.
  @inline(never)
  mutating func append(_ record: borrowing Observation, to output: inout [UInt8]) {
    output.append("{\"document\":")
    document.append(record.document, to: &output)
    output.append(",\"indicator\":")
    output.appendJSONString(record.indicator)
    output.append(",\"indicator_code\":")
    output.appendJSONString(record.indicatorCode)
    output.append(",\"parent\":")
    output.appendJSONString(record.parent)
    output.append(",\"measure\":")
    output.appendJSONString(record.measure.rawValue)
    output.append(",\"base\":")
    output.appendJSONString(record.base?.rawValue ?? "")
    output.append(",\"value\":")
    record.value.write(to: &output)
    output.append(",\"unit\":")
    output.appendJSONString(record.unit)
    output.append(",\"unit_mult\":")
    output.appendInteger(record.unitMultiplier)
    output.append(",\"denominator\":")
    if let denominator = record.denominator {
      denominator.write(to: &output)
    } else {
      output.append("null")
    }
    output.append(",\"period\":")
    output.appendJSONString(record.period)
    output.append(",\"status\":")
    output.appendJSONString(record.status.rawValue)
    output.append(",\"bound\":")
    output.appendJSONString(record.bound?.rawValue ?? "")
    output.append(",\"area\":")
    area.append(record.area, to: &output)
    output.append(",\"area_code\":")
    output.appendJSONString(record.areaCode)
    output.append(",\"section\":")
    section.append(record.section, to: &output)
    output.append(",\"text\":")
    output.appendJSONString(record.text)
    output.append(",\"start\":")
    output.appendInteger(record.start)
    output.append(",\"end\":")
    output.appendInteger(record.end)
    output.append(",\"sentence\":")
    sentence.append(record.sentence, to: &output)
    output.append(",\"rule\":")
    output.appendJSONString(record.rule)
    output.append(",\"confidence\":")
    record.confidence.decimal.write(to: &output)
    output.append(",\"flags\":")
    output.appendJSONList(record.flags, open: "[", close: "]") { $1.appendJSONString($0) }
    output.append(",\"provenance\":")
    output.appendJSONList(record.provenance, open: "{", close: "}") { inheritance, output in
      output.appendJSONString(inheritance.field)
      output.append(":")
      output.appendJSONString(inheritance.source.rawValue)
    }
    output.append(",\"alternatives\":")
    output.appendJSONList(record.alternatives, open: "[", close: "]") { alternative, output in
      output.append("{\"value\":")
      alternative.value.write(to: &output)
      output.append("}")
    }
    output.append("}")
  }
}

/// A text that one record often shares with the next, with its JSON.
private struct SharedText: Sendable {
  private var text = ""
  private var json: [UInt8] = Array("\"\"".utf8)

  mutating func append(_ text: borrowing String, to output: inout [UInt8]) {
    // Of one storage, as they are, two strings are equal at a glance.
    if text != self.text {
      self.text = copy text
      json.removeAll(keepingCapacity: true)
      json.appendJSONString(text)
    }
    output.append(contentsOf: json)
  }
}

extension [UInt8] {
  /// Appends a whole number in decimal digits.
  mutating func appendInteger(_ number: Int) {
    ExactDecimal(Int128(number)).write(to: &self)
  }

  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { append(contentsOf: $0) }
  }
}
