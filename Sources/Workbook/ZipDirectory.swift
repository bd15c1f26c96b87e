/// The list of parts at the end of a zip file (APPNOTE 4.3.12, 4.3.16).
struct ZipDirectory {
  /// How many bytes each part has, unpacked.
  private(set) var sizes: [String: Int] = [:]

  /// - Returns: `nil` where the file is damaged.
  init?(_ bytes: [UInt8]) {
    // The end record, as libxlsxwriter leaves no comment behind it.
    let end = bytes.count - 22
    guard end >= 0, Self.number(bytes, end, 4) == 0x0605_4B50 else { return nil }
    var place = Self.number(bytes, end + 16, 4)
    for _ in 0..<Self.number(bytes, end + 10, 2) {
      guard place + 46 <= end, Self.number(bytes, place, 4) == 0x0201_4B50 else { return nil }
      let nameEnd = place + 46 + Self.number(bytes, place + 28, 2)
      guard nameEnd <= end else { return nil }
      let name = String(decoding: bytes[place + 46..<nameEnd], as: UTF8.self)
      sizes[name] = Self.number(bytes, place + 24, 4)
      place = nameEnd + Self.number(bytes, place + 30, 2) + Self.number(bytes, place + 32, 2)
    }
  }

  private static func number(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Int {
    bytes[place..<place + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
