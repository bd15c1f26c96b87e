/// How a document writes its numbers, told by the numbers that can be read one way only.
public struct NumberStyle: Sendable, Hashable {
  /// Numbers that are well formed in Vietnamese style only (1.820,5; 14,96).
  public var vietnamese = 0
  /// Numbers that are well formed in English style only (2,152.8; 9.2).
  public var english = 0

  public init() {}

  public var prefersEnglish: Bool { english > 2 * vietnamese }

  /// Counts what the digits of one number say of the document.
  public mutating func observe(_ digits: ArraySlice<UInt8>) {
    switch NumeralReader.shape(digits) {
    case .decimalPoint(let places) where places != 3: english += 1
    case .groupedByComma(_, let hasPoint) where hasPoint: english += 1
    case .groupedByComma(let groups, _) where groups > 1: english += 1
    case .decimalComma(let places) where places != 3: vietnamese += 1
    case .groupedByPoint(_, let hasComma) where hasComma: vietnamese += 1
    case .groupedByPoint(let groups, _) where groups > 1: vietnamese += 1
    default: break
    }
  }
}

/// Reads the digits of one number.
///
/// Vietnamese digits: `.` groups thousands, `,` starts decimals. A grouping that cannot be
/// Vietnamese is read the English way.
public enum NumeralReader {
  /// One reading of some digits.
  public struct Reading: Sendable, Hashable {
    public var value: ExactDecimal
    /// Another value that the same digits may stand for.
    public var alternative: ExactDecimal?
    /// An evident slip was passed over (17,.8).
    public var isSlip = false
  }

  /// What the separators of a number look like.
  enum Shape: Equatable {
    case plain
    case decimalComma(places: Int)
    case decimalPoint(places: Int)
    case groupedByPoint(groups: Int, hasComma: Bool)
    case groupedByComma(groups: Int, hasPoint: Bool)
    case slip
    case damaged
  }

  /// O(n), without allocation.
  static func shape(_ digits: ArraySlice<UInt8>) -> Shape {
    var separators = 0
    var first: UInt8 = 0
    var last: UInt8 = 0
    /// Whether all separators but the last are the same.
    var isUniform = true
    var leading = 0
    var run = 0
    /// Whether every run between two separators has three digits.
    var groupsFit = true
    var leadingZero = false
    var isSlip = false
    var previousIsSeparator = false
    for byte in digits {
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
        if previousIsSeparator {
          isSlip = true
          continue
        }
        if separators == 0 {
          (first, leading) = (byte, run)
        } else {
          if run != 3 { groupsFit = false }
          if last != first { isUniform = false }
        }
        separators += 1
        last = byte
        run = 0
        previousIsSeparator = true
      } else {
        if separators == 0, run == 0, byte == UInt8(ascii: "0") { leadingZero = true }
        run += 1
        previousIsSeparator = false
      }
    }
    if isSlip { return separators == 1 && run < 3 ? .slip : .damaged }
    if separators == 0 { return .plain }
    let comma = last == UInt8(ascii: ",")
    if leadingZero || leading > 3 || leading == 0 { groupsFit = false }
    if separators == 1 {
      if groupsFit, run == 3 {
        return comma
          ? .groupedByComma(groups: 1, hasPoint: false)
          : .groupedByPoint(groups: 1, hasComma: false)
      }
      return comma ? .decimalComma(places: run) : .decimalPoint(places: run)
    }
    guard groupsFit, isUniform else { return .damaged }
    if first == last {
      guard run == 3 else { return .damaged }
      return comma
        ? .groupedByComma(groups: separators, hasPoint: false)
        : .groupedByPoint(groups: separators, hasComma: false)
    }
    return comma
      ? .groupedByPoint(groups: separators - 1, hasComma: true)
      : .groupedByComma(groups: separators - 1, hasPoint: true)
  }

  /// The likeliest value of `digits` (ASCII digits, points and commas), or `nil` where there is no
  /// one likely reading (19.94,67).
  ///
  /// - Parameters:
  ///   - style: what the document's other numbers say.
  ///   - isCount: what is counted has no fractions, so 255,490 người is grouped.
  ///   - isScaled: a scale word (triệu, tỷ) follows, so 14,551 triệu has decimals.
  public static func read(
    _ digits: ArraySlice<UInt8>, style: NumberStyle = NumberStyle(), isCount: Bool = false,
    isScaled: Bool = false
  ) -> Reading? {
    guard digits.count <= ExactDecimal.maximumDigits + 12 else { return nil }
    switch shape(digits) {
    case .plain:
      return decimal(digits, mark: 0).map { Reading(value: $0) }
    case .decimalComma:
      return decimal(digits, mark: UInt8(ascii: ",")).map { Reading(value: $0) }
    case .slip:
      return decimal(digits, mark: UInt8(ascii: ",")).map { Reading(value: $0, isSlip: true) }
    case .decimalPoint(let places) where places > 3: return nil
    case .decimalPoint:
      return decimal(digits, mark: UInt8(ascii: ".")).map { Reading(value: $0) }
    case .groupedByPoint(let groups, let hasComma):
      guard let grouped = decimal(digits, mark: UInt8(ascii: ",")) else { return nil }
      guard groups == 1, !hasComma else { return Reading(value: grouped) }
      let point = decimal(digits, mark: UInt8(ascii: "."))
      if style.english > 0, style.vietnamese == 0, isScaled, let point {
        return Reading(value: point, alternative: grouped)
      }
      return Reading(
        value: grouped, alternative: style.english > 0 || isScaled ? point : nil)
    case .groupedByComma(let groups, let hasPoint):
      guard let grouped = decimal(digits, mark: UInt8(ascii: ".")) else { return nil }
      guard groups == 1, !hasPoint else { return Reading(value: grouped) }
      let comma = decimal(digits, mark: UInt8(ascii: ","))
      if isCount && !isScaled || style.prefersEnglish && !isScaled {
        return Reading(value: grouped, alternative: comma)
      }
      return comma.map { Reading(value: $0, alternative: style.english > 0 ? grouped : nil) }
    case .damaged:
      return nil
    }
  }

  /// The same for any bytes.
  public static func read(
    _ digits: some Collection<UInt8>, style: NumberStyle = NumberStyle(), isCount: Bool = false,
    isScaled: Bool = false
  ) -> Reading? {
    read(Array(digits)[...], style: style, isCount: isCount, isScaled: isScaled)
  }

  /// The value with `mark` as the decimal mark and every other separator passed over.
  private static func decimal(_ digits: ArraySlice<UInt8>, mark: UInt8) -> ExactDecimal? {
    var significand: Int128 = 0
    var count = 0
    var fraction: Int?
    for byte in digits {
      if byte == mark {
        fraction = fraction ?? 0
      } else if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        count += 1
        guard count <= ExactDecimal.maximumDigits else { return nil }
        significand = significand * 10 + Int128(byte - UInt8(ascii: "0"))
        if let f = fraction { fraction = f + 1 }
      }
    }
    return count > 0 ? ExactDecimal(significand, fractionDigits: fraction ?? 0) : nil
  }
}
