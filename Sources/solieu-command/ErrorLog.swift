import ArgumentParser
import SoLieu

/// The failures of a run as JSON Lines: `{"path":…,"problem":…,"remedy":…}`.
struct ErrorLog {
  private let output: Output
  private var buffer: [UInt8] = []

  init(path: String) throws(ExitCode) { output = try Output(path: path) }

  mutating func add(_ error: InputError) throws(ExitCode) {
    var object = JSONObject()
    object.add("path", text: error.path)
    object.add("problem", text: error.problem)
    object.add("remedy", text: error.remedy)
    object.append(to: &buffer)
    buffer.append(UInt8(ascii: "\n"))
    try output.put(&buffer)
  }

  func finish() throws(ExitCode) { try output.finish() }
  func discard() { output.discard() }
}
