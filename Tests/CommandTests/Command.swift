import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The built command: `SOLIEU_COMMAND`, else the package's own build, release first.
enum Command {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let path: String? = {
    if let path = ProcessInfo.processInfo.environment["SOLIEU_COMMAND"] { return path }
    return ["release", "debug"]
      .map { root.appending(path: ".build/\($0)/solieu").path }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// Whether it may be asked for speed.
  static var isOptimised: Bool { path?.contains("/release/") ?? false }

  static var isRoot: Bool { geteuid() == 0 }

  /// Seconds after which a run is taken for hanging.
  static let patience = 120.0

  /// What a run gave.
  struct Result {
    var code: Int32
    var output: [UInt8]
    var messages: String

    var text: String { String(decoding: output, as: UTF8.self) }
    var messageLines: [Substring] { messages.split(separator: "\n") }
  }

  /// A process set up but for its outputs.
  static func process(
    _ arguments: [String], in folder: Folder, environment: [String: String] = [:]
  ) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: try #require(path, "build the command first"))
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    let inherited = ProcessInfo.processInfo.environment
      .filter { !["NO_COLOR", "COLUMNS", "TERM"].contains($0.key) }
    process.environment = inherited.merging(environment) { $1 }
    return process
  }

  /// Runs the command in `folder`, its outputs going to files.
  static func run(
    _ arguments: String..., in folder: Folder, input: [UInt8] = [],
    environment: [String: String] = [:]
  ) throws -> Result {
    try run(arguments: arguments, in: folder, input: input, environment: environment)
  }

  static func run(
    arguments: [String], in folder: Folder, input: [UInt8] = [],
    environment: [String: String] = [:]
  ) throws -> Result {
    let streams = try Folder()
    try streams.write("in", input)
    try streams.write("out", [])
    try streams.write("err", [])
    let process = try process(arguments, in: folder, environment: environment)
    process.standardInput = try FileHandle(forReadingFrom: streams.url("in"))
    process.standardOutput = try FileHandle(forWritingTo: streams.url("out"))
    process.standardError = try FileHandle(forWritingTo: streams.url("err"))
    try process.run()
    waitForEnd(of: process)
    return Result(
      code: process.terminationReason == .exit ? process.terminationStatus : -1,
      output: try streams.bytes("out"),
      messages: String(decoding: try streams.bytes("err"), as: UTF8.self))
  }

  /// Runs the command with a terminal for its output; gives what the terminal was sent.
  static func runAtTerminal(
    _ arguments: String..., in folder: Folder, environment: [String: String] = [:]
  ) throws -> String {
    let terminal = try PseudoTerminal()
    let process = try process(arguments, in: folder, environment: environment)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = terminal.device
    process.standardError = terminal.device
    try process.run()
    try terminal.device.close()
    let text = terminal.readAll()
    waitForEnd(of: process)
    return text
  }

  private static func waitForEnd(of process: Process) {
    let id = process.processIdentifier
    let watchdog = DispatchWorkItem { kill(id, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + patience, execute: watchdog)
    process.waitUntilExit()
    watchdog.cancel()
  }
}

/// A folder that goes when the test ends.
final class Folder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "solieu-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func url(_ name: String) -> URL { url.appending(path: name) }

  func write(_ name: String, _ bytes: [UInt8]) throws { try Data(bytes).write(to: url(name)) }
  func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(at: url(name), withIntermediateDirectories: true)
  }

  func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: url(name))) }
  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
  }
}

/// A terminal without a screen.
struct PseudoTerminal {
  private let control: Int32
  /// The side that a program sees.
  let device: FileHandle

  init() throws {
    var control: Int32 = -1
    var device: Int32 = -1
    try #require(openpty(&control, &device, nil, nil, nil) == 0)
    for descriptor in [control, device] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    self.control = control
    self.device = FileHandle(fileDescriptor: device, closeOnDealloc: true)
  }

  /// All that is sent until no program has the terminal open, line ends as sent.
  func readAll() -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(control, &chunk, chunk.count)
      guard count > 0 else { break }
      bytes.append(contentsOf: chunk[..<count])
    }
    close(control)
    return String(decoding: bytes.filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
  }
}

/// A report of one sentence.
let sentence = "Tháng 11 năm 2022, sản lượng thủy sản đạt 5,2 nghìn tấn.\n"

/// The first line of every CSV output.
let csvHeader = "document,indicator,indicator_code,parent,"
