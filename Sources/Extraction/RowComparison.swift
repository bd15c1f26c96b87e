import Observations
import Quantities
import TextModel
import VietnameseText

/// What a row's label says of a comparison: Chỉ số giá tiêu dùng so với tháng trước, - So với cùng kỳ,
/// Tốc độ tăng GRDP.
struct RowComparison {
  /// `nil` where the label names none.
  private(set) var base: (base: Base, words: HeadBase)?
  /// Whether the words say that it is a change.
  private(set) var isGrowth = false
  private(set) var isFall = false
  /// The words that are compared; none where the row above has them.
  private(set) var subject: Range<Int>

  /// A ratio in percent is near to 100, and a growth is not.
  private static let near = 60.0...200.0
  private static let widest = 50.0

  /// The growth that a table's title says of all its rows.
  init(growthOf label: Range<Int>) {
    subject = label
    isGrowth = true
  }

  /// `nil` where the label compares nothing.
  init?(_ label: Range<Int>, _ tools: TableTools) {
    guard let first = label.first else { return nil }
    subject = label
    if case .growth? = tools.cue(at: first, end: label.upperBound)?.cue { isGrowth = true }
    let last = tools.items.items(of: label, isHead: true).last
    if let last, case .cue(.base(let base?)) = last.kind,
      last.tokens.upperBound == label.upperBound,
      tools.leading(last.tokens)?.word == .against
    {
      self.base = (base, HeadBase(last, tools))
      subject = label.lowerBound..<last.tokens.lowerBound
    }
    guard base != nil else {
      if isGrowth { return }
      return nil
    }
    while let word = tools.words(in: subject).last, word.range.upperBound == subject.upperBound {
      switch word.word {
      case .rise, .growth: isGrowth = true
      case .fall: (isGrowth, isFall) = (true, true)
      case .percent, .against, .rate: break
      default: return
      }
      subject = subject.lowerBound..<word.range.lowerBound
      while let sign = subject.last, tools.tokens[sign].kind == .sign, !tools.isSign(sign, ")") {
        subject = subject.lowerBound..<sign
      }
    }
  }

  /// Whether the row's figures are ratios or changes; `nil` where they do not show it.
  func measure(of numbers: [CellReader.Number]) -> Measure? {
    if isGrowth { return .change }
    if numbers.contains(where: \.isSigned) { return .change }
    if case .plan? = base?.base { return .ratio }
    if numbers.allSatisfy({ Self.near.contains($0.value.approximation) }) { return .ratio }
    return numbers.allSatisfy { $0.value.approximation < Self.widest } ? .change : nil
  }
}

/// What a row's label says of a comparison, for the cells of the row.
struct ComparedRow {
  private let comparison: RowComparison
  private let unit: TableUnit?
  private let spans: TableSpans
  private let measure: Measure?

  /// - Parameters:
  ///   - unit: the row's.
  ///   - numbers: those of the row's levels.
  init(
    _ comparison: RowComparison, unit: TableUnit?, spans: TableSpans,
    numbers: [CellReader.Number]
  ) {
    self.comparison = comparison
    self.unit = unit
    self.spans = spans
    measure = comparison.measure(of: numbers)
  }

  /// Makes of a level in `column` what the label says of it, or returns why it is none.
  func settle(_ column: inout SettledColumn, _ units: inout TableUnits) -> String? {
    guard column.figure.measure == .level, column.figure.noun.isEmpty else {
      return comparison.base == nil ? nil : "two comparisons"
    }
    let unit = unit ?? column.figure.unit
    guard let measure, unit?.isRelative == true || measure == .change && comparison.isGrowth else {
      return measure == nil ? "a ratio or a change" : "a comparison without %"
    }
    column.figure.measure = measure
    column.figure.isFall = comparison.isFall
    (column.base, column.isBaseInferred) = spans.base(comparison, of: column.period)
    units = TableUnits(row: nil, column: unit, whole: nil, columnLeads: true)
    return nil
  }
}
