public import Quantities

/// How large a place is, from the whole to its parts.
public enum PlaceLevel: String, Sendable, Hashable, CaseIterable, Comparable {
  case country, region, province, district, commune

  public static func < (a: PlaceLevel, b: PlaceLevel) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .country: 0
    case .region: 1
    case .province: 2
    case .district: 3
    case .commune: 4
    }
  }
}

/// A unit of the country in one extent, under one name and of one kind: one line of the tables.
///
/// A province that grew by a merger and kept its name is two places, one after the other. The same
/// code may belong to different names at different times, so a code alone is no key.
public struct Place: Sendable, Hashable {
  public var level: PlaceLevel
  /// The code of the General Statistics Office, two digits for a province and three for a
  /// district. One that begins with `x-` is made up, for a unit that ended before there were codes.
  public var code = ""
  /// The code of ISO 3166-2, such as VN-HN; empty where none is known.
  public var isoCode = ""
  /// Its name without its kind: Hồ Chí Minh.
  public var name: String
  /// What is written before the name: tỉnh, thành phố, huyện.
  public var kind: String
  /// Other names and spellings.
  public var otherNames: [String] = []
  /// The first day on which it stood so; `nil` where that is not known.
  public var from: Day?
  /// The last day; `nil` where it stands.
  public var to: Day?
  /// The codes of the units that it went into.
  public var successors: [String] = []
  /// For a district the code of its province, on the day on which the districts ended.
  public var provinceCode = ""

  /// The code that the state gave it; empty for a region, the country, and where ``code`` is made up.
  public var officialCode: String { code.hasPrefix("x-") ? "" : code }

  /// Its name as a report writes it alone: Lạng Sơn, Quận 1.
  public var displayName: String {
    guard name.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return name }
    return "\(kind.prefix(1).uppercased())\(kind.dropFirst()) \(name)"
  }

  /// Whether it stood on the day; without a day, whether it ever did.
  public func stands(on day: Day?) -> Bool {
    guard let day else { return true }
    if let from, day < from { return false }
    if let to, day > to { return false }
    return true
  }
}

/// The name and the code of a place, as a record has them.
public struct Area: Sendable, Hashable {
  public var name: String
  /// The official code, empty where there is none, none is known, or more than one place has the name.
  public var code: String

  public init(name: String, code: String = "") {
    self.name = name
    self.code = code
  }
}
