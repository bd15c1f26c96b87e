import Formats
import Foundation
import Testing

struct ArchiveTests {
  private func members(
    _ bytes: [UInt8], name: String? = nil, options: FormatOptions = FormatOptions()
  ) throws -> [String] {
    var lines: [String] = []
    var reader = try ArchiveReader(bytes, name: name, options: options)
    while let member = try reader.next() {
      switch member.content {
      case .success(let content):
        lines.append("\(member.path): \(String(decoding: content.prefix(40), as: UTF8.self))")
      case .failure(let error): lines.append("\(member.path)! \(error.problem)")
      }
    }
    return lines
  }

  @Test func filesComeWithTheirPathsInOrder() throws {
    let zip = PackageZip([
      ("báo cáo/", ""), ("báo cáo/tháng 9.txt", "Lúa đạt 5 tấn"), ("b.txt", "B"),
    ])
    #expect(try members(zip.bytes) == ["báo cáo/tháng 9.txt: Lúa đạt 5 tấn", "b.txt: B"])
    let tar = PackageZip.tar([("a/", []), ("a/b.txt", Array("B".utf8)), ("báo.txt", [])])
    #expect(try members(tar) == ["a/b.txt: B", "báo.txt: "])
  }

  @Test func hiddenFilesAndLinksArePassedOver() throws {
    let zip = PackageZip([
      (".git/config", "x"), ("__MACOSX/._a.txt", "x"), ("a/~$bao-cao.docx", "x"),
      ("a/Thumbs.db", "x"), ("a.txt", "A"),
    ])
    #expect(try members(zip.bytes) == ["a.txt: A"])
    #expect(try members(PackageZip.tar([("l@", []), ("a", [0x41])])) == ["a: A"])
  }

  @Test(arguments: [
    ("../../etc/passwd", "etc/passwd"), ("/root/a", "root/a"), (#"C:\a\b.txt"#, "a/b.txt"),
    ("a/./b//c", "a/b/c"), ("a\u{1B}[31m.txt", "a?[31m.txt"), ("tháng\u{202E}9", "tháng?9"),
  ])
  func labelsNeverClimb(path: String, label: String) throws {
    #expect(try members(PackageZip([(path, "A")]).bytes) == ["\(label): A"])
  }

  @Test func pathsThatAreNotUnicodeAreReadAsDOSWroteThem() throws {
    var zip = PackageZip()
    zip.add([0x42, 0xA0, 0x6F, 0x20, 0x63, 0xA0, 0x6F], [0x41])
    zip.members[0].flags = 0
    #expect(try members(zip.bytes) == ["Báo cáo: A"])
  }

  @Test func gzipIsItsFile() throws {
    let text = Array("Lúa".utf8)
    #expect(try members(PackageZip.gzip(text), name: "x/thang9.txt.gz") == ["thang9.txt: Lúa"])
    #expect(try members(PackageZip.gzip(text, name: "t.txt"), name: "x.gz") == ["t.txt: Lúa"])
    let tar = PackageZip.tar([("a.txt", [0x41]), ("b.txt", [0x42])])
    #expect(try members(PackageZip.gzip(tar), name: "x.tgz") == ["a.txt: A", "b.txt: B"])
  }

  @Test func archivesWithinArchivesAreUnpackedToADepth() throws {
    let tar = PackageZip.gzip(PackageZip.tar([("a.txt", [0x41])]))
    var zip = PackageZip()
    zip.add("x.tar.gz", tar)
    zip.add("b.txt", [0x42])
    #expect(try members(zip.bytes) == ["x.tar.gz/a.txt: A", "b.txt: B"])
    for _ in 0..<3 {
      var outer = PackageZip()
      outer.add("in.zip", zip.bytes)
      outer.add("c.txt", [0x43])
      zip = outer
    }
    #expect(
      try members(zip.bytes) == [
        "in.zip/in.zip/in.zip! is an archive more than 3 archives deep", "in.zip/in.zip/c.txt: C",
        "in.zip/c.txt: C", "c.txt: C",
      ])
  }

