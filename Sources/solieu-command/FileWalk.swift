import SoLieu

/// The documents that paths name, one at a time and in the order of their paths: files as they are,
/// folders with all that is below them.
///
/// Holds the names of the folders that it is in, so that memory does not grow with the archive.
struct FileWalk: Sequence, IteratorProtocol {
  /// What stands at a path.
  enum Found {
    /// A document; `isNamed` where the path was given itself, and not found in a folder.
    case document(path: String, isNamed: Bool)
    /// Something in a folder that is no report.
    case passedOver(path: String)
    case failure(InputError, isNamed: Bool)
  }

  private let selection: FileSelection
  private var arguments: ArraySlice<String>
  /// The folders on the way, each with the names still to come, the last first.
  private var open: [Level] = []
  /// Folders that were entered: one reached twice, by a link, is entered once.
  private var entered: Set<FileIdentity> = []
  /// Where the arguments lie really: a link to something below them is passed over.
  private let roots: [String]

  private struct Level {
    let folder: String
    var names: [(name: String, isFolder: Bool)]
  }

  init(_ arguments: [String], _ selection: FileSelection) {
    self.arguments = arguments[...]
    self.selection = selection
    roots = arguments.filter { $0 != Input.standard }.map {
      FileSystem.join(FileSystem.resolved($0), "")
    }
  }

  mutating func next() -> Found? {
    while true {
      while let last = open.indices.last {
        guard let entry = open[last].names.popLast() else {
          open.removeLast()
          continue
        }
        let path = FileSystem.join(open[last].folder, entry.name)
        if let found = visit(path, entry.name, isFolder: entry.isFolder) { return found }
      }
      guard let argument = arguments.popFirst() else { return nil }
      guard argument != Input.standard,
        let status = FileStatus.of(argument), status.kind == .folder
      else { return .document(path: argument, isNamed: true) }
      if let failure = enter(argument, status, isNamed: true) { return failure }
    }
  }

  /// What the entry of a folder is; `nil` where it is a folder, whose entries come next.
  private mutating func visit(_ path: String, _ name: String, isFolder: Bool) -> Found? {
    guard !name.hasPrefix("."), !name.hasPrefix("~$"), !selection.excludes(path) else {
      return .passedOver(path: path)
    }
    guard let status = FileStatus.of(path), let own = FileStatus.of(path, followingLinks: false)
    else {
      // Of a name that is not UTF-8 the text is not the name.
      guard name.unicodeScalars.contains("\u{FFFD}") else { return .passedOver(path: path) }
      let error = InputError(
        path: path, problem: "has a name that is not UTF-8",
        remedy: "rename it, as with convmv -t UTF-8")
      return .failure(error, isNamed: false)
    }
    if own.kind == .link, isBelowRoots(path) { return .passedOver(path: path) }
    switch status.kind {
    case .folder: return enter(path, status, isNamed: false)
    case .regular:
      return selection.takes(path, name, size: status.size)
        ? .document(path: path, isNamed: false) : .passedOver(path: path)
    case .link, .other: return .passedOver(path: path)
    }
  }

  private mutating func enter(_ path: String, _ status: FileStatus, isNamed: Bool) -> Found? {
    guard entered.insert(status.identity).inserted else { return nil }
    do throws(SystemError) {
      let names = try FileSystem.names(in: path).map { name in
        let isFolder = FileStatus.of(FileSystem.join(path, name))?.kind == .folder
        return (name: name, isFolder: isFolder)
      }
      // In the order of whole paths, where a folder's name goes on with a slash.
      let sorted = names.sorted { a, b in
        (a.isFolder ? a.name + "/" : a.name).precedesByBytes(b.isFolder ? b.name + "/" : b.name)
      }
      open.append(Level(folder: path, names: sorted.reversed()))
      return nil
    } catch {
      return .failure(InputError(path: path, error), isNamed: isNamed)
    }
  }

  private func isBelowRoots(_ path: String) -> Bool {
    let real = FileSystem.resolved(path)
    return roots.contains { real.hasPrefix($0) || real + "/" == $0 }
  }
}

/// Which files of a folder are taken for reports.
struct FileSelection {
  /// Patterns of the shell; a file must match one of them, if there are any.
  var include: [String] = []
  /// What matches one of these is passed over, folders with all that is in them.
  var exclude: [String] = []
  /// Files that are something else: the output, the manifest.
  var others: Set<FileIdentity> = []

  /// The endings of the formats that reports come in.
  private static let endings: Set<String> = [
    "txt", "text", "htm", "html", "xhtml", "shtml", "asp", "aspx", "php", "doc", "docx", "docm",
    "odt", "rtf",
    "pdf", "xls", "xlsx", "xlsm", "ods", "csv", "tsv", "zip", "tar", "tgz", "gz",
  ]
  /// Those that records may have too.
  private static let endingsOfRecords: Set<String> = ["csv", "txt", "xlsx", "zip"]
  /// The beginnings of names of what describes a folder and is none of its reports.
  private static let descriptions = ["README", "LICENSE", "LICENCE", "CHANGELOG", "CONTRIBUTING"]

  func takes(_ path: String, _ name: String, size: Int) -> Bool {
    guard size > 0, !isOther(path) else { return false }
    if !include.isEmpty { return include.contains { Glob.matches($0, path) } }
    let upper = name.uppercased()
    guard !Self.descriptions.contains(where: { upper.hasPrefix($0) }) else { return false }
    guard let point = name.lastIndex(of: "."), point != name.startIndex else {
      return Input.looksLikeReport(path)
    }
    let ending = name[name.index(after: point)...].lowercased()
    return Self.endings.contains(ending)
      && !(Self.endingsOfRecords.contains(ending) && Input.isRecords(path))
  }

  func excludes(_ path: String) -> Bool { exclude.contains { Glob.matches($0, path) } }

  private func isOther(_ path: String) -> Bool {
    !others.isEmpty && FileStatus.of(path).map { others.contains($0.identity) } == true
  }
}
