import Formats
import Foundation

/// Programs that do what a test needs, in a folder of their own, written for the shell.
struct FakePrograms: ~Copyable {
  private let folder: TemporaryFolder

  init(_ scripts: [String: String], files: [String: String] = [:]) throws {
    folder = try Self.filled(scripts, files)
  }

  private static func filled(
    _ scripts: [String: String], _ files: [String: String]
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(Array(text.utf8), to: name) }
    for (name, script) in scripts {
      let here = "here='\(folder.path)'"
      try folder.write(Array("#!/bin/sh\n\(here)\n\(script)\n".utf8), to: name)
      chmod(folder.path(of: name), 0o700)
    }
    return folder
  }

  /// Before the system's own.
  var path: String { "\(folder.path):/usr/bin:/bin" }
  /// Without the system's own.
  var only: String { folder.path }
}
