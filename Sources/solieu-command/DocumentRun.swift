import ArgumentParser
import SoLieu

/// All that paths name, read in parallel and taken by a sink in their order.
struct DocumentRun {
  let paths: [String]
  let archive: ArchiveArguments
  /// Files that the run writes, which are no reports.
  let outputs: [String?]
  let reader: ReportReader
  let isQuiet: Bool

  /// - Parameter makeSink: told whether the output may hold more than one document.
  func run(
    _ makeSink: (_ several: Bool) throws(ExitCode) -> any RecordSink
  ) async throws {
    let errors = try archive.errorLog()
    let selection = archive.selection(without: outputs + [archive.errors, archive.manifestPath])
    var walk = DocumentWalk(paths, selection, reader.formats)
    var first = walk.next()
    let sink = try makeSink(mayBeSeveral(first))
    let interrupt = Interrupt {
      sink.discard()
      errors?.discard()
      ExternalProgram.endAll()
      TemporaryFolder.removeAll()
    }
    var run = ExtractionRun(
      sink: sink, errors: errors,
      progress: isQuiet ? nil : Progress(paths, selection),
      isStrict: archive.strict, isQuiet: isQuiet, manifest: reader.manifest)
    let work = OrderedRun(jobs: archive.jobs ?? Processors.count) { [reader] in
      Self.outcome(of: $0, reader)
    }
    do {
      try await work.run({ () throws(ExitCode) in first.take() ?? walk.next() }) {
        outcome throws(ExitCode) in
        try run.take(outcome)
      }
      try run.finish()
    } catch {
      run.abandon()
      throw error
    }
    interrupt.lift()
    if !isQuiet { run.summarize() }
    try run.check()
  }

  private static func outcome(
    of found: DocumentWalk.Found, _ reader: ReportReader
  ) -> DocumentOutcome {
    do throws(InputError) {
      switch found {
      case .passedOver: return .passedOver
      case .failure(let error, let isNamed): return .failed(error, isNamed: isNamed)
      case .document(let path, _):
        return .read(reader.read(try Input.document(path, reader.formats)))
      case .content(let path, let bytes):
        return .read(reader.read(try Input.document(path, bytes, reader.formats)))
      case .member(let member, let archive, _):
        return .read(reader.read(try Input.document(member, in: archive, reader.formats)))
      case .archiveEnd(let path): return .archiveRead(path: path)
      }
    } catch {
      return .failed(error, isNamed: found.isNamed)
    }
  }

  private func mayBeSeveral(_ first: DocumentWalk.Found?) -> Bool {
    if case .member = first { return true }
    return paths.count > 1 || paths.contains { FileStatus.of($0)?.kind == .folder }
  }
}
