import ArgumentParser
import SoLieu

/// `solieu check DB`: what does not hold together within the reports of a dataset, and across them.
struct DatasetCheck {
  let dataset: DatasetArgument
  let checker: ReportChecker
  let units: SeriesUnits
  let isQuiet: Bool

  /// The dataset that the paths name; `nil` where they name reports.
  ///
  /// Throws where they name both, or several datasets.
  static func path(in paths: [String]) throws -> String? {
    guard let path = paths.first(where: isDatabase) else { return nil }
    guard paths.count == 1 else {
      throw ValidationError(
        "'\(path)' is a dataset, which is checked alone; leave out the other paths, or put their reports "
          + "into it first: solieu dataset update \(path) PATH…")
    }
    return path
  }

  private static func isDatabase(_ path: String) -> Bool {
    guard FileStatus.of(path)?.kind == .regular, let file = try? OpenFile.toRead(path) else {
      return false
    }
    defer { file.shut() }
    let mark = Array("SQLite format 3\0".utf8)
    return (try? file.contents(limit: mark.count))?.starts(with: mark) == true
  }

  func run(_ sink: FindingSink) throws {
    var sink = sink
    let opened = sink
    let interrupt = Interrupt { opened.discard() }
    var documents = 0
    var records = 0
    do {
      let store = try dataset.open()
      try store.forEachDocument { document in
        documents += 1
        records += document.observations.count
        try sink.take(document)
      }
      let across = SeriesChecker(checker)
      var gaps = SeriesGaps()
      try store.forEachSeries { figures in
        let statements = figures.map { SeriesStatement($0, units: units) }
        let prices = figures.first?.id.prices ?? ""
        sink.take(gaps.keep(across.findings(in: statements, prices: prices)))
      }
      sink.take(gaps.findings)
      try sink.finish()
    } catch {
      sink.discard()
      guard let error = error as? DatasetError else { throw error }
      Console.report("\(dataset.path): \(error)")
      throw ExitCode.noInput
    }
    interrupt.lift()
    guard !isQuiet else { return }
    Console.report(
      "\(dataset.path): \(documents) document\(documents == 1 ? "" : "s"), \(records) record\(records == 1 ? "" : "s")"
    )
  }
}
