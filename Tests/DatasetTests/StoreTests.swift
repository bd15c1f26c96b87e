import Dataset
import Foundation
import Observations
import Quantities
import Series
import Testing

/// A folder of a test's own.
struct Place: ~Copyable {
  let url = FileManager.default.temporaryDirectory.appending(path: "solieu-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(path: name).path }
}

/// A report with one figure of each value.
func report(
  _ document: String, _ values: [String], period: String = "2022-11", status: Status = .actual,
  date: String = "", indicator: String = "Tổng mức bán lẻ", code: String = "trade.retail",
  area: String = "Lạng Sơn", multiplier: Int = 9, sentence: String = "Sản lượng đạt 5,50 tấn."
) throws -> DocumentRecords {
  var facts = DocumentFacts()
  facts.title = "Báo cáo \(document)"
  facts.date = date
  let observations = try values.map { value in
    var record = Observation(value: try #require(ExactDecimal(value)))
    record.document = document
    record.indicator = indicator
    record.indicatorCode = code
    record.unit = "VND"
    record.unitMultiplier = multiplier
    record.period = period
    record.status = status
    record.area = area
    record.text = value
    record.sentence = sentence
    record.confidence = Confidence(hundredths: 93)
    record.flags = ["a", "b"]
    record.provenance = [Observation.Inheritance(field: "period", source: .report)]
    record.alternatives = [Observation.Alternative(value: ExactDecimal(55, fractionDigits: 1))]
    return record
  }
  return DocumentRecords(document: document, facts: facts, observations: observations)
}

/// Puts a report into a dataset.
func put(_ records: DocumentRecords, into store: DatasetStore, content: String = "1") throws {
  var identity = SeriesIdentity()
  try store.replace(records, ids: identity.ids(of: records), content: content, reading: "1")
}

struct StoreTests {
  private func all(_ store: DatasetStore) throws -> [DocumentRecords] {
    var all: [DocumentRecords] = []
    try store.forEachDocument { all.append($0) }
    return all
  }

  @Test func whatGoesInComesOut() throws {
    let place = try Place()
    let store = try DatasetStore(writing: place.path("a.db"))
    var first = try report("b.txt", ["5.50", "-31.6"])
    first.observations[0].denominator = ExactDecimal(121)
    first.observations[0].bound = .about
    let second = try report("a.txt", ["123456789012345678901.25"])
    for records in [first, second] {
      try put(records, into: store)
    }
    try store.close()
    let read = try all(try DatasetStore(reading: place.path("a.db")))
    #expect(read.map(\.document) == ["a.txt", "b.txt"])
    #expect(read.first?.observations == second.observations)
    #expect(read.last?.observations == first.observations)
    #expect(read.last?.facts == first.facts)
    // One file, which may be copied.
    let names = try FileManager.default.contentsOfDirectory(atPath: place.url.path)
    #expect(names == ["a.db"])
  }

  @Test func aDocumentsRecordsAreReplaced() throws {
    let place = try Place()
    let store = try DatasetStore(writing: place.path("a.db"))
    try put(try report("a.txt", ["1", "2"]), into: store)
    try put(try report("b.txt", ["3"]), into: store)
    try put(try report("a.txt", ["4"]), into: store, content: "2")
    #expect(try all(store).map { $0.observations.map(\.text) } == [["4"], ["3"]])
    let stored = try #require(try store.document(at: "a.txt"))
    #expect(stored.content == "2")
    #expect(try store.document(at: "c.txt") == nil)
  }

  @Test func whatFailsOrIsGoneIsMarkedAndKept() throws {
    let place = try Place()
    let store = try DatasetStore(writing: place.path("a.db"))
    try put(try report("a.txt", ["1"]), into: store)
    try put(try report("b.txt", ["2"]), into: store, content: "2")
    try store.fail(path: "a.txt", problem: "is damaged")
    #expect(try store.markMissing { document, _ in document.path == "b.txt" } == (1, 0))
    #expect(try store.markMissing { document, _ in document.path == "b.txt" } == (0, 0))
    #expect(try store.document(at: "a.txt")?.state == .failed)
    let gone = try #require(try store.document(at: "b.txt"))
    #expect(gone.state == .missing)
    #expect(try all(store).count == 2)
    try store.confirm(gone)
    #expect(try store.document(at: "b.txt")?.state == .read)
  }

  @Test func theRecordsOfWhatWasMovedAreHeldOnce() throws {
    let place = try Place()
    let store = try DatasetStore(writing: place.path("a.db"))
    try put(try report("old.txt", ["1"]), into: store)
    try put(try report("other.txt", ["2"]), into: store, content: "2")
    try put(try report("new.txt", ["1"]), into: store)
    let counts = try store.markMissing { document, isElsewhere in
      #expect(isElsewhere == (document.path != "other.txt"))
      return document.path == "old.txt"
    }
    #expect(counts == (0, 1))
    #expect(try all(store).map(\.document) == ["new.txt", "other.txt"])
    // Back at its place, it is to be read anew.
    let old = try #require(try store.document(at: "old.txt"))
    #expect(old.state == .missing)
    #expect(old.content.isEmpty)
  }

  @Test func otherFilesAreRefused() throws {
    let place = try Place()
    try Data("no database at all, but long enough to be looked at".utf8).write(
      to: place.url.appending(path: "text.db"))
    for path in [place.path("text.db"), place.path("none/a.db"), place.url.path] {
      #expect(throws: DatasetError.self) { try DatasetStore(writing: path) }
    }
    #expect(throws: DatasetError.self) { try DatasetStore(reading: place.path("absent.db")) }
    #expect(!FileManager.default.fileExists(atPath: place.path("absent.db")))
  }

  @Test func everyColumnIsExplained() throws {
    let place = try Place()
    let store = try DatasetStore(writing: place.path("a.db"))
    let tables = try store.description().tables
    let names = ["documents", "observations", "sentences", "figures", "levels", "growth"]
    #expect(Set(tables.map(\.name)) == Set(names))
    for (table, count) in [
      ("documents", 16), ("observations", 36), ("figures", 36), ("levels", 22), ("growth", 20),
    ] {
      let columns = try #require(tables.first { $0.name == table }).columns
      #expect(columns.count == count, "\(table): \(columns.map(\.name))")
      #expect(columns.contains { $0.name == "area_code" || $0.name == "path" })
    }
  }

  @Test func sumsOfBytesAreThoseOfOthers() {
    #expect(
      ContentHash(Array("abc".utf8)).hex
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
