import ArgumentParser
import SoLieu

/// How documents are opened.
struct FormatArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The encoding of files that are text: UTF-8, UTF-16LE, windows-1258, TCVN3, VNI, VISCII, VPS, VIQR; "
        + "found out, unless said.",
      valueName: "name"),
    transform: Self.encoding)
  var encoding: TextEncoding?

  var options: FormatOptions {
    var options = FormatOptions()
    options.encoding = encoding
    return options
  }

  /// What tells whether documents are opened as before.
  var version: String { "\(encoding?.rawValue ?? "")\n" }

  private static func encoding(_ name: String) throws -> TextEncoding {
    guard let encoding = TextEncoding(label: name) else {
      let names = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("'\(name)' is no encoding known here; write one of \(names)")
    }
    return encoding
  }
}
