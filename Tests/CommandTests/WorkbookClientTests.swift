import Foundation
import Testing

/// Workbooks as other programs read them, with the CSV of the same run as what they must find.
@Suite(.serialized) struct WorkbookClientTests {
  private static let reports = Command.root.appending(path: "Corpus/reports").path
  private static let hasOpenpyxl = FileManager.default.fileExists(
    atPath: "/usr/lib/python3/dist-packages/openpyxl")
  private static let hasOffice = FileManager.default.fileExists(
    atPath: "/usr/lib/libreoffice/program/libsclo.so")

  /// The records of the corpus, and of eleven months of a province, as `x.xlsx` and `x.csv`.
  private func made() throws -> Folder {
    let folder = try Folder()
    try Self.writeMonths(to: folder)
    for name in ["x.xlsx", "x.csv"] {
      let result = try Command.run(
        "extract", "--quiet", Self.reports, "months", "-o", name, in: folder)
      #expect(result.code == 0, "\(result.messages)")
    }
    return folder
  }

  /// Reports with one series in two powers of ten, and a fraction that a spreadsheet might take for a day.
  private static func writeMonths(to folder: Folder) throws {
    try folder.makeFolder("months")
    for month in 1...11 {
      let level = month == 4 ? "2,15250 nghìn tỷ đồng" : "2.1\(10 + month),50 tỷ đồng"
      try folder.write(
        "months/\(month).txt",
        """
        CỤC THỐNG KÊ TỈNH LẠNG SƠN

        Tháng \(month) năm 2014, tổng mức bán lẻ hàng hóa ước đạt \(level), tăng 5,50% so với cùng kỳ; \
        9/11 huyện, thành phố có thủy sản tăng.

        """)
    }
  }

  @Test(.enabled(if: hasOpenpyxl, "needs python3-openpyxl (scripts/setup --tests)"))
  func openpyxlFindsTheCellsOfTheCSV() throws {
    let folder = try made()
    let script = """
      import csv, decimal, sys, openpyxl
      book = openpyxl.load_workbook("x.xlsx", data_only=True)
      numbers = {"value", "unit_mult", "denominator", "start", "end", "confidence"}
      sheet = book["observations"]
      rows = sheet.iter_rows()
      header = [cell.value for cell in next(rows)]
      records = csv.reader(open("x.csv", encoding="utf-8", newline=""))
      assert header == next(records) + ["source"], header
      count = 0
      for record, row in zip(records, rows, strict=True):
          count += 1
          for name, stated, cell in zip(header, record, row):
              if stated == "":
                  assert cell.value is None, (name, cell.value)
              elif name in numbers:
                  assert type(cell.value) in (int, float), (name, stated, cell.value)
                  assert decimal.Decimal(str(cell.value)) == decimal.Decimal(stated), (stated, cell.value)
                  if name in ("value", "denominator"):
                      decimals = len(stated.partition(".")[2])
                      zeros = "." + "0" * decimals if decimals else ""
                      assert cell.number_format == "#,##0" + zeros, (stated, cell.number_format)
              else:
                  assert cell.data_type == "s" and cell.value == stated, (name, stated, cell.value)
          assert row[-1].value == "→"
      assert sheet.freeze_panes == "A2"
      assert sheet.auto_filter.ref == f"A1:Z{count + 1}", sheet.auto_filter.ref
      assert count > 8000 and sheet.max_row == count + 1

      formulas = openpyxl.load_workbook("x.xlsx")
      for row in formulas["observations"].iter_rows():
          for cell in row[:-1]:
              assert cell.data_type != "f", cell.value
      sources = book["sources"]
      for row in (2, 500, count + 1):
          link = formulas["observations"].cell(row, 26).value
          target = int(link.split("!A")[1].split('"')[0])
          assert sources.cell(target, 7).value == sheet.cell(row, 20).value
          assert sources.cell(target, 1).value == sheet.cell(row, 1).value

      series = book["series"]
      names = [cell.value for cell in series[1]]
      retail = [dict(zip(names, row)) for row in series.iter_rows(min_row=2, values_only=True)
                if row[4] == "Lạng Sơn" and row[0] == "trade.retail" and (row[22] or "").startswith("months/")]
      assert [row["period"] for row in retail] == [f"2014-{month:02}" for month in range(1, 12)], retail
      assert {row["unit_mult"] for row in retail} == {9}
      assert [row["value"] for row in retail][2:5] == [2113.5, 2152.5, 2115.5], retail
      assert {row["growth_same_period"] for row in retail} == {5.5}
      charts = book["charts"]._charts
      assert len(charts) >= 1
      for chart in charts:
          for line in chart.series:
              assert line.val.numRef.f[:10] in ("series!$G$", "series!$N$", "series!$O$")
              assert line.cat.strRef.f.startswith("series!$F$")
      print("good")
      """
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = folder.url
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(text == "good\n")
  }

