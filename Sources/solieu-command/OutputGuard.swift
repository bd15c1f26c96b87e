import ArgumentParser
import SoLieu

/// Keeps what a command reads from being overwritten by what it writes.
struct OutputGuard {
  /// What is written, by the option that names it.
  var outputs: [(option: String, path: String?)]
  /// What is read, by what it is: the dataset, the manifest.
  var inputs: [(kind: String, path: String?)]
  /// Reports, and folders with reports.
  var reports: [String] = []
  var selection = FileSelection()

  /// Throws where two outputs, or an output and an input, are the same file.
  func check() throws {
    let outputs = outputs.compactMap { output in
      output.path.flatMap { $0 == Input.standard ? nil : (option: output.option, path: $0) }
    }
    for (k, output) in outputs.enumerated() {
      for other in outputs[..<k] where Self.isSame(other.path, output.path) {
        throw ValidationError(
          "\(other.option) and \(output.option) name the same file '\(output.path)'; name two")
      }
      for case (let kind, let path?) in inputs where Self.isSame(path, output.path) {
        throw ValidationError(
          "'\(output.path)' is the \(kind) itself; name another file for \(output.option)")
      }
      if isReport(output.path) {
        throw ValidationError(
          "'\(output.path)' is a report that is read; name another file for \(output.option)")
      }
    }
  }

  /// Whether the file is there and among what is read.
  private func isReport(_ path: String) -> Bool {
    guard let status = FileStatus.of(path), status.kind == .regular else { return false }
    let real = FileSystem.resolved(path)
    for report in reports where report != Input.standard {
      if Self.isSame(report, path) { return true }
      let folder = FileSystem.join(FileSystem.resolved(report), "")
      let name = FileSystem.split(real).name
      if real.hasPrefix(folder), !selection.excludes(real),
        selection.takes(real, name, size: status.size)
      {
        return true
      }
    }
    return false
  }

  private static func isSame(_ a: String, _ b: String) -> Bool {
    if let first = FileStatus.of(a), let second = FileStatus.of(b) {
      return first.identity == second.identity && first.kind != .other
    }
    return FileSystem.resolved(a) == FileSystem.resolved(b)
  }
}
