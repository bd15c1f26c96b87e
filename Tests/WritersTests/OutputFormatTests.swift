import Testing
import Writers

struct OutputFormatTests {
  @Test(arguments: [
    ("dataset.csv", OutputFormat.csv), ("a/b.2022/c.JSON", .json), ("x.jsonl", .jsonl),
    ("x.ndjson", .jsonl), ("x.txt", .table), ("x.SDMX.csv", .sdmxCSV), ("x.zip", .dataPackage),
    ("x.xlsx", .xlsx), ("x.XLSX", .xlsx), ("x.db", .sqlite), ("x.sqlite3", .sqlite),
  ])
  func theEndingNamesTheFormat(path: String, format: OutputFormat) {
    #expect(OutputFormat(path: path) == format)
  }

  @Test(arguments: ["dataset", "dataset.xls", "a.csv/dataset", "", "dataset.csv "])
  func anotherEndingNamesNone(path: String) {
    #expect(OutputFormat(path: path) == nil)
  }
}
