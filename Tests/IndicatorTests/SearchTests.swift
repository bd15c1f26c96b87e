import SoLieu
import Testing

struct SearchTests {
  @Test(arguments: [
    ("trade.exports", "trade.exports"), ("ty le ho ngheo", "poverty.rate"),
    ("TỶ LỆ HỘ NGHÈO", "poverty.rate"), ("poverty rate", "poverty.rate"),
    ("kim ngạch xuất khẩu", "trade.exports"), ("KNXK", "trade.exports"), ("GRDP", "growth.grdp"),
  ])
  func nearestComesFirst(_ query: String, _ code: String) throws {
    #expect(try BuiltIn.catalogue().search(query).first?.code == code)
  }

  @Test func everyWordMustBeThere() throws {
    let catalogue = try BuiltIn.catalogue()
    let both = catalogue.search("retail fuel").map(\.code)
    #expect(both.contains("trade.retail.fuel"))
    #expect(!both.contains("trade.retail.food"))
    #expect(catalogue.search("retail zzz").isEmpty)
    #expect(catalogue.search("").count == catalogue.indicators.count)
  }

  @Test func toneMarksTellWordsApart() throws {
    let catalogue = try BuiltIn.catalogue()
    // mía is sugar cane; mía without its mark may be that, mỉa is nothing.
    #expect(catalogue.search("mia").contains { $0.code == "agriculture.sugarcane.area" })
    #expect(!catalogue.search("mỉa").contains { $0.code == "agriculture.sugarcane.area" })
  }

  @Test func hierarchyIsWalkedUpAndDown() throws {
    let catalogue = try BuiltIn.catalogue()
    let rate = try #require(catalogue["growth.value_added.mining"])
    #expect(
      catalogue.path(to: rate).map(\.code).suffix(2) == [
        "growth.value_added.industry_construction", "growth.value_added.industry",
      ])
    let above = try #require(catalogue["growth.value_added.industry"])
    #expect(catalogue.narrower(than: above).map(\.code).contains("growth.value_added.mining"))
  }
}
