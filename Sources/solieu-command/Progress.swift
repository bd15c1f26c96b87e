/// How far a run has come, on one line of the terminal: done, of all, how many a second, how long still.
struct Progress {
  private let terminal: Terminal
  private let total: Int
  private let start = ContinuousClock.now
  private var shown: ContinuousClock.Instant
  private var done = 0
  private var isShown = false

  /// How long a line stands before the next.
  private static let interval = Duration.milliseconds(100)

  /// `nil` where messages go to no terminal, or there is one document alone.
  init?(_ paths: [String], _ selection: FileSelection) {
    guard Terminal.messages.isTerminal else { return nil }
    let total = FileWalk(paths, selection).count { if case .document = $0 { true } else { false } }
    guard total > 1 else { return nil }
    terminal = .messages
    self.total = total
    shown = start
  }

  mutating func advance(to path: String) {
    done += 1
    let now = ContinuousClock.now
    guard now - shown >= Self.interval else { return }
    shown = now
    isShown = true
    let seconds = (now - start).seconds
    let rate = Double(done) / max(seconds, 0.001)
    let left = Int((Double(max(0, total - done)) / max(rate, 0.001)).rounded(.up))
    let count = "\(done)/\(total)  \(100 * done / max(total, 1))%  \(Self.rounded(rate))/s  "
    let time = "\(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60) left  "
    let room = max(0, terminal.width - count.count - time.count - 1)
    let name = path.onOneLine
    let shortened = name.count <= room ? name : "…" + name.suffix(max(0, room - 1))
    put("\r" + count + time + shortened + "\u{1B}[K")
  }

  /// Takes the line away.
  mutating func clear() {
    guard isShown else { return }
    isShown = false
    put("\r\u{1B}[K")
  }

  private func put(_ text: String) { try? terminal.file.put(Array(text.utf8)) }

  private static func rounded(_ rate: Double) -> String {
    rate < 10 ? "\((rate * 10).rounded() / 10)" : "\(Int(rate))"
  }
}

extension Duration {
  fileprivate var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
