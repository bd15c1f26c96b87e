import Encodings
import Testing

struct TextEncodingTests {
  @Test func namesAreThoseOfIconv() {
    #expect(TextEncoding(rawValue: "UTF-8") == .utf8)
    #expect(TextEncoding(rawValue: "TCVN3") == .tcvn3)
  }
}
