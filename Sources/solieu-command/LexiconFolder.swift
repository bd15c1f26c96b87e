import ArgumentParser
import SoLieu

/// A folder of language data.
struct LexiconFolder {
  let path: String

  /// Its `*.tsv` in the order of their names.
  ///
  /// - Throws: ``InputError`` where the folder or a file cannot be read, `ExitCode` (already told)
  ///   where a file is no text.
  func files() throws -> [LexiconFile] {
    guard FileStatus.of(path)?.kind == .folder else {
      let isThere = FileStatus.of(path) != nil
      throw InputError(
        path: path, problem: isThere ? "is not a folder" : "no such folder",
        remedy: "name a folder of *.tsv files")
    }
    let names = try names().filter { $0.hasSuffix(".tsv") && !$0.hasPrefix(".") }
    guard !names.isEmpty else {
      throw InputError(
        path: path, problem: "holds no *.tsv file", remedy: "put the language data there")
    }
    return try names.map { name in
      let bytes = try Input.bytes(FileSystem.join(path, name))
      return LexiconFile(name: name, text: try text(of: bytes, in: name))
    }
  }

  /// The tables of its folder `Places`, `nil` where it has none.
  func places() throws -> [LexiconFile]? { try tables(of: "Places") }

  /// The tables of its folder `Indicators`, `nil` where it has none.
  func indicators() throws -> [LexiconFile]? { try tables(of: "Indicators") }

  /// The table of its folder `Confidence`, `nil` where it has none.
  func confidence() throws -> [LexiconFile]? { try tables(of: "Confidence") }

  /// The table of its folder `Labels`, `nil` where it has none.
  func labels() throws -> [LexiconFile]? { try tables(of: "Labels") }

  /// The tables of its folder `Checks`, `nil` where it has none.
  func checks() throws -> [LexiconFile]? { try tables(of: "Checks") }

  private func tables(of name: String) throws -> [LexiconFile]? {
    let folder = LexiconFolder(path: FileSystem.join(path, name))
    guard FileStatus.of(folder.path)?.kind == .folder else { return nil }
    return try folder.files().map {
      LexiconFile(name: FileSystem.join(name, $0.name), text: $0.text)
    }
  }

  private func names() throws(InputError) -> [String] {
    do throws(SystemError) {
      return try FileSystem.names(in: path)
    } catch {
      throw InputError(path: path, error)
    }
  }

  /// The text with plain line ends.
  private func text(of bytes: [UInt8], in name: String) throws(ExitCode) -> String {
    do throws(SourceError) {
      let bytes = try SourceText(bytes).bytes.filter { $0 != UInt8(ascii: "\r") }
      return String(decoding: bytes, as: UTF8.self)
    } catch {
      Console.report(InputError(path: FileSystem.join(path, name), error))
      throw .wrongData
    }
  }
}
