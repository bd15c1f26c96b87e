import Encodings
import Testing

/// Characters of windows-1252 that are letters of Vietnamese in another encoding.
struct LegacyTextTests {
  @Test(arguments: [
    ("C«ng nghiÖp", ".VnTime", "Công nghiệp"),
    ("l\u{AD}¬ng thùc ®¹t 12,5 t¹/ha", ".VnArial", "lương thực đạt 12,5 tạ/ha"),
    ("céng hoµ x· héi 2005", ".VnTimeH", "CỘNG HOÀ XÃ HỘI 2005"),
    ("trong", ".VnTimeH", "TRONG"),
    ("Xin chaøo", "VNI-Times", "Xin chào"),
    ("CÑ", "VNI-Helve", "CĐ"),
    ("“t¨ng” – 3 °C… → \u{F0B7} m²", ".VnTime", "“tăng” – 3 °C… → \u{F0B7} m²"),
    ("sän lÜ®ng", "VPS Times", "sản lượng"),
  ])
  func fontDecides(_ text: String, _ font: String, _ expected: String) {
    #expect(LegacyText.repaired(text, font: font) == expected)
  }

  @Test(arguments: [
    ("C«ng nghiÖp t¨ng 12,5%", "Công nghiệp tăng 12,5%"),
    ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ("S¶n l\u{AD}îng → l\u{AD}¬ng thùc \u{F0B7}", "Sản lượng → lương thực \u{F0B7}"),
  ])
  func syllablesDecideWithoutAFont(_ text: String, _ expected: String) {
    #expect(LegacyText.repaired(text, font: nil) == expected)
    #expect(LegacyText.repaired(text, font: "Times New Roman") == expected)
  }

  @Test(arguments: [nil, ".VnTime", "VNI-Times", "VPS Times"])
  func whatIsRightStays(_ font: String?) {
    for text in [
      "Tỉnh Quảng Nam", "BÁO CÁO", "Tin liên quan:", "là các xã có bò và gà",
      "Le\u{302}\u{323} Lai", "1.250,5 (12%)", "plain",
      "", "ước đạt",
    ] {
      #expect(LegacyText.repaired(text, font: font) == nil, "\(text)")
    }
  }

  @Test func tooLittleIsLeftAlone() {
    for text in ["§VT", "café", "12 m²", "®", "©", "10 °C", "Les années à Paris"] {
      #expect(LegacyText.repaired(text, font: nil) == nil, "\(text)")
    }
  }

  @Test func paragraphsAreJudgedTogether() {
    let repair = LegacyRepair(paragraphs: [
      "B¸o c¸o t×nh h×nh kinh tÕ - x· héi", "§VT", "tû ®", "12 m²", "Tæng sè", "Tỉnh ủy báo cáo",
    ])
    #expect(repair.encoding == .tcvn3)
    #expect(repair.confidence > 0.6)
    #expect(repair.repaired("§VT") == "ĐVT")
    #expect(repair.repaired("tû ®") == "tỷ đ")
    #expect(repair.repaired("Tæng sè") == "Tổng số")
    for text in [
      "Tỉnh ủy báo cáo", "12 m²", "café", "10 °C", "© 2005", "Les années à Paris", "12%",
    ] {
      #expect(repair.repaired(text) == nil, "\(text)")
    }
  }

  @Test func runsOfSeveralFonts() {
    let runs = [
      EncodedRun(text: "B¸o c¸o", font: ".VnTimeH"),
      EncodedRun(text: "taøi chính", font: "VNI-Times"),
      EncodedRun(text: "Tỉnh ủy", font: "Arial"), EncodedRun(text: "tæng sè x·", font: ".VnTime"),
    ]
    let repair = LegacyRepair(runs: runs)
    #expect(repair.encoding == nil)
    #expect(runs.map { repair.repaired($0) } == ["BÁO CÁO", "tài chính", nil, "tổng số xã"])
  }

  @Test func textWithoutAFontIsAsTheOther() {
    let repair = LegacyRepair(runs: [
      EncodedRun(text: "B¸o c¸o", font: ".VnTime"), EncodedRun(text: "§VT", font: nil),
    ])
    #expect(repair.encoding == .tcvn3)
    #expect(repair.repaired(EncodedRun(text: "§VT", font: nil)) == "ĐVT")
    #expect(LegacyRepair(paragraphs: ["Tỉnh ủy", "plain", "12%"]).encoding == nil)
  }

  @Test func reportsOutOfWindows1252() throws {
    for encoding in [TextEncoding.tcvn3, .vni] {
      let encoder = try Encoder(encoding)
      for name in Reports.names.prefix(20) {
        // Without capitals, which fonts for TCVN3 do not have.
        let text = encoder.writable(try Reports.text(name)).lowercased()
        let latin = try TextDecoder.decode(encoder.encode(text), as: .windows1252)
        let paragraphs = String(bytes: latin.bytes).split(separator: "\n").map(String.init)
        let repair = LegacyRepair(paragraphs: paragraphs)
        let repaired = paragraphs.map { repair.repaired($0) ?? $0 }
        #expect(repair.encoding == encoding, "\(name)")
        for (line, expected) in zip(repaired, text.split(separator: "\n")) {
          #expect(line.isSame(as: String(expected)), "\(name)")
        }
      }
    }
  }

  @Test(arguments: [
    (".VnTime", TextEncoding.tcvn3, false), (".VnTimeH", .tcvn3, true), (".VNARIALH", .tcvn3, true),
    ("ABCDEF+.VnArialH,Bold", .tcvn3, true), ("'.VnArial NarrowH'", .tcvn3, true),
    (".VnEnglish", .tcvn3, false), ("VNI-Helve", .vni, false), ("vni-times", .vni, false),
    ("VPS Times", .vps, false),
  ])
  func familyOfAFont(_ name: String, _ encoding: TextEncoding, _ isCapitals: Bool) {
    #expect(
      LegacyText.family(ofFont: name) == RunFont(encoding: encoding, isCapitals: isCapitals))
  }

  @Test(arguments: ["Times New Roman", "Arial", "Vni", "", "Vns", "Helvetica"])
  func fontThatSaysNothing(_ name: String) {
    #expect(LegacyText.family(ofFont: name) == nil)
  }
}