  @Test func aFileOnTheDiskIsReadInPlace() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let tar = PackageZip.gzip(PackageZip.tar([("a.txt", [0x41]), ("b.txt", [0x42])]))
    for (bytes, expected) in [
      (PackageZip([("a.txt", "A"), ("b.txt", "B")]).bytes, ["a.txt", "b.txt"]),
      (tar, ["a.txt", "b.txt"]), (PackageZip.gzip([0x41], name: "c.txt"), ["c.txt"]),
    ] {
      try Data(bytes).write(to: URL(filePath: path))
      var reader = try #require(try ArchiveReader(path: path))
      var found: [String] = []
      while let member = try reader.next() { found.append(member.path) }
      #expect(found == expected)
    }
    try Data(DOCXMade("<w:p/>").bytes).write(to: URL(filePath: path))
    #expect(try ArchiveReader(path: path) == nil, "a document is no archive")
  }

  @Test func documentsWithinAreNotUnpacked() throws {
    var zip = PackageZip()
    zip.add("a.docx", DOCXMade("<w:p><w:r><w:t>A</w:t></w:r></w:p>").bytes)
    var found: [DocumentFormat] = []
    var reader = try ArchiveReader(zip.bytes)
    while let member = try reader.next() {
      if let format = try? DocumentFormat.sniff(member.content.get()) { found.append(format) }
    }
    #expect(found == [.docx])
  }

  @Test func whatIsWrongWithAMemberIsToldAndTheOthersCome() throws {
    var zip = PackageZip([("a.txt", "A"), ("b.txt", "BBBB"), ("c.txt", "C"), ("d.txt", "D")])
    zip.members[1].crc ^= 1
    zip.members[2].flags |= 1
    let lines = try members(zip.bytes)
    #expect(lines.count == 4)
    #expect(lines[0] == "a.txt: A")
    #expect(lines[1].hasPrefix("b.txt! is damaged (ZIP bad CRC"))
    #expect(lines[2] == "c.txt! is locked by a password")
    #expect(lines[3] == "d.txt: D")
  }

  @Test func wrongSizesAndSpoiledDataAreErrorsOfTheirMember() throws {
    for spoil in 0..<3 {
      var zip = PackageZip([("a.txt", "A")])
      zip.addZeros("b.bin", count: 2580)
      zip.add("c.txt", [0x43])
      switch spoil {
      case 0: zip.members[1].size = 7
      case 1: zip.members[1].data = [0xFF, 0xFF, 0xFF, 0xFF]
      default: zip.members[1].data.removeLast(10)
      }
      let lines = try members(zip.bytes)
      #expect(lines.count == 3, "\(lines)")
      #expect(lines.first == "a.txt: A")
      #expect(lines.dropFirst().first?.hasPrefix("b.bin! is damaged") == true, "\(lines)")
      #expect(lines.last == "c.txt: C", "\(lines)")
    }
  }

  @Test func whatIsCutOffGivesWhatCameBefore() throws {
    let text = [UInt8](repeating: 0x41, count: 3000)
    var zip = PackageZip([("a.txt", "A")])
    zip.add("b.txt", text)
    for bytes in [zip.bytes, PackageZip.tar([("a.txt", [0x41]), ("b.txt", text)])] {
      var lines: [String] = []
      let error = #expect(throws: FormatError.self) {
        var reader = try ArchiveReader(Array(bytes.prefix(1600)))
        while let member = try reader.next() {
          lines.append(member.path + ((try? member.content.get()) == nil ? "!" : ""))
        }
      }
      #expect(lines.first == "a.txt")
      #expect(lines.dropFirst().allSatisfy { $0 == "b.txt!" }, "\(lines)")
      #expect(error?.problem.hasPrefix("is damaged") == true, "\(String(describing: error))")
    }
    let gzip = PackageZip.gzip(text)
    #expect(throws: FormatError.self) { try members(Array(gzip.prefix(2000))) }
  }

  @Test func bombsEndAtTheLimits() throws {
    var options = FormatOptions()
    options.limits.bytes = 1 << 20
    options.limits.archiveBytes = 3 << 20
    var zip = PackageZip([("a.txt", "A")])
    zip.addZeros("big.bin", count: 16 << 20)
    zip.addZeros("liar.bin", count: 16 << 20, claiming: 1 << 19)
    zip.add("b.txt", [0x42])
    let lines = try members(zip.bytes, options: options)
    #expect(lines.count == 4)
    #expect(lines[1] == "big.bin! unpacks to more than 1 MB")
    #expect(lines[2].hasPrefix("liar.bin! "))
    #expect(lines[3] == "b.txt: B")

    for k in 0..<8 { zip.addZeros("\(k)", count: 900 << 10) }
    #expect(throws: FormatError.self) { try members(zip.bytes, options: options) }
    let gzip = PackageZip.gzipOfZeros(16 << 20)
    let error = #expect(throws: FormatError.self) { try members(gzip, options: options) }
    #expect(error?.problem == "unpacks to more than 1 MB")
  }

  @Test func thereMayBeSoManyMembers() throws {
    var options = FormatOptions()
    options.limits.members = 10
    let zip = PackageZip((0..<11).map { ("\($0).txt", "A") })
    let error = #expect(throws: FormatError.self) { try members(zip.bytes, options: options) }
    #expect(error?.problem == "holds more than 10 files")
    options.limits.members = 11
    #expect(try members(zip.bytes, options: options).count == 11)
  }

  @Test(arguments: [[0x50, 0x4B, 3, 4], [0x1F, 0x8B, 8]])
  func aBeginningAloneIsAnError(bytes: [Int]) {
    #expect(throws: FormatError.self) { try members(bytes.map(UInt8.init)) }
  }

  @Test func everyCutAndEverySpoiledByteEndsInAnErrorOrMembers() {
    let zip = PackageZip([("a/b.txt", "Lúa"), ("c.txt", "C")]).bytes
    let tar = PackageZip.tar([("a.txt", [0x41])])
    for bytes in [zip, PackageZip.gzip(tar), tar] {
      for k in stride(from: 0, to: bytes.count, by: bytes.count > 1000 ? 7 : 1) {
        var spoiled = bytes
        spoiled[k] ^= 0xFF
        for file in [spoiled, Array(bytes.prefix(k))] {
          do {
            var reader = try ArchiveReader(file)
            while let member = try reader.next() {
              #expect(member.path.split(separator: "/").allSatisfy { $0 != ".." })
            }
          } catch {
            #expect(!error.problem.isEmpty && !error.remedy.isEmpty)
          }
        }
      }
    }
  }
}
