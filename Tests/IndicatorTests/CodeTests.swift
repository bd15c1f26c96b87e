import SoLieu
import Testing

/// Which code a figure has.
struct CodeTests {
  private static func codes(_ figures: [Figure]) throws -> [String] {
    var coder = IndicatorCoder(try BuiltIn.catalogue())
    return figures.map { coder.code(of: $0) }
  }

  @Test(arguments: [
    // The longest name, not the first.
    ("kim ngạch xuất khẩu", "", "USD", "trade.exports"),
    ("kim ngạch xuất khẩu gạo", "", "USD", "trade.exports.rice"),
    ("kim ngạch xuất nhập khẩu", "", "USD", "trade.total"),
    // Capitals, the place of the tone mark, i and y, signs and small words make no difference.
    ("Tỉ lệ hộ nghèo", "", "%", "poverty.rate"), ("TỶ LỆ HỘ NGHÈO", "", "%", "poverty.rate"),
    ("sản lượng thuỷ sản", "", "tấn", "fishery.production"),
    ("kim ngạch xuất khẩu của các doanh nghiệp", "", "USD", "trade.exports"),
    // The unit tells quantities of one name apart, and rules names out.
    ("lúa", "", "ha", "agriculture.rice.area"), ("lúa", "", "tấn", "agriculture.rice.production"),
    ("lúa", "", "tạ/ha", "agriculture.rice.yield"), ("lúa", "", "vụ", ""),
    // A name of one word is no part of a longer label, unless it is its head with its own unit.
    ("lúa lai F1", "", "ha", "agriculture.rice.hybrid_area"), ("chi trả cho hộ A", "", "con", ""),
    // The owner stands before or behind: sản lượng lúa, học sinh tiểu học.
    ("sản lượng", "lúa", "tấn", "agriculture.rice.production"),
    ("tiểu học", "học sinh", "em", "education.pupils.primary"),
    ("tỷ lệ", "hộ nghèo", "%", "poverty.rate"),
    // What is counted is part of the name.
    ("Sa Pa đón", "", "lượt khách", "tourism.visitors"),
    // Words that belong together are not cut: trị giá is no giá.
    ("trị giá", "hàng dệt may xuất khẩu", "USD", "trade.exports.textiles"),
    // The whole's code for countries, and for kinds of what has no kinds.
    ("Hàn Quốc", "tổng kim ngạch nhập khẩu", "USD", "trade.imports"),
    ("không có trong danh mục", "", "VND", ""), ("", "", "VND", ""),
  ])
  func labelHasCode(_ label: String, _ parent: String, _ unit: String, _ code: String) throws {
    #expect(try Self.codes([Figure(label: label, parent: parent, unit: unit)]) == [code])
  }

  @Test(arguments: [
    ("KNXK", "", "USD", "trade.exports"), ("tổng thu NSNN", "", "VND", "budget.revenue"),
    ("số vụ TNGT", "", "vụ", "safety.traffic.accidents"),
    ("số HTX", "", "hợp tác xã", "enterprise.cooperatives"),
    // NS is năng suất beside a crop and ngân sách beside thu and chi.
    ("NS lúa", "", "tạ/ha", "agriculture.rice.yield"), ("thu NS", "", "VND", "budget.revenue"),
    ("chi NS địa phương", "", "VND", "budget.expenditure"),
  ])
  func abbreviationIsReadByWhatStandsBesideIt(
    _ label: String, _ parent: String, _ unit: String, _ code: String
  ) throws {
    #expect(try Self.codes([Figure(label: label, parent: parent, unit: unit)]) == [code])
  }

  @Test func sharesAndChangesHaveTheCodeOfTheirQuantity() throws {
    let codes = try Self.codes([
      Figure(label: "lúa", unit: "tấn"), Figure(label: "lúa", unit: "%"),
      Figure(label: "lúa", unit: "ha"), Figure(label: "lúa", unit: "%"),
    ])
    #expect(
      codes == [
        "agriculture.rice.production", "agriculture.rice.production", "agriculture.rice.area",
        "agriculture.rice.area",
      ])
  }

  @Test func levelInPerCentIsARate() throws {
    let figures = [
      Figure(label: "nợ quá hạn", unit: "VND"),
      Figure(label: "tỷ lệ", parent: "nợ quá hạn", unit: "%", isRate: true),
    ]
    #expect(try Self.codes(figures) == ["banking.overdue", "banking.overdue_rate"])
  }

  @Test func whatTheLabelLeavesUnsaidStandsAroundIt() throws {
    let sentence = "Tổng sản phẩm trên địa bàn tăng 8,1%; dịch vụ tăng 6,2%."
    let figures = [
      Figure(label: "dịch vụ", unit: "%", sentence: sentence),
      Figure(label: "cà phê", unit: "USD", section: "IV. Xuất khẩu"),
    ]
    #expect(try Self.codes(figures) == ["growth.value_added.services", "trade.exports.coffee"])
  }

  @Test func whatIsSpokenOfCompletesTheLabel() throws {
    let sentence = "Lúa Hè Thu đã thu hoạch 12 ha, năng suất 56 tạ/ha; sản lượng thu hoạch 67 tấn."
    let codes = try Self.codes([
      Figure(label: "thu hoạch lúa Hè Thu", unit: "ha", sentence: sentence),
      // By the indicator of its owner, and by that spoken of last.
      Figure(
        label: "năng suất", parent: "thu hoạch lúa Hè Thu", unit: "tạ/ha", sentence: sentence),
      Figure(label: "sản lượng thu hoạch", unit: "tấn", sentence: sentence),
    ])
    #expect(
      codes == [
        "agriculture.rice.summer_autumn.harvested_area", "agriculture.rice.summer_autumn.yield",
        "agriculture.rice.summer_autumn.production",
      ])
  }

  @Test func whatStandsAroundTheNumberTellsWhichKind() throws {
    let sentence = "Gieo cấy 20 ha lúa Đông Xuân; toàn tỉnh gieo cấy 5 ha lúa Mùa."
    let codes = try Self.codes([
      Figure(
        label: "gieo cấy lúa", unit: "ha", sentence: sentence,
        clause: "Gieo cấy 20 ha lúa Đông Xuân"),
      Figure(
        label: "gieo cấy lúa", unit: "ha", sentence: sentence,
        clause: "toàn tỉnh gieo cấy 5 ha lúa Mùa"),
    ])
    #expect(codes == ["agriculture.rice.winter_spring.area", "agriculture.rice.main.area"])
  }

  @Test func placesHaveTheCodeOfTheListThatTheyStandIn() throws {
    let codes = try Self.codes([
      Figure(label: "Hàn Quốc", unit: "lượt khách", section: "I. Du lịch / 1. Khách quốc tế"),
      Figure(label: "chợ Đầm", unit: "lượt khách", section: "I. Du lịch / 1. Khách quốc tế"),
    ])
    #expect(codes == ["tourism.visitors.foreign", ""])
  }

  @Test func partsOfPartsAreReadUpwards() throws {
    let figures = [
      Figure(label: "xuất khẩu", unit: "USD"),
      Figure(label: "kim ngạch", parent: "xuất khẩu", unit: "USD"),
      Figure(label: "khối FDI", parent: "kim ngạch", unit: "USD"),
    ]
    #expect(
      try Self.codes(figures) == ["trade.exports", "trade.exports", "trade.exports.fdi"])
  }

  @Test func emptyCatalogueGivesNoCode() {
    var coder = IndicatorCoder(IndicatorCatalogue())
    #expect(coder.code(of: Figure(label: "xuất khẩu", unit: "USD")).isEmpty)
  }
}
