import Observations
import Quantities

/// What the cells of a column of comparisons say that its head leaves open: So với cùng kỳ (%) stands
/// over 105,2 and over +5,2.
struct ComparedColumn {
  private(set) var figure: TableColumn.Figure
  /// The head says no % and the cells are no percentages: -200 of so many tonnes.
  private var isAbsolute = false
  /// What rose has a sign too, and what has none is something else.
  private var signsRises = false
  private var isJudged = false

  /// A ratio in percent is near to 100, and a growth is not.
  private static let near = 60.0...200.0
  private static let widest = 50.0
  private static let narrow = 20.0
  private static let witnesses = 3

  init(_ figure: TableColumn.Figure, _ cells: [CellReader.Number]) {
    self.figure = figure
    guard figure.measure == .ratio, figure.unit?.kind == .percent else { return }
    let signed = cells.filter { $0.isSigned && !$0.isBracketed }
    let ratios = cells.count { !$0.isSigned && Self.near.contains($0.value.approximation) }
    guard signed.isEmpty ? isSpreadAroundZero(cells) : signed.count >= ratios else { return }
    isJudged = true
    signsRises = signed.contains { !$0.isNegative }
    self.figure.measure = .change
    let isOfPercent = cells.contains { $0.unit?.kind == .percent }
    isAbsolute = figure.isPercentAssumed && !isOfPercent && signed.contains(where: Self.isTooFar)
    if isAbsolute { self.figure.unit = nil }
  }

  /// Whether values without signs can only be growth: of a plan so little may well be done.
  private func isSpreadAroundZero(_ cells: [CellReader.Number]) -> Bool {
    if case .base(.plan, _) = figure.against { return false }
    let hasFall = cells.count > 1 && cells.contains(where: \.isBracketed)
    return (hasFall || cells.count >= Self.witnesses)
      && cells.allSatisfy { $0.value.approximation < Self.widest }
      && 2 * cells.count { $0.value.approximation < Self.narrow } > cells.count
  }

  /// Nothing falls by more than all of it.
  private static func isTooFar(_ number: CellReader.Number) -> Bool {
    number.isNegative && number.unit == nil && number.value.approximation > 100
  }

  /// The figure of one cell, or why it is none.
  func figure(of number: CellReader.Number) -> (figure: TableColumn.Figure, doubt: String?) {
    if figure.measure == .ratio, number.isNegative {
      return (figure, "a fall in a column of ratios")
    }
    guard isJudged, !isAbsolute else { return (figure, nil) }
    if signsRises, !number.isSigned, Self.near.contains(number.value.approximation) {
      return (figure, "a ratio in a column of changes")
    }
    var own = figure
    if figure.isPercentAssumed, Self.isTooFar(number) { own.unit = nil }
    return (own, nil)
  }
}
