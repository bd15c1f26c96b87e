/// What a relation says: `total = a + b`, `month <= cumulative`.
///
/// Each name stands in it once, so that arithmetic on intervals tells exactly whether some values fulfil it.
struct RelationExpression: Sendable {
  private indirect enum Term: Sendable {
    case number(ExactRational)
    case name(String)
    case operation(Character, Term, Term)

    var names: [String] {
      switch self {
      case .number: []
      case .name(let name): [name]
      case .operation(_, let left, let right): left.names + right.names
      }
    }

    func value(_ values: [String: ExactInterval]) -> ExactInterval? {
      switch self {
      case .number(let number): return ExactInterval(number)
      case .name(let name): return values[name]
      case .operation(let sign, let left, let right):
        guard let a = left.value(values), let b = right.value(values) else { return nil }
        switch sign {
        case "+": return a + b
        case "-": return a + -b
        case "*": return a * b
        default: return b.inverse.map { a * $0 }
        }
      }
    }
  }

  private let left: Term
  private let right: Term
  private let isEquation: Bool

  var names: [String] { left.names + right.names }

  /// `nil` where the text is none.
  init?(_ text: String) {
    var parser = Parser(text)
    guard let left = parser.sum(), let sign = parser.next(), ["=", "<="].contains(sign),
      let right = parser.sum(), parser.next() == nil
    else { return nil }
    (self.left, self.right, isEquation) = (left, right, sign == "=")
  }

  /// Whether no values within the intervals fulfil it; `nil` where a divisor may be zero.
  func isBroken(_ values: [String: ExactInterval]) -> Bool? {
    guard let a = left.value(values), let b = right.value(values) else { return nil }
    return isEquation ? !a.intersects(b) : a.low > b.high
  }

  private struct Parser {
    private var tokens: ArraySlice<Substring>

    init(_ text: String) {
      let spaced = text.replacing("(", with: "( ").replacing(")", with: " )")
      tokens = spaced.split(separator: " ")[...]
    }

    mutating func next() -> Substring? { tokens.popFirst() }

    mutating func sum() -> Term? { chain(of: ["+", "-"]) { $0.product() } }

    private mutating func product() -> Term? { chain(of: ["*", "/"]) { $0.factor() } }

    private mutating func chain(of signs: [Substring], _ part: (inout Self) -> Term?) -> Term? {
      guard var term = part(&self) else { return nil }
      while let sign = tokens.first, signs.contains(sign) {
        tokens.removeFirst()
        guard let other = part(&self) else { return nil }
        term = .operation(Character(String(sign)), term, other)
      }
      return term
    }

    private mutating func factor() -> Term? {
      guard let token = next() else { return nil }
      if token == "(" {
        let term = sum()
        return next() == ")" ? term : nil
      }
      if let number = Int128(token) { return .number(ExactRational(number)) }
      return token.allSatisfy { $0.isLetter || $0.isNumber } ? .name(String(token)) : nil
    }
  }
}
