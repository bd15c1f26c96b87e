/// One record of a gold file. A field with several entries accepts any of them; one that is `nil` is
/// not scored, but a bound or a denominator left out must be empty.
public struct GoldRecord: Sendable, Decodable {
  /// The code point of the text at which the number starts.
  public var at: Int
  /// The words of number and unit, for the reader; not scored.
  public var text: String
  /// The number as stated, in units of 10 to the ``unitMultiplier``.
  public var value: Double
  public var unitMultiplier: Int
  public var denominator: [Double]
  public var indicator: [String]?
  public var parent: [String]?
  public var measure: [String]?
  public var base: [String]?
  public var unit: [String]?
  public var period: [String]?
  public var status: [String]?
  public var bound: [String]?
  /// The catalogue's codes that fit the indicator, none where no entry does.
  public var codes: [String]?
  /// The line as it stands in the file.
  public internal(set) var source = ""

  private enum CodingKeys: String, CodingKey {
    case at, text, value, denominator, indicator, parent, measure, base, unit, period, status, bound
    case codes
    case unitMultiplier = "unit_mult"
  }

  /// A record of which only the number is scored until other fields are set.
  public init(at: Int, value: Double) {
    self.at = at
    self.value = value
    text = ""
    unitMultiplier = 0
    denominator = []
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    func entries(_ key: CodingKeys) throws -> [String]? {
      guard fields.contains(key) else { return nil }
      return try fields.decode(Entries<String>.self, forKey: key).all.map { $0 ?? "" }
    }
    at = try fields.decode(Int.self, forKey: .at)
    text = try fields.decodeIfPresent(String.self, forKey: .text) ?? ""
    value = try fields.decode(Double.self, forKey: .value)
    unitMultiplier = try fields.decodeIfPresent(Int.self, forKey: .unitMultiplier) ?? 0
    denominator =
      try fields.decodeIfPresent(Entries<Double>.self, forKey: .denominator)?
      .all.compactMap { $0 } ?? []
    indicator = try entries(.indicator)
    parent = try entries(.parent)
    measure = try entries(.measure)
    base = try entries(.base)
    unit = try entries(.unit)
    period = try entries(.period)
    status = try entries(.status)
    bound = try entries(.bound)
    codes = try entries(.codes)?.filter { !$0.isEmpty }
  }
}

/// One value or a list of them; `null` is an entry too.
private struct Entries<Value: Decodable>: Decodable {
  var all: [Value?]

  init(from decoder: any Decoder) throws {
    if var list = try? decoder.unkeyedContainer() {
      all = []
      while !list.isAtEnd {
        if try list.decodeNil() { all.append(nil) } else { all.append(try list.decode(Value.self)) }
      }
    } else {
      let single = try decoder.singleValueContainer()
      all = [single.decodeNil() ? nil : try single.decode(Value.self)]
    }
  }
}
