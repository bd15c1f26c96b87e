import Formats
import Foundation
import Testing

struct ExternalProgramTests {
  private static func limits(_ change: (inout FormatLimits) -> Void = { _ in }) -> FormatLimits {
    var limits = FormatLimits()
    limits.seconds = 10
    change(&limits)
    return limits
  }

  private static func fake(_ programs: borrowing FakePrograms, _ name: String) -> ExternalProgram {
    ExternalProgram(name, package: "fake", path: programs.path)
  }

  @Test func givesItsOutputCodeAndComplaints() throws {
    let bin = try FakePrograms(["speak": "printf 'ra %s' \"$1\"; echo lỗi >&2; exit 3"])
    let folder = try TemporaryFolder()
    let output = try Self.fake(bin, "speak").run(["đó"], in: folder, limits: Self.limits())
    #expect(String(decoding: output.bytes, as: UTF8.self) == "ra đó")
    #expect(output.complaints == "lỗi\n")
    #expect(output.exitCode == 3)
  }

  @Test func aMissingProgramIsNamedWithItsPackage() throws {
    let folder = try TemporaryFolder()
    let program = ExternalProgram("pdftohtml", package: "poppler-utils", path: folder.path)
    let error = #expect(throws: FormatError.self) {
      try program.run([], in: folder, limits: Self.limits())
    }
    #expect(
      error?.description
        == "pdftohtml is not installed; install poppler-utils (apt-get install poppler-utils)")
  }

  @Test func whatHangsIsEndedWithAllItStarted() throws {
    let mark = "solieu-test-\(UInt64.random(in: 0 ... .max))"
    let bin = try FakePrograms(["hang": "sh -c 'sleep 600; echo \(mark)' & sleep 600"])
    let folder = try TemporaryFolder()
    let start = ContinuousClock.now
    let error = #expect(throws: FormatError.self) {
      try Self.fake(bin, "hang").run([], in: folder, limits: Self.limits { $0.seconds = 1 })
    }
    #expect(error?.problem == "hang did not finish within 1 s")
    #expect(ContinuousClock.now - start < .seconds(5))
    #expect(!Self.keepsRunning(mark))
  }

  /// A program that leaves another one behind, with its output open, is not waited for.
  @Test func whatIsLeftRunningIsEnded() throws {
    let mark = "solieu-test-\(UInt64.random(in: 0 ... .max))"
    let bin = try FakePrograms(["leave": "sh -c 'sleep 600; echo \(mark)' & echo done"])
    let folder = try TemporaryFolder()
    let start = ContinuousClock.now
    let output = try Self.fake(bin, "leave").run([], in: folder, limits: Self.limits())
    #expect(output.bytes == Array("done\n".utf8))
    #expect(ContinuousClock.now - start < .seconds(5))
    #expect(!Self.keepsRunning(mark))
  }

  @Test func outputWithoutEndIsCutOff() throws {
    let bin = try FakePrograms(["flood": "exec yes"])
    let folder = try TemporaryFolder()
    let error = #expect(throws: FormatError.self) {
      try Self.fake(bin, "flood").run([], in: folder, limits: Self.limits { $0.bytes = 1 << 20 })
    }
    #expect(error?.problem == "flood gave more than 1048576 bytes")
  }

  @Test func complaintsWithoutEndDoNoHarm() throws {
    let bin = try FakePrograms(["grumble": "head -c 3000000 /dev/zero >&2; echo done"])
    let folder = try TemporaryFolder()
    let output = try Self.fake(bin, "grumble").run([], in: folder, limits: Self.limits())
    #expect(output.bytes == Array("done\n".utf8))
    #expect(output.complaints.utf8.count <= 1 << 16)
  }

  @Test func aFileWithoutEndIsCutOff() throws {
    let bin = try FakePrograms(["write": "exec head -c 9000000 /dev/zero >file"])
    let folder = try TemporaryFolder()
    let error = #expect(throws: FormatError.self) {
      try Self.fake(bin, "write").run([], in: folder, limits: Self.limits { $0.bytes = 1 << 20 })
    }
    #expect(error?.problem == "write gave more than 1048576 bytes")
  }

  @Test func memoryWithoutEndFails() throws {
    let bin = try FakePrograms(["eat": "(x=a; while :; do x=$x$x; done) || exit 9"])
    let folder = try TemporaryFolder()
    let output = try Self.fake(bin, "eat").run(
      [], in: folder, limits: Self.limits { $0.memory = 100 << 20 })
    #expect(output.exitCode == 9)
  }

  @Test func workWithoutEndIsEnded() throws {
    let bin = try FakePrograms(["work": "while :; do :; done"])
    let folder = try TemporaryFolder()
    let error = #expect(throws: FormatError.self) {
      try Self.fake(bin, "work").run([], in: folder, limits: Self.limits { $0.seconds = 1 })
    }
    #expect(error?.problem == "work did not finish within 1 s")
  }

  @Test(arguments: [
    "a b", "-n", "--help", "a\nb", "$(touch x)", "; rm -r .", "'\"", "", "*", "ếch.pdf",
  ])
  func argumentsArePassedAsTheyAre(_ argument: String) throws {
    let bin = try FakePrograms(["echoed": "printf '<%s>' \"$@\""])
    let folder = try TemporaryFolder()
    let output = try Self.fake(bin, "echoed").run(
      [argument, "z"], in: folder, limits: Self.limits())
    #expect(String(decoding: output.bytes, as: UTF8.self) == "<\(argument)><z>")
  }

  @Test func hasTheDocumentOrNothingAsInput() throws {
    let bin = try FakePrograms(["pass": "exec cat"])
    let folder = try TemporaryFolder()
    try folder.write(Array("tài liệu".utf8), to: "a b")
    let program = Self.fake(bin, "pass")
    let document = try program.run([], in: folder, input: "a b", limits: Self.limits())
    #expect(String(decoding: document.bytes, as: UTF8.self) == "tài liệu")
    #expect(try program.run([], in: folder, limits: Self.limits()).bytes.isEmpty)
  }

  @Test func seesNothingOfOurs() throws {
    setenv("SOLIEU_TEST_SECRET", "1", 1)
    let bin = try FakePrograms([
      "look":
        "env; pwd; for f in 1 700 701; do [ -e /proc/$$/fd/$f ] && echo has $f; done; ulimit -c"
    ])
    let folder = try TemporaryFolder()
    let file = open("/dev/null", O_RDONLY)
    defer { close(file) }
    let copy = fcntl(file, F_DUPFD, 700)
    defer { close(copy) }
    let output = try Self.fake(bin, "look").run([], in: folder, limits: Self.limits())
    let text = String(decoding: output.bytes, as: UTF8.self)
    #expect(!text.contains("SOLIEU_TEST_SECRET"))
    #expect(text.contains("HOME=\(folder.path)"))
    #expect(copy >= 700 && text.hasSuffix("\(folder.path)\nhas 1\n0\n"))
  }

  @Test func aProgramThatCannotStartSaysWhy() throws {
    let bin = try TemporaryFolder()
    try bin.write([0x7F, 0x45, 0x4C, 0x46, 0, 0], to: "broken")
    chmod(bin.path(of: "broken"), 0o700)
    let folder = try TemporaryFolder()
    let error = #expect(throws: FormatError.self) {
      try ExternalProgram("broken", package: "p", path: bin.path).run(
        [], in: folder, limits: Self.limits())
    }
    #expect(error?.problem.hasPrefix("broken cannot be started: ") == true)
  }

  @Test func aCrashIsNoResult() throws {
    let bin = try FakePrograms(["crash": "kill -SEGV $$"])
    let folder = try TemporaryFolder()
    let error = #expect(throws: FormatError.self) {
      try Self.fake(bin, "crash").run([], in: folder, limits: Self.limits())
    }
    #expect(error?.problem == "crash was stopped by signal 11")
  }

  @Test func relativeFoldersOfThePathAreNotSearched() {
    #expect(!ExternalProgram("sh", package: "dash", path: ".::bin:usr/bin").isInstalled)
    #expect(ExternalProgram("sh", package: "dash", path: ".:/bin:/usr/bin").isInstalled)
  }

  @Test func manyRunAtOnce() async throws {
    let outputs = try await withThrowingTaskGroup(of: String.self) { group in
      for i in 0..<40 {
        group.addTask {
          let folder = try TemporaryFolder()
          let output = try ExternalProgram("cat", package: "coreutils").run(
            ["/dev/fd/0"], in: try Self.filled(folder, "\(i)"), input: "in",
            limits: Self.limits())
          return String(decoding: output.bytes, as: UTF8.self)
        }
      }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(outputs == Set((0..<40).map(String.init)))
  }

  private static func filled(
    _ folder: consuming TemporaryFolder, _ text: String
  ) throws -> TemporaryFolder {
    try folder.write(Array(text.utf8), to: "in")
    return folder
  }

  @Test func theFolderGoesWithAllInIt() throws {
    let path = try Self.usedFolder()
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  private static func usedFolder() throws -> String {
    let folder = try TemporaryFolder()
    try folder.write([1, 2], to: "-a b\n")
    #expect(folder.read("-a b\n", limit: 2) == [1, 2])
    #expect(folder.read("-a b\n", limit: 1) == nil)
    #expect(folder.read("none", limit: 1) == nil)
    let inner = folder.path(of: "x/y")
    try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: inner + "/up", withDestinationPath: "/tmp")
    #expect(FileManager.default.fileExists(atPath: folder.path))
    return folder.path
  }

  /// Whether it still is after a while: what is killed does not end at once.
  private static func keepsRunning(_ mark: String) -> Bool {
    for _ in 0..<100 {
      if !isRunning(mark) { return false }
      usleep(50_000)
    }
    return true
  }

  private static func isRunning(_ mark: String) -> Bool {
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return processes.contains { name in
      guard Int(name) != nil, Int(name) != Int(getpid()),
        let line = FileManager.default.contents(atPath: "/proc/\(name)/cmdline")
      else { return false }
      return String(decoding: line, as: UTF8.self).contains(mark)
    }
  }
}
