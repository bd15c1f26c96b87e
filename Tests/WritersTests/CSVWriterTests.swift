import Observations
import Quantities
import Testing
import Writers

struct CSVWriterTests {
  private static let header =
    "document,indicator,indicator_code,parent,measure,base,value,unit,unit_mult,denominator,period,"
    + "status,bound,area,area_code,section,text,start,end,sentence,rule,confidence,flags,provenance,"
    + "alternatives\r\n"

  @Test func aRowHoldsEveryColumnInOrder() throws {
    let rows = try written(.csv, [Sample.document(Sample.retail(), Sample.change())])
    #expect(
      rows == Self.header
        + "bao-cao.html,tổng mức bán lẻ,trade.retail_sales,,level,,2152.8,VND,9,,2022-11,estimate,"
        + "about,,,,\"2.152,8 tỷ đồng\",370,385,,,1.00,,,\r\n"
        + "bao-cao.html,xuất khẩu,,tổng kim ngạch,change,same_period,-5.50,%,0,,2022-01/2022-11,"
        + "actual,,,,,,0,0,,,0.93,parts_exceed_total;slip,base=paragraph;period=report,value=550\r\n"
    )
  }

  @Test func noRecordsLeaveTheHeader() throws {
    #expect(try written(.csv, []) == Self.header)
    #expect(try written(.csv, [Sample.document()]) == Self.header)
  }

  @Test(arguments: [
    ("plain words", "plain words"), (" spaces ", " spaces "), ("a;b", "a;b"), ("a,b", "\"a,b\""),
    ("say \"ba\"", "\"say \"\"ba\"\"\""), ("two\nlines", "\"two\nlines\""),
    ("two\r\nlines", "\"two\r\nlines\""), ("=1+1", "=1+1"), ("1.5\tkg", "1.5\tkg"),
  ])
  func aFieldIsQuotedOnlyWhereNeeded(text: String, field: String) throws {
    var record = Observation(value: ExactDecimal(1))
    record.indicator = text
    let row = try written(.csv, [Sample.document(record)]).dropFirst(Self.header.count)
    #expect(row.hasPrefix("bao-cao.html,\(field),") || row.hasPrefix(",\(field),"))
  }

  @Test func documentsFollowUnderOneHeader() throws {
    let rows = try written(
      .csv, [Sample.document(Sample.retail()), Sample.document(Sample.change())])
    #expect(try rows == written(.csv, [Sample.document(Sample.retail(), Sample.change())]))
  }
}
