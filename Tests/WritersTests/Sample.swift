import Observations
import Quantities
import SoLieu
import Writers

/// Records made for these tests.
enum Sample {
  static func retail() -> Observation {
    var record = Observation(value: ExactDecimal(21528, fractionDigits: 1))
    record.document = "bao-cao.html"
    record.indicator = "tổng mức bán lẻ"
    record.indicatorCode = "trade.retail_sales"
    record.measure = .level
    record.unit = "VND"
    record.unitMultiplier = 9
    record.period = "2022-11"
    record.status = .estimate
    record.bound = .about
    record.text = "2.152,8 tỷ đồng"
    record.start = 370
    record.end = 385
    return record
  }

  static func change() -> Observation {
    var record = Observation(value: ExactDecimal(-550, fractionDigits: 2))
    record.document = "bao-cao.html"
    record.indicator = "xuất khẩu"
    record.parent = "tổng kim ngạch"
    record.measure = .change
    record.base = .samePeriod
    record.unit = "%"
    record.period = "2022-01/2022-11"
    record.confidence = Confidence(hundredths: 93)
    record.flags = ["parts_exceed_total", "slip"]
    record.provenance = [
      Observation.Inheritance(field: "base", source: .paragraph),
      Observation.Inheritance(field: "period", source: .report),
    ]
    record.alternatives = [Observation.Alternative(value: ExactDecimal(550))]
    return record
  }

  static func document(_ records: Observation...) -> DocumentRecords {
    DocumentRecords(document: "bao-cao.html", observations: records)
  }
}

/// All that a writer of `format` gives for `documents`.
func written(
  _ format: OutputFormat, _ documents: [DocumentRecords], several: Bool = false,
  width: Int = 120, color: Bool = false
) throws -> String {
  var options = WriterOptions(format)
  options.several = several
  options.width = width
  options.color = color
  return try written(options, documents)
}

/// All that the writer of `options` gives for `documents`.
func written(_ options: WriterOptions, _ documents: [DocumentRecords]) throws -> String {
  String(decoding: try writtenBytes(options, documents), as: UTF8.self)
}

func writtenBytes(_ options: WriterOptions, _ documents: [DocumentRecords]) throws -> [UInt8] {
  var writer = try makeWriter(options)
  var output: [UInt8] = []
  try writer.begin(into: &output)
  for document in documents { try writer.write(document, into: &output) }
  try writer.end(into: &output)
  return output
}
