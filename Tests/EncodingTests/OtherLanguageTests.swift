import Encodings
import Foundation
import TestSupport
import Testing

/// What is no Vietnamese is not made such.
struct OtherLanguageTests {
  private static let western = [
    "Les économies d'Asie ont été portées par la demande intérieure à Paris comme à Hanoï; où va-t-on?",
    "L'été dernier, la société a réalisé un chiffre d'affaires de 12,5 M€, là où elle était déficitaire.",
    "Für die Städte müssen größere Flächen verfügbar sein; die Länder prüfen das im März.",
    "El año pasado la inversión creció más rápido en América: según él, será así también mañana.",
    "Não há dúvida: a produção já está lá, só não são suficientes as exportações de café.",
    "La città è più vivace, però è già tutto finito: perché non è così?",
    "Année 2005 : 12,5 m² à 3 °C, § 5, n° 7, ½ « mot » © 2004, ± 3 µm",
    "The café’s résumé — “naïve” façade — cost £5 and ¥300 in 2004; the fiancée’s déjà vu.",
    "På en båt är det både kallt och blött, så vi går över ån.",
  ]

  @Test(arguments: western)
  func westernTextIsWindows1252(_ text: String) throws {
    let bytes = try #require(text.data(using: .windowsCP1252)).map { $0 }
    let decoded = try TextDecoder.decode(bytes)
    #expect(decoded.encoding == .windows1252)
    #expect(decoded.confidence < 0.5)
    #expect(String(bytes: decoded.bytes).isSame(as: text))
    #expect(LegacyText.repaired(text, font: nil) == nil)
  }

  @Test(arguments: [
    "So what do we know? We know (a) that it's so. Go to the sea. See me?",
    "Is he (a man) to be a hero? No. I'm so happy, he's too sad. They'd go.",
    "let x = a(b) + o(c^2); if (u+v) { e.f(); i.g() } // o+e, u+a, a(i)",
    "for (i = 0; i < a.size(); i++) { a[i] = a(i)^e(i) + o.a? y.b : u.c; }",
    "quý;tháng;số\n1;2;3\n4;5;6\n".folding(options: .diacriticInsensitive, locale: nil),
    "Gia tri: 1.250,5; 3.400,7; (a) 12; (b) 13. Bao cao thang. Co so ha tang.",
    "SELECT a.id, o.x FROM a(b) WHERE e.i = '5' AND u.y LIKE 'a^b';",
  ])
  func asciiIsNoVIQR(_ text: String) throws {
    let decoded = try TextDecoder.decode(Array(text.utf8))
    #expect(decoded.encoding == .utf8)
    #expect(decoded.bytes == Array(text.utf8))
  }

  @Test func ownSourcesAreNoVIQR() throws {
    for path in try Repository.paths(below: "Sources", ending: ".swift").prefix(60) {
      let bytes = try Repository.bytes(path).filter { $0 < 0x80 }
      #expect(try TextDecoder.decode(bytes).encoding == .utf8, "\(path)")
    }
  }
}
