/// A share between 0 and 1, to four places, as scores print it: `0.9`, `0.3333`, `1.0`.
public struct Rate: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The share in ten thousandths.
  public var tenThousandths: Int

  public init(tenThousandths: Int) { self.tenThousandths = tenThousandths }

  /// `part` of `whole`, which is not 0, rounded as Python's `round(part / whole, 4)` does: the
  /// quotient is a binary fraction first, and what stands exactly halfway goes to the even digit.
  init(_ part: Int, of whole: Int) {
    let quotient = Double(part) / Double(whole)
    let product = quotient * 10_000
    let lost = (-product).addingProduct(quotient, 10_000)
    let isHalfway = product - product.rounded(.down) == 0.5
    tenThousandths =
      isHalfway && lost != 0
      ? Int(product.rounded(lost > 0 ? .up : .down)) : Int(product.rounded(.toNearestOrEven))
  }

  /// Reads a decimal fraction such as `0.9123`; `nil` for anything but a number from 0 to 1 with at
  /// most four places.
  public init?(_ text: some StringProtocol) {
    guard let number = Double(text) else { return nil }
    let scaled = (number * 10_000).rounded()
    guard (0...10_000).contains(scaled), abs(scaled - number * 10_000) < 1e-6 else { return nil }
    tenThousandths = Int(scaled)
  }

  public static func < (a: Rate, b: Rate) -> Bool { a.tenThousandths < b.tenThousandths }

  public var description: String { (Double(tenThousandths) / 10_000).description }

  /// The share with all four places, for columns: `0.9000`.
  var inFourPlaces: String {
    let places = String(tenThousandths % 10_000)
    return "\(tenThousandths / 10_000)." + String(repeating: "0", count: 4 - places.count) + places
  }
}
