import Observations
import Quantities
import Testing
import Writers

/// One row for each indicator, area and period.
struct WideWriterTests {
  private static func documents() -> [DocumentRecords] {
    var growth = Sample.retail()
    growth.measure = .change
    growth.base = .samePeriod
    growth.value = ExactDecimal(83, fractionDigits: 1)
    growth.unit = "%"
    growth.unitMultiplier = 0
    return [Sample.document(Sample.retail()), Sample.document(growth)]
  }

  private static func options(_ format: OutputFormat) -> WriterOptions {
    var options = WriterOptions(format)
    options.layout = .wide
    return options
  }

  @Test func csvHasTheLevelBesideItsGrowth() throws {
    #expect(
      try written(Self.options(.csv), Self.documents())
        == "indicator_code,indicator,parent,area_code,area,period,value,unit,unit_mult,status,target,"
        + "target_mult,percent_of_plan,growth_same_period,growth_previous_period,growth_year_end,"
        + "growth_base_year,share,contribution,prices,area_since,series,document\r\n"
        + "trade.retail_sales,tổng mức bán lẻ,,,,2022-11,2152.8,VND,9,estimate,,,,8.3,,,,,,,,trade.retail_sales,bao-cao.html\r\n"
    )
  }

  @Test func jsonHasNullWhereThereIsNoNumber() throws {
    let row = """
      {"indicator_code":"trade.retail_sales","indicator":"tổng mức bán lẻ","parent":"","area_code":"",\
      "area":"","period":"2022-11","value":2152.8,"unit":"VND","unit_mult":9,"status":"estimate",\
      "target":null,"target_mult":null,"percent_of_plan":null,"growth_same_period":8.3,\
      "growth_previous_period":null,"growth_year_end":null,"growth_base_year":null,"share":null,\
      "contribution":null,"prices":"","area_since":"","series":"trade.retail_sales","document":"bao-cao.html"}
      """
    #expect(try written(Self.options(.jsonl), Self.documents()) == row + "\n")
    #expect(try written(Self.options(.json), Self.documents()) == "[\n\(row)\n]\n")
    #expect(try written(Self.options(.json), []) == "[\n]\n")
  }
}
