import ArgumentParser
import SoLieu

/// One run of `dataset update`: what has changed so far.
struct DatasetUpdate {
  /// What a document gave.
  enum Outcome: Sendable {
    case read(ReportReader.Reading, content: String, reading: String)
    case unchanged(StoredDocument)
    case archiveRead(path: String)
    case passedOver
    case failed(InputError, isNamed: Bool)
    /// The dataset itself fails.
    case stopped(DatasetError)
  }

  private let store: DatasetStore
  /// Keeps what it found out for all documents.
  private var identity: SeriesIdentity
  private let path: String
  private var errors: ErrorLog?
  private var progress: Progress?
  private let isStrict: Bool
  private let isQuiet: Bool
  /// The documents that are there, by their numbers.
  private var met: Set<Int64> = []
  private var failedPaths: Set<String> = []
  /// Archives of which all members were met.
  private var archives: Set<String> = []
  private var changed = 0
  private var unchanged = 0
  private var records = 0
  private var missing = 0
  private var moved = 0
  private var passedOver = 0
  private var failed = 0
  /// Failures that end in another exit code than 0.
  private var counted = 0

  init(
    store: DatasetStore, identity: SeriesIdentity, path: String, errors: ErrorLog?,
    progress: Progress?, isStrict: Bool,
    isQuiet: Bool
  ) {
    self.store = store
    self.identity = identity
    self.path = path
    self.errors = errors
    self.progress = progress
    self.isStrict = isStrict
    self.isQuiet = isQuiet
  }

  mutating func take(_ outcome: Outcome) throws(ExitCode) {
    switch outcome {
    case .read(let reading, let content, let key):
      let document = reading.records.document
      progress?.advance(to: document)
      if !isQuiet {
        if !reading.notes.isEmpty { progress?.clear() }
        for note in reading.notes { Console.report("\(document): \(note)") }
      }
      let ids = identity.ids(of: reading.records)
      let id = try reporting { () throws(DatasetError) in
        try store.replace(
          reading.records, ids: ids, units: identity.vocabulary.units, content: content,
          reading: key)
      }
      met.insert(id)
      changed += 1
      records += reading.records.observations.count
    case .unchanged(let document):
      progress?.advance(to: document.path)
      try reporting { () throws(DatasetError) in try store.confirm(document) }
      met.insert(document.id)
      unchanged += 1
    case .archiveRead(let path):
      progress?.advance(to: path)
      archives.insert(path)
    case .passedOver: passedOver += 1
    case .failed(let error, let isNamed):
      progress?.clear()
      Console.report(error)
      try errors?.add(error)
      try reporting { () throws(DatasetError) in
        try store.fail(path: error.path, problem: error.problem)
      }
      failedPaths.insert(error.path)
      failed += 1
      if isNamed || isStrict { counted += 1 }
    case .stopped(let error): try reporting { () throws(DatasetError) in throw error }
    }
  }

  /// Marks what is gone of that which the arguments name.
  mutating func finish(_ arguments: [String]) throws(ExitCode) {
    progress?.clear()
    let (met, failedPaths, archives) = (met, failedPaths, archives)
    (missing, moved) = try reporting { () throws(DatasetError) in
      try store.markMissing { document, isElsewhere in
        let path = document.path
        guard !met.contains(document.id), !failedPaths.contains(path),
          isElsewhere || arguments.contains(where: { Self.isBelow(path, $0) })
        else { return false }
        // What is only left out by a pattern is there; what is in an archive that was read is not.
        return archives.contains { Self.isBelow(path, $0) }
          || FileStatus.of(path) == nil && !Self.isWithinFile(path)
      }
    }
    try errors?.finish()
  }

  mutating func abandon() {
    progress?.clear()
    errors?.discard()
  }

  /// `2 documents read, 998 unchanged, 1 missing, 120 records, 1 failed`.
  func summarize() {
    let noun = changed == 1 ? "document" : "documents"
    var counts = ["\(changed) \(noun) read", "\(unchanged) unchanged"]
    if moved > 0 { counts.append("\(moved) moved") }
    if missing > 0 { counts.append("\(missing) gone missing") }
    counts.append("\(records) record\(records == 1 ? "" : "s")")
    if passedOver > 0 { counts.append("\(passedOver) passed over") }
    counts.append("\(failed) failed")
    Console.report("\(path): \(counts.joined(separator: ", "))")
  }

  /// How the command ends.
  func check() throws(ExitCode) {
    if changed + unchanged == 0, failed > 0 { throw .noInput }
    if counted > 0 { throw .someFailed }
  }

  private static func isBelow(_ path: String, _ folder: String) -> Bool {
    path == folder || folder == "." && !path.hasPrefix("/")
      || path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }

  /// Whether something on the way to it is a file: an archive that is still there.
  private static func isWithinFile(_ path: String) -> Bool {
    var folder = FileSystem.split(path).folder
    while folder.count > 1 {
      folder.removeLast()
      if let kind = FileStatus.of(folder)?.kind { return kind != .folder }
      folder = FileSystem.split(folder).folder
    }
    return false
  }

  private func reporting<Value>(
    _ body: () throws(DatasetError) -> Value
  ) throws(ExitCode) -> Value {
    try DatasetArgument.reporting(path, .cannotWrite) { () throws(DatasetError) in
      do throws(DatasetError) {
        return try body()
      } catch {
        guard error == .full else { throw error }
        throw DatasetError(
          error.problem, remedy: "make room and run it again: it goes on from there")
      }
    }
  }
}