  @Test(.enabled(if: hasOffice, "needs libreoffice-calc-nogui (scripts/setup --tests)"))
  func libreOfficeShowsTheCellsOfTheCSV() throws {
    let folder = try made()
    try folder.makeFolder("office")
    // Every cell as it is shown, in English, quoted where it is text.
    _ = try Tool.run(
      [
        "soffice", "-env:UserInstallation=file://\(folder.url("settings").path)", "--headless",
        "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true",
        "--outdir", folder.url("office").path, folder.url("x.xlsx").path,
      ], input: [])
    let shown = Self.rows(try folder.text("office/x.csv"))
    let stated = Self.rows(try folder.text("x.csv"))
    #expect(shown.count == stated.count)
    #expect(stated.count > 8000)
    let header = try #require(stated.first)
    #expect(shown.first == header + ["source"])
    for (shown, stated) in zip(shown, stated).dropFirst() {
      for (column, name) in header.enumerated() {
        let isNumber = ["value", "denominator"].contains(name)
        let cell = isNumber ? shown[column].replacing(",", with: "") : shown[column]
        try #require(cell == stated[column], "\(name)")
      }
      try #require(shown.last == "→")
    }
  }

  @Test func theNumberOfJobsChangesNoByte() throws {
    let folder = try Folder()
    for jobs in ["1", "3"] {
      let result = try Command.run(
        "extract", "--quiet", Self.reports, "--jobs", jobs, "-o", "\(jobs).xlsx", in: folder)
      #expect(result.code == 0)
    }
    #expect(try folder.bytes("1.xlsx") == folder.bytes("3.xlsx"))
  }

  @Test func aTerminalGetsNoWorkbookAPipeDoes() throws {
    let folder = try Folder()
    try folder.write("a.txt", sentence)
    let text = try Command.runAtTerminal("extract", "a.txt", "--format", "xlsx", in: folder)
    #expect(text.contains("name a file with -o"))
    #expect(!text.contains("PK"))
    let piped = try Command.run("extract", "a.txt", "--format", "xlsx", in: folder)
    #expect(piped.code == 0)
    #expect(piped.output.starts(with: Array("PK".utf8)))
    let written = try Command.run("extract", "a.txt", "-o", "x.XLSX", in: folder)
    #expect(written.code == 0)
    #expect(try folder.bytes("x.XLSX") == piped.output)
  }

  /// A limit on the size of files stands for a full disk: wherever it strikes, there is a message and no file.
  @Test func aFullDiskIsNamedAndLeavesNoFile() throws {
    let folder = try Folder()
    let command = try #require(Command.path)
    let whole = try Command.run("extract", "--quiet", Self.reports, "-o", "x.xlsx", in: folder)
    #expect(whole.code == 0)
    let rows = try #require(try Self.kilobytes(of: "xl/worksheets/sheet1.xml", in: folder))
    for limit in [4, 1000, rows - 100, rows - 1, rows] {
      let output = try Tool.run(
        [
          "bash", "-c",
          "trap '' XFSZ; cd '\(folder.url.path)'; ulimit -f \(limit); "
            + "'\(command)' extract -q '\(Self.reports)' -o y.xlsx 2>&1; echo $?",
        ], input: [])
      let text = String(decoding: output, as: UTF8.self)
      #expect(text.hasSuffix("74\n"), "\(limit) KB: \(text)")
      #expect(text.contains("; make room"), "\(limit) KB: \(text)")
      #expect(try folder.names == ["x.xlsx"])
    }
  }

  /// How many whole kilobytes a part of `x.xlsx` has, unpacked.
  private static func kilobytes(of part: String, in folder: Folder) throws -> Int? {
    let script =
      "import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).getinfo(sys.argv[2]).file_size >> 10)"
    let output = try Tool.run(
      ["python3", "-c", script, folder.url("x.xlsx").path, part], input: [])
    return Int(String(decoding: output, as: UTF8.self).filter(\.isNumber))
  }

  /// The rows of a CSV.
  private static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = [[]]
    var field = ""
    var isQuoted = false
    var wasQuote = false
    for letter in text {
      if letter == "\"" {
        if isQuoted { wasQuote = true }
        if !isQuoted, wasQuote { field.append("\"") }
        isQuoted.toggle()
        if isQuoted { wasQuote = false }
      } else if isQuoted {
        field.append(letter)
      } else {
        wasQuote = false
        switch letter {
        case ",":
          rows[rows.count - 1].append(field)
          field = ""
        case "\n", "\r\n":
          rows[rows.count - 1].append(field)
          field = ""
          rows.append([])
        default: field.append(letter)
        }
      }
    }
    return rows.filter { !$0.isEmpty }
  }
}
