import ArgumentParser
import SoLieu

/// `solieu dataset update`: reads what is new or has changed into a dataset.
struct DatasetUpdateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "Read what is new or has changed into a dataset.",
    discussion: """
      A document is read anew only where its bytes, the rules, or what is said of it here have \
      changed; it is told from others by its path as given, so name the same folder in the same way \
      each time. Its records are replaced as one. A document that is gone is marked as missing, and \
      its records stay. The run may be stopped at any moment: the next goes on from there.

      EXAMPLES:
        solieu dataset update figures.db archive/
        solieu dataset update figures.db archive/ --manifest manifest.csv --errors failed.jsonl
      """)

  @OptionGroup var dataset: DatasetArgument

  @Argument(
    help: ArgumentHelp("Reports, and folders with reports.", valueName: "path"),
    completion: .file())
  var paths: [String]

  @OptionGroup var reading: ArchiveReading

  func validate() throws {
    if paths.contains(Input.standard) {
      throw ValidationError("what comes through the standard input has no name to be known by")
    }
    try OutputGuard(
      outputs: [("the dataset", dataset.path), ("--errors", reading.archive.errors)],
      inputs: [("manifest", reading.archive.manifestPath)], reports: paths,
      selection: reading.archive.selection(without: [])
    ).check()
  }

  func run() async throws {
    let (archive, formats, quiet) = (reading.archive, reading.formats, reading.quiet)
    let pipeline = try reading.language.pipeline()
    let manifest = try archive.manifest()
    let units = try reading.language.units()
    let store = try DatasetArgument.reporting(dataset.path) { () throws(DatasetError) in
      try DatasetStore(writing: dataset.path, units: units) {
        Console.report("\(dataset.path): another run updates it; waiting for that to end")
      }
    }
    let errors = try archive.errorLog()
    let interrupt = Interrupt {
      errors?.discard()
      ExternalProgram.endAll()
      TemporaryFolder.removeAll()
    }
    let arguments = paths.map(Self.plain)
    let selection = archive.selection(
      without: [dataset.path, archive.errors, archive.manifestPath])
    let reader = DatasetReader(
      store: store,
      documents: try reading.reader(pipeline, manifest), version: try reading.version())
    var update = DatasetUpdate(
      store: store, identity: try reading.language.identity(pipeline), path: dataset.path,
      errors: errors,
      progress: quiet ? nil : Progress(arguments, selection),
      isStrict: archive.strict, isQuiet: quiet)
    var walk = DocumentWalk(arguments, selection, formats.options)
    let work = OrderedRun(jobs: archive.jobs ?? Processors.count) { reader.outcome(of: $0) }
    do {
      try await work.run({ () throws(ExitCode) in walk.next() }) { outcome throws(ExitCode) in
        try update.take(outcome)
      }
      try update.finish(arguments)
    } catch {
      update.abandon()
      throw error
    }
    interrupt.lift()
    try DatasetArgument.reporting(dataset.path) { () throws(DatasetError) in try store.close() }
    if !quiet { update.summarize() }
    try update.check()
  }

  /// The path without `./` and doubled slashes, by which a document is known.
  private static func plain(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    if path.hasPrefix("/") { return "/" + parts }
    return parts.isEmpty ? "." : parts
  }
}

/// Reads what a dataset does not have yet.
private struct DatasetReader: Sendable {
  let store: DatasetStore
  let documents: ReportReader
  /// With which rules and options documents are read.
  let version: String

  func outcome(of found: DocumentWalk.Found) -> DatasetUpdate.Outcome {
    do throws(InputError) {
      switch found {
      case .passedOver: return .passedOver
      case .failure(let error, let isNamed): return .failed(error, isNamed: isNamed)
      case .archiveEnd(let path): return .archiveRead(path: path)
      case .document(let path, _): return try outcome(path, try Input.bytes(path))
      case .content(let path, let bytes): return try outcome(path, bytes)
      case .member(let member, let archive, _):
        return try outcome(
          FileSystem.join(archive, member.path), try Input.bytes(of: member, in: archive))
      }
    } catch {
      return .failed(error, isNamed: found.isNamed)
    }
  }

  private func outcome(
    _ path: String, _ bytes: [UInt8]
  ) throws(InputError) -> DatasetUpdate.Outcome {
    let content = ContentHash(bytes).hex
    let known = documents.manifest?.version(of: path) ?? ""
    let reading = ContentHash(Array("\(version)\n\(known)".utf8)).hex
    do throws(DatasetError) {
      if let stored = try store.document(at: path), stored.state != .failed,
        stored.content == content, stored.reading == reading
      {
        return .unchanged(stored)
      }
    } catch {
      return .stopped(error)
    }
    let document = try Input.document(path, bytes, documents.formats)
    return .read(documents.read(document), content: content, reading: reading)
  }
}
