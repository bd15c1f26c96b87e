internal import GRDB
internal import Observations
internal import Quantities
internal import Series

/// A record as a row of the table `observations`.
enum StoredRecord {
  private static let more = [
    "value_text", "denominator_text", "series", "prices", "area_key", "area_since", "period_kind",
    "period_end", "series_unit",
  ]

  static let insertion: String = {
    let columns =
      ["document_id"] + Observations.Column.allCases.map { "\"\($0.rawValue)\"" } + more
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    return
      "INSERT INTO observations (\(columns.joined(separator: ", "))) VALUES (\(places))"
  }()

  static func arguments(
    _ record: Observation, id: SeriesID, unit: String, document: Int64
  ) -> StatementArguments {
    let period = TimePeriod(iso: record.period)
    var values: [(any DatabaseValueConvertible)?] = [document]
    for column in Observations.Column.allCases {
      switch column.cell(of: record) {
      case .text(let text): values.append(text)
      case .integer(let number): values.append(number)
      case .decimal(let number): values.append(Double(number.description))
      case .empty: values.append(nil)
      case let cell: values.append(cell.plain)
      }
    }
    values.append(record.value.description)
    values.append(record.denominator?.description)
    values.append(id.series)
    values.append(id.prices)
    values.append(id.areaKey)
    values.append(id.areaSince)
    values.append(period.map { PeriodKind($0).code } ?? "")
    values.append(period.map { TimePeriod.day($0.lastDay).iso } ?? "")
    values.append(unit)
    return StatementArguments(values)
  }

  /// The record in a row; `nil` where the row was written by something else and holds none.
  static func observation(_ row: Row) -> Observation? {
    func text(_ column: Observations.Column) -> String { row[column.rawValue] }
    guard let value = ExactDecimal(row["value_text"] as String),
      let measure = Measure(rawValue: text(.measure)), let status = Status(rawValue: text(.status))
    else { return nil }
    var record = Observation(value: value)
    record.document = text(.document)
    record.indicator = text(.indicator)
    record.indicatorCode = text(.indicatorCode)
    record.parent = text(.parent)
    record.measure = measure
    record.base = Base(rawValue: text(.base))
    record.unit = text(.unit)
    record.unitMultiplier = row[Observations.Column.unitMultiplier.rawValue]
    record.denominator = (row["denominator_text"] as String?).flatMap { ExactDecimal($0) }
    record.period = text(.period)
    record.status = status
    record.bound = Bound(rawValue: text(.bound))
    record.area = text(.area)
    record.areaCode = text(.areaCode)
    record.section = text(.section)
    record.text = text(.text)
    record.start = row[Observations.Column.start.rawValue]
    record.end = row[Observations.Column.end.rawValue]
    record.sentence = text(.sentence)
    record.rule = text(.rule)
    record.confidence = Confidence(
      hundredths: Int(((row[Observations.Column.confidence.rawValue] as Double) * 100).rounded()))
    record.flags = text(.flags).split(separator: ";").map(String.init)
    record.provenance = pairs(text(.provenance)).compactMap { field, source in
      Provenance(rawValue: source).map { Observation.Inheritance(field: field, source: $0) }
    }
    record.alternatives = pairs(text(.alternatives)).compactMap { _, value in
      ExactDecimal(value).map { Observation.Alternative(value: $0) }
    }
    return record
  }

  /// The pairs in `a=b;c=d`.
  private static func pairs(_ text: String) -> [(String, String)] {
    text.split(separator: ";").compactMap { pair in
      let parts = pair.split(separator: "=", maxSplits: 1)
      return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
    }
  }
}
