import Observations
import SoLieu
import Testing
import Writers

/// The zip of a data package; what is in it, `ClientTests` hold.
struct DataPackageTests {
  @Test(arguments: Layout.allCases)
  func theSameRecordsGiveTheSameBytes(layout: Layout) throws {
    var options = WriterOptions(.dataPackage)
    options.layout = layout
    let documents = [Sample.document(Sample.retail(), Sample.change()), Sample.document()]
    let bytes = try writtenBytes(options, documents)
    #expect(bytes.starts(with: Array("PK\u{3}\u{4}".utf8)))
    #expect(try writtenBytes(options, documents) == bytes)
  }

  @Test func whatIsPackedIsGivenOnWhileThereAreRecords() throws {
    var writer = try makeWriter(WriterOptions(.dataPackage))
    var output: [UInt8] = []
    try writer.begin(into: &output)
    let few = output.count
    // Of 64 KiB and more, packed: so much libarchive keeps.
    for number in 0..<8_000 {
      var record = Sample.retail()
      record.sentence =
        "\(number &* 6_364_136_223_846_793_005) \(number &* 3_935_559_000_370_003_845)"
      try writer.write(Sample.document(record), into: &output)
    }
    #expect(output.count > few + 30_000)
  }
}
