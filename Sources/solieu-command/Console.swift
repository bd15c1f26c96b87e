/// Messages to whoever runs the command, on the standard error.
enum Console {
  /// `solieu: MESSAGE`, one line.
  static func report(_ message: String) {
    try? OpenFile.standardError.put(Array("solieu: \(message.onOneLine)\n".utf8))
  }

  /// `solieu: PATH: what is wrong; what to do`.
  static func report(_ failure: InputError) { report(failure.description) }
}

extension String {
  /// The text with a space for each control character: line ends, and what steers a terminal.
  var onOneLine: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars { text.append(scalar.isControl ? " " : scalar) }
    return String(text)
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool {
    switch value {
    case ..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
    default: false
    }
  }
}
