import SoLieu
import Testing
import Writers

/// Which options go together.
struct WriterOptionsTests {
  @Test(arguments: OutputFormat.allCases.filter { $0 != .sqlite })
  func everyFormatIsWritten(format: OutputFormat) throws {
    let bytes = try writtenBytes(WriterOptions(format), [Sample.document(Sample.retail())])
    #expect(!bytes.isEmpty)
  }

  @Test func wideIsForDataAndNotForATerminal() throws {
    for format in OutputFormat.allCases {
      var options = WriterOptions(format)
      options.layout = .wide
      let isAllowed = [.csv, .json, .jsonl, .dataPackage].contains(format)
      #expect(((try? makeWriter(options)) != nil) == isAllowed, "\(format)")
    }
  }

  @Test func labelsAreForPeople() throws {
    for format in OutputFormat.allCases {
      var options = WriterOptions(format)
      options.labels = Labels.codes.speaking(.english)
      let isAllowed = [.csv, .table, .dataPackage, .xlsx].contains(format)
      #expect(((try? makeWriter(options)) != nil) == isAllowed, "\(format)")
    }
  }

  @Test func dialectsAreOfCSV() throws {
    for format in OutputFormat.allCases {
      var options = WriterOptions(format)
      options.dialect = .excel
      #expect(((try? makeWriter(options)) != nil) == (format == .csv), "\(format)")
    }
  }
}
