/// What a word in the head of a table says of its column: see `columns.tsv`.
enum ColumnWord: String, Sendable, Hashable, CaseIterable {
  case ordinal, label, unit, note
  case mean
  case plan, actual, estimate, provisional, forecast
  case report, month, quarter
  case lastYear = "last-year"
  case nextYear = "next-year"
  case wholeYear = "whole-year"
  case against, percent, rate, complete, index, growth, rise, fall, share, whole
  case empty, ditto
}
