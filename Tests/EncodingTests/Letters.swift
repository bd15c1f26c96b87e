import Foundation

/// The letters that Vietnamese has and ASCII has not, and text around them.
enum Letters {
  static let small = Array(
    "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ".unicodeScalars)
  static let all = small + small.map { $0.properties.uppercaseMapping.unicodeScalars }.joined()
  private static let set = Set(all)

  static func count(in text: String) -> Int {
    text.precomposedStringWithCanonicalMapping.unicodeScalars.count { set.contains($0) }
  }
}

extension String {
  init(bytes: [UInt8]) { self.init(decoding: bytes, as: UTF8.self) }

  var composed: String { precomposedStringWithCanonicalMapping }

  /// Equal by their bytes, not only as Unicode sees them.
  func isSame(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
