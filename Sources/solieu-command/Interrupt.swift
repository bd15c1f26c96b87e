import Dispatch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Ends the program at Ctrl-C or a request to stop without leaving half a file behind.
struct Interrupt {
  private let sources: [any DispatchSourceSignal]

  /// - Parameter cleanUp: what is done before the end, on a thread of its own.
  init(_ cleanUp: @escaping @Sendable () -> Void) {
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        cleanUp()
        // As the shell has it: 128 and the signal.
        _exit(128 + number)
      }
      source.resume()
      return source
    }
  }

  /// Lets signals end the program as they do by themselves.
  func lift() { for source in sources { source.cancel() } }
}
