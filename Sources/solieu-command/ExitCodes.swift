import ArgumentParser

/// The exit codes beside 0 and those of wrong usage (64), after sysexits.h.
extension ExitCode {
  /// Some documents failed, others came out.
  static let someFailed = ExitCode(1)
  /// The language data is wrong (`EX_DATAERR`).
  static let wrongData = ExitCode(65)
  /// No input could be read (`EX_NOINPUT`).
  static let noInput = ExitCode(66)
  /// The output cannot be written (`EX_IOERR`).
  static let cannotWrite = ExitCode(74)

  /// Ends the command unless all `documents` came out.
  static func check(documents: Int, failed: Int) throws(ExitCode) {
    if failed > 0 { throw failed == documents ? .noInput : .someFailed }
  }
}
