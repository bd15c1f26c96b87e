import Observations
import Quantities
import Testing
import Writers

/// SDMX-CSV.
struct SDMXWriterTests {
  private static func cells(_ change: (_ record: inout Observation) -> Void) throws -> [String:
    String]
  {
    var record = Sample.retail()
    change(&record)
    let lines = try written(.sdmxCSV, [Sample.document(record)]).split(separator: "\r\n")
    let rows = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    return Dictionary(
      zip(rows[0].map(String.init), rows[1].map(String.init)), uniquingKeysWith: { $1 })
  }

  @Test func aRow() throws {
    var record = Sample.retail()
    record.area = "Hà Nội"
    record.areaCode = "01"
    #expect(
      try written(.sdmxCSV, [Sample.document(record, Sample.change())])
        == "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,MEASURE,COMPARISON,SCENARIO,"
        + "UNIT_MEASURE,REPORT,OBS_ID,TIME_PERIOD,OBS_VALUE,UNIT_MULT,OBS_STATUS,TIME_PER_COLLECT,BOUND,"
        + "DENOMINATOR,CONFIDENCE,INDICATOR_NAME,PARENT,AREA_NAME,TEXT,SENTENCE\r\n"
        + "dataflow,SOLIEU:FIGURES(1.0),I,M,VN_01,trade-retail_sales,level,_Z,REALISED,VND,bao-cao.html,"
        + "370,2022-11,2152.8,9,E,,about,,1.00,tổng mức bán lẻ,,Hà Nội,\"2.152,8 tỷ đồng\",\r\n"
        + "dataflow,SOLIEU:FIGURES(1.0),I,_O,_X,_X,change,same_period,REALISED,%,bao-cao.html,"
        + "0,2022-01-01/P11M,-5.50,0,A,,,,0.93,xuất khẩu,tổng kim ngạch,,,\r\n")
  }

  @Test(arguments: [
    ("2022", "A", "2022", ""), ("2022-Q3", "Q", "2022-Q3", ""), ("2022-11", "M", "2022-11", ""),
    ("2022-11-15", "D", "2022-11-15", ""), ("2013/2014", "_O", "2013-01-01/P2Y", ""),
    ("2022-01/2022-11", "_O", "2022-01-01/P11M", ""),
    ("2021-11/2022-02", "_O", "2021-11-01/P4M", ""),
    ("2022-01-01/2022-11-20", "_O", "2022-01-01/P324D", ""),
    ("2020-02-01/2020-03-01", "_O", "2020-02-01/P30D", ""), ("../2022-11", "M", "2022-11", "E"),
    ("../2022-11-15", "D", "2022-11-15", "E"), ("", "_U", "", ""),
  ])
  func periods(iso: String, frequency: String, period: String, collection: String) throws {
    let cells = try Self.cells { $0.period = iso }
    #expect(cells["FREQ"] == frequency)
    #expect(cells["TIME_PERIOD"] == period)
    #expect(cells["TIME_PER_COLLECT"] == collection)
  }

  @Test(arguments: [
    (Status.actual, "A", "REALISED"), (.estimate, "E", "REALISED"), (.provisional, "P", "REALISED"),
    (.forecast, "F", "REALISED"), (.plan, "A", "PLANNED"),
  ])
  func status(status: Status, code: String, scenario: String) throws {
    let cells = try Self.cells { $0.status = status }
    #expect(cells["OBS_STATUS"] == code)
    #expect(cells["SCENARIO"] == scenario)
  }

  @Test func theCountryHasItsOwnCode() throws {
    #expect(try Self.cells { $0.area = "Việt Nam" }["REF_AREA"] == "VN")
    #expect(try Self.cells { $0.area = "Mỹ Thới" }["REF_AREA"] == "_X")
  }
}
