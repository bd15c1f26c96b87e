// What a line of a document is, by its items.
extension [Item] {
  /// Whether the line is a title of a page's own and nothing else.
  var isChromeAlone: Bool {
    allSatisfy {
      switch $0.kind {
      case .cue(.chrome), .colon, .sign, .stop: true
      default: false
      }
    }
  }

  /// A heading that is the title of a list too: 2. Diện tích gieo trồng so với kế hoạch:
  var namesList: Bool {
    guard case .colon = last?.kind else { return false }
    for item in self {
      switch item.kind {
      case .sign, .stop: continue
      case .cue(.head), .cue(.bare), .cue(.average), .cue(.rate), .cue(.growth): return true
      default: return false
      }
    }
    return false
  }
}
