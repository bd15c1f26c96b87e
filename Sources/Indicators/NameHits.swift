import RuleLanguage
import TextModel

/// Where runs of the names stand in a text.
struct NameHits {
  struct Hit {
    var node: Int32
    /// The words that it takes of the label and of what is beside it, a bit each.
    var inLabel: UInt64
    var beside: UInt64

    var words: Int { inLabel.nonzeroBitCount + beside.nonzeroBitCount }
  }

  private struct Word {
    var symbol: SymbolID
    var inLabel: UInt64 = 0
    var beside: UInt64 = 0
  }

  private(set) var hits: [Hit] = []
  /// A bit for each sixty-fourth of the nodes that a hit has: most names have none.
  private(set) var nodes: UInt64 = 0

  /// Whether one takes a word of the label.
  private(set) var touchesLabel = false

  var isEmpty: Bool { hits.isEmpty }

  /// None.
  init() {}

  /// The runs of a label with its owner before or behind it (sản lượng ^ lúa, tiểu học ^ học sinh)
  /// and with the noun that its number counts (đón 12 lượt khách).
  init(label: [SymbolID], parent: [SymbolID], counted: [SymbolID], _ index: NameIndex) {
    let own = label.indices.map { Word(symbol: label[$0], inLabel: 1 << UInt64($0)) }
    let owner = parent.prefix(48).enumerated().map { Word(symbol: $1, beside: 1 << UInt64($0)) }
    let unit = counted.prefix(16).enumerated().map {
      Word(symbol: $1, beside: 1 << UInt64(48 + $0))
    }
    find(owner + own + unit, index)
    if !owner.isEmpty { find(own + owner, index) }
  }

  /// The runs of a text around a label. The head of a longer one counts too (tổng sản phẩm | trên địa
  /// bàn), but not its end: xuất | nhập khẩu.
  init(around text: [SymbolID], _ index: NameIndex) {
    find(text.indices.map { Word(symbol: text[$0], beside: 1 << UInt64($0)) }, index)
    let all = hits
    hits.removeAll { hit in
      all.contains {
        $0.beside | hit.beside == $0.beside
          && $0.beside.trailingZeroBitCount < hit.beside.trailingZeroBitCount
      }
    }
  }

  /// The runs of the title of an indicator, whose end counts too: diện tích | lúa Đông Xuân.
  init(title: [SymbolID], _ index: NameIndex) {
    find(title.indices.map { Word(symbol: title[$0], beside: 1 << UInt64($0)) }, index)
  }

  private mutating func find(_ words: [Word], _ index: NameIndex) {
    // No run begins or ends within words that belong together and name nothing: trị giá | chè.
    var limits: UInt128 = 0
    let bareRuns = index.vocabulary.bareRuns(in: words.map(\.symbol))
    for run in bareRuns {
      for place in run.dropFirst() { limits |= 1 << UInt128(place) }
    }
    for run in bareRuns { limits &= ~(1 << UInt128(run.lowerBound)) }
    for start in words.indices where limits & 1 << UInt128(start) == 0 {
      var node: Int32 = 0
      var hit = Hit(node: 0, inLabel: 0, beside: 0)
      var i = start
      while i < words.count, let next = index.names.tree.next(node, words[i].symbol) {
        node = next
        hit.inLabel |= words[i].inLabel
        hit.beside |= words[i].beside
        i += 1
        if index.names.isRun(node), limits & 1 << UInt128(i) == 0 {
          hit.node = node
          hits.append(hit)
          if hit.inLabel != 0 { touchesLabel = true }
          nodes |= 1 << UInt64(node & 63)
        }
      }
    }
  }

  /// The longest hit at a run that the part accepts; of equal ones that with most of the label.
  func longest(of part: Int32, _ names: NameTable) -> Hit? {
    guard nodes & names.nodes[Int(part)] != 0 else { return nil }
    let range = names.parts[Int(part)]
    var longest: Hit?
    for choice in names.choices[Int(range.lowerBound)..<Int(range.upperBound)]
    where nodes & 1 << UInt64(choice & 63) != 0 {
      for hit in hits where hit.node == choice {
        if let longest,
          (hit.words, hit.inLabel.nonzeroBitCount)
            <= (longest.words, longest.inLabel.nonzeroBitCount)
        {
          continue
        }
        longest = hit
      }
    }
    return longest
  }
}
