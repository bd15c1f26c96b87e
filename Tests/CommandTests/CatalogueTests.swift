import Foundation
import Testing

/// `solieu catalogue`.
@Suite struct CatalogueTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  @Test func tableHasNamesUnitsAndWhatIsAbove() throws {
    let result = try Command.run(
      "catalogue", "ty le ho ngheo", "--format", "table", in: folder)
    #expect(result.code == 0)
    let lines = result.text.split(separator: "\n")
    #expect(lines.first?.hasPrefix("code") == true)
    #expect(lines.first?.hasSuffix("broader") == true)
    #expect(lines.dropFirst().first?.hasPrefix("poverty.rate ") == true)
    #expect(lines.dropFirst().first?.contains("Poverty rate") == true)
  }

  @Test func pipeGetsCSV() throws {
    let result = try Command.run("catalogue", "trade.exports.rice", in: folder)
    let lines = result.text.split(separator: "\r\n")
    #expect(
      lines.first == "code,broader,vietnamese,english,units,directions,names,abbreviations")
    #expect(
      lines.dropFirst().first?.hasPrefix(
        "trade.exports.rice,trade.exports.agro,Xuất khẩu gạo,Exports of rice,USD;tấn,") == true)
  }

  @Test func jsonHoldsEveryField() throws {
    let result = try Command.run("catalogue", "--format", "json", in: folder)
    let list = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output)) as? [[String: Any]])
    #expect(list.count >= 880)
    let rice = try #require(list.first { $0["code"] as? String == "trade.exports.rice" })
    #expect(rice["broader"] as? String == "trade.exports.agro")
    #expect(rice["units"] as? [String] == ["USD", "tấn"])
    let lines = try Command.run("catalogue", "--format", "jsonl", in: folder)
    #expect(lines.text.split(separator: "\n").count == list.count)
  }

  @Test func sdmxIsADataStructureDefinition() throws {
    let result = try Command.run("catalogue", "--format", "sdmx", in: folder)
    #expect(result.text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<mes:Structure "))
    #expect(result.text.contains("<str:Code id=\"trade-exports-rice\">"))
    #expect(result.text.contains("<com:Name xml:lang=\"vi\">Xuất khẩu gạo</com:Name>"))
    #expect(result.text.contains("<str:Parent><Ref id=\"trade-exports-agro\"/></str:Parent>"))
  }

  @Test func treeShowsWhatIsAbove() throws {
    let result = try Command.run("catalogue", "--tree", "trade.exports.seafood", in: folder)
    #expect(
      result.text == """
        trade.total  Kim ngạch xuất nhập khẩu (Total external trade)
          trade.exports  Kim ngạch xuất khẩu (Exports)
            trade.exports.agro  Xuất khẩu nông, lâm, thủy sản (Exports of agricultural, forestry and fishery products)
              trade.exports.seafood  Xuất khẩu thủy sản (Exports of seafood)

        """)
  }

  @Test func nothingFound() throws {
    let result = try Command.run("catalogue", "không có", "zzz", in: folder)
    #expect(result.code == 1)
    #expect(result.output.isEmpty)
    #expect(result.messages.hasPrefix("solieu: no indicator has all of 'không có zzz'"))
  }

  @Test func tablesOfAFolderAreRead() throws {
    try folder.makeFolder("rules")
    try folder.makeFolder("rules/Indicators")
    try folder.write("rules/units.tsv", "")
    try folder.write(
      "rules/Indicators/indicators.tsv",
      "code\tbroader\tvietnamese\tenglish\tunits\tdirections\tnames\tabbreviations\n"
        + "a.b\tx.y\tMột\tOne\tcon\ttăng\tmột\t\n")
    try folder.write("rules/Indicators/words.tsv", "words\tis\n")
    try folder.write("rules/Indicators/abbreviations.tsv", "abbreviation\twords\tbeside\n")
    let result = try Command.run("catalogue", "--lexicon", "rules", in: folder)
    #expect(result.code == 65)
    #expect(
      result.messages
        == "solieu: rules/Indicators/indicators.tsv:2:5: no line has the code x.y; add one, or correct it\n"
    )
  }

  @Test func recordsAndExplanationsShowTheCode() throws {
    try folder.write("a.txt", "Tháng 11 năm 2022, kim ngạch xuất khẩu đạt 214 triệu USD.\n")
    let records = try Command.run("extract", "a.txt", "--format", "jsonl", in: folder)
    #expect(records.text.contains("\"indicator_code\":\"trade.exports\""))
    let page = try Command.run("explain", "a.txt", in: folder)
    #expect(page.text.contains("indicator_code  trade.exports  Kim ngạch xuất khẩu (Exports)"))
  }
}
