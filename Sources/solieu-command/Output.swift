import ArgumentParser

/// Where a command's output goes: the standard output, or a file that is written whole or not at
/// all.
///
/// A file is written under another name beside its place and moved there by ``finish()``. What is
/// no regular file, such as a device, is written directly.
struct Output {
  private let file: OpenFile
  /// What messages call it.
  private let name: String
  /// The file written, and the place to which it is moved at the end.
  private let replacement: (temporary: String, target: String)?

  static let standard = Output(file: .standardOutput, name: "the standard output")

  private init(file: OpenFile, name: String) {
    self.file = file
    self.name = name
    replacement = nil
  }

  /// Opens the output; `nil` and `-` are the standard output.
  init(path: String?) throws(ExitCode) {
    guard let path, path != Input.standard else {
      self = .standard
      return
    }
    name = path
    let target = FileSystem.resolved(path)
    let old = FileStatus.of(target)
    do throws(SystemError) {
      switch old?.kind {
      case .folder: throw SystemError.isFolder
      case .other:
        file = try .toWrite(target)
        replacement = nil
      case .regular, .link, nil:
        let temporary = try Self.temporaryFile(beside: target)
        file = temporary.file
        replacement = (temporary.path, target)
        if let old { file.setPermissions(old.permissions) }
      }
    } catch {
      throw Self.failure(error, writing: path)
    }
  }

  /// Writes all of `bytes` and empties it.
  func put(_ bytes: inout [UInt8]) throws(ExitCode) {
    do throws(SystemError) {
      try file.put(bytes)
      bytes.removeAll(keepingCapacity: true)
    } catch {
      discard()
      throw Self.failure(error, writing: name)
    }
  }

  /// Puts the file in its place.
  func finish() throws(ExitCode) {
    guard let replacement else { return }
    do throws(SystemError) {
      try file.synchronize()
      file.shut()
      try FileSystem.move(replacement.temporary, to: replacement.target)
    } catch {
      discard()
      throw Self.failure(error, writing: name)
    }
  }

  /// Leaves everything as it was.
  func discard() {
    if let replacement { FileSystem.remove(replacement.temporary) }
  }

  /// Creates a hidden file, and removes those that killed runs left.
  private static func temporaryFile(
    beside target: String
  ) throws(SystemError) -> (file: OpenFile, path: String) {
    FileSystem.removeLeftovers(of: target)
    var number = FileSystem.processID
    while true {
      let path = FileSystem.temporary(for: target, number: number)
      do throws(SystemError) {
        return (try .toCreate(path), path)
      } catch {
        guard error.isExistingFile else { throw error }
        number += 1
      }
    }
  }

  /// Says what is wrong, unless the reader of a pipe has just seen enough.
  private static func failure(_ error: SystemError, writing name: String) -> ExitCode {
    if error.isBrokenPipe { return .success }
    Console.report("\(name): cannot be written (\(error.reason)); check the place and its room")
    return .cannotWrite
  }
}
