/// Zip, gzip and tar files made byte by byte, so that tests may spoil them.
struct PackageZip {
  struct Member {
    var name: [UInt8]
    var content: [UInt8]
    /// What stands in the file for the content.
    var data: [UInt8]
    var method: UInt16 = 0
    var flags: UInt16 = 0x800
    var crc: UInt32
    var size: UInt32
  }
  var members: [Member] = []

  init() {}

  init(_ parts: [(String, String)]) {
    for (name, text) in parts { add(name, Array(text.utf8)) }
  }

  mutating func add(_ name: String, _ content: [UInt8]) {
    add(Array(name.utf8), content)
  }

  mutating func add(_ name: [UInt8], _ content: [UInt8]) {
    members.append(
      Member(
        name: name, content: content, data: content, crc: Checksum.crc32(content),
        size: UInt32(content.count)))
  }

  /// A member of so many zero bytes, a hundredth and a half as large in the file.
  mutating func addZeros(_ name: String, count: Int, claiming size: UInt32? = nil) {
    members.append(
      Member(
        name: Array(name.utf8), content: [], data: Deflate.zeros(count), method: 8, crc: 0,
        size: size ?? UInt32(count)))
  }

  var bytes: [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let offset = UInt32(file.count)
      var common: [UInt8] = []
      common += le16(20)
      common += le16(member.flags)
      common += le16(member.method)
      common += le32(0x5A21_0000)
      common += le32(member.crc)
      common += le32(UInt32(member.data.count))
      common += le32(member.size)
      common += le16(UInt16(member.name.count))
      common += le16(0)
      file += le32(0x0403_4B50)
      file += common
      file += member.name
      file += member.data
      directory += le32(0x0201_4B50)
      directory += le16(0x031E)
      directory += common
      directory += [0, 0, 0, 0, 0, 0]
      directory += le32(0o100644 << 16)
      directory += le32(offset)
      directory += member.name
    }
    let start = UInt32(file.count)
    let count = UInt16(members.count)
    file += directory
    file += le32(0x0605_4B50)
    file += le32(0)
    file += le16(count)
    file += le16(count)
    file += le32(UInt32(directory.count))
    file += le32(start)
    return file + le16(0)
  }

  static func gzip(_ content: [UInt8], name: String? = nil) -> [UInt8] {
    let head: [UInt8] = [0x1F, 0x8B, 8, name == nil ? 0 : 8, 0, 0, 0, 0, 0, 3]
    let title: [UInt8] = name.map { Array($0.utf8) + [0] } ?? []
    var file = head + title + Deflate.stored(content)
    file += le32(Checksum.crc32(content))
    file += le32(UInt32(truncatingIfNeeded: content.count))
    return file
  }

  static func gzipOfZeros(_ count: Int) -> [UInt8] {
    var file: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    file += Deflate.zeros(count)
    file += le32(0)
    file += le32(UInt32(count))
    return file
  }

  /// - Parameter members: names with contents; a name that ends in `@` is a symbolic link.
  static func tar(_ members: [(String, [UInt8])]) -> [UInt8] {
    var file: [UInt8] = []
    for (name, content) in members {
      let isLink = name.hasSuffix("@")
      var head = [UInt8](repeating: 0, count: 512)
      func put(_ text: String, at place: Int) {
        for (k, byte) in text.utf8.enumerated() { head[place + k] = byte }
      }
      put(name, at: 0)
      put("0000644", at: 100)
      put("0000000", at: 108)
      put("0000000", at: 116)
      let size = String(content.count, radix: 8)
      put(String(repeating: "0", count: 11 - size.count) + size, at: 124)
      put("00000000000", at: 136)
      put("        ", at: 148)
      put(isLink ? "2" : name.hasSuffix("/") ? "5" : "0", at: 156)
      if isLink { put("/etc/passwd", at: 157) }
      put("ustar\u{0}00", at: 257)
      let sum = String(head.reduce(0) { $0 + Int($1) }, radix: 8)
      put(String(repeating: "0", count: 6 - sum.count) + sum + "\u{0} ", at: 148)
      file += head + content + [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
    }
    return file + [UInt8](repeating: 0, count: 1024)
  }
}

private func le16(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }

private func le32(_ value: UInt32) -> [UInt8] {
  le16(UInt16(value & 0xFFFF)) + le16(UInt16(value >> 16))
}

enum Checksum {
  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var crc = ~UInt32(0)
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}

/// The two forms of RFC 1951 that need no search: stored bytes, and one byte over and over.
enum Deflate {
  static func stored(_ content: [UInt8]) -> [UInt8] {
    var file: [UInt8] = []
    var rest = content[...]
    repeat {
      let piece = rest.prefix(0xFFFF)
      rest = rest.dropFirst(piece.count)
      let count = UInt16(piece.count)
      file += [rest.isEmpty ? 1 : 0] + le16(count) + le16(~count) + piece
    } while !rest.isEmpty
    return file
  }

  /// A zero and then copies of 258 bytes from one byte before, in the fixed code.
  static func zeros(_ count: Int) -> [UInt8] {
    var file: [UInt8] = []
    var (bits, filled) = (UInt32(0), 0)
    func put(_ code: UInt32, _ length: Int) {
      for k in stride(from: length - 1, through: 0, by: -1) {
        bits |= (code >> UInt32(k) & 1) << UInt32(filled)
        filled += 1
        if filled == 8 {
          file.append(UInt8(bits))
          (bits, filled) = (0, 0)
        }
      }
    }
    put(0b1, 1)
    put(0b10, 2)
    put(0b0011_0000, 8)
    for _ in 0..<(count / 258) {
      put(0b1100_0101, 8)
      put(0b00000, 5)
    }
    put(0, 7)
    if filled > 0 { file.append(UInt8(bits)) }
    return file
  }
}
