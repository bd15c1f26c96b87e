/// The gold files among the arguments of `evaluate`, in the order of their paths.
struct GoldSearch {
  private var found: Set<String> = []
  private(set) var failed = 0

  private static let ending = ".gold.jsonl"

  /// Each file once, sorted part by part of its path.
  var files: [String] {
    found.map { (path: $0, parts: $0.split(separator: "/").map(String.init)) }
      .sorted { a, b in
        a.parts.lexicographicallyPrecedes(b.parts) { $0.precedesByBytes($1) }
      }
      .map(\.path)
  }

  /// Adds a gold file, or all of a folder.
  mutating func add(_ path: String) {
    guard FileStatus.of(path)?.kind == .folder else {
      found.insert(path)
      return
    }
    let count = found.count
    let failures = failed
    walk(path)
    if found.count == count, failed == failures, !found.contains(where: { $0.hasPrefix(path) }) {
      fail(
        InputError(
          path: path, problem: "no *\(Self.ending) in this folder",
          remedy: "name a folder of gold files"))
    }
  }

  mutating func fail(_ error: InputError) {
    Console.report(error)
    failed += 1
  }

  /// Links to folders are not followed, so that the walk ends.
  private mutating func walk(_ folder: String) {
    do throws(SystemError) {
      for name in try FileSystem.names(in: folder) {
        let path = FileSystem.join(folder, name)
        if FileStatus.of(path, followingLinks: false)?.kind == .folder {
          walk(path)
        } else if name.hasSuffix(Self.ending) {
          found.insert(path)
        }
      }
    } catch {
      fail(InputError(path: folder, error))
    }
  }

  /// The report beside a gold file: the first `NAME.*` by name that is not gold itself.
  ///
  /// - Parameters:
  ///   - folder: the gold file's folder with its slash, or nothing.
  ///   - gold: the gold file's path, for the message.
  static func document(
    of name: String, in folder: String, gold: String
  ) throws(InputError) -> String {
    let names: [String]
    do throws(SystemError) {
      names = try FileSystem.names(in: folder.isEmpty ? "." : folder)
    } catch {
      throw InputError(path: folder, error)
    }
    guard let document = names.first(where: { $0.hasPrefix("\(name).") && !$0.hasSuffix(ending) })
    else {
      throw InputError(
        path: gold, problem: "has no report beside it", remedy: "put it there as \(name).txt")
    }
    return folder + document
  }
}
