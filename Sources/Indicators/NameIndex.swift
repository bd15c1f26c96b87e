import RuleLanguage
import TextModel
import VietnameseText

/// The names of all indicators over one tree of words.
///
/// A run of words is a node of the tree. A name is one or more parts, and a part the runs that it
/// accepts: all are ranges of flat arrays, so that the table is compiled without small objects.
final class NameIndex: Sendable {
  let vocabulary: LabelVocabulary
  let names: NameTable
  let units: UnitTable
  /// By indicator the one above it, or -1, and those right below it.
  let broader: [Int32]
  let narrower: [[Int32]]

  init(vocabulary: LabelVocabulary, names: NameTable, units: UnitTable, broader: [Int32]) {
    self.vocabulary = vocabulary
    self.names = names
    self.units = units
    self.broader = broader
    var narrower = [[Int32]](repeating: [], count: broader.count)
    for (i, above) in broader.enumerated() where above >= 0 {
      narrower[Int(above)].append(Int32(i))
    }
    self.narrower = narrower
  }

  /// Whether another stands below it.
  func isAbove(_ indicator: Int32) -> Bool { !narrower[Int(indicator)].isEmpty }

  /// Whether `indicator` stands somewhere below `other`.
  func isBelow(_ indicator: Int32, _ other: Int32) -> Bool {
    var above = broader[Int(indicator)]
    while above >= 0 {
      if above == other { return true }
      above = broader[Int(above)]
    }
    return false
  }
}

/// The tree of the runs, and the names that they make up.
struct NameTable: Sendable {
  struct Name: Sendable {
    var indicator: Int32
    /// Only as the whole label.
    var isWhole: Bool
    /// Ranges of ``choices``, one for each part; of ``parts``.
    var parts: Range<Int32>
  }

  private(set) var tree = WordTree()
  private(set) var names: [Name] = []
  private(set) var parts: [Range<Int32>] = []
  private(set) var choices: [Int32] = []
  /// By part a bit for each sixty-fourth of the nodes that a choice of it has.
  private(set) var nodes: [UInt64] = []
  /// By node the first of its ``uses``, or -1.
  private var firstUse: [Int32] = [-1]
  /// By indicator the words of its first name.
  private(set) var titles: [[SymbolID]] = []
  /// The names in which a run stands, as chains.
  private var uses: [(name: Int32, next: Int32)] = []

  /// - Parameter runs: about how many runs its names will have.
  init(reserving runs: Int = 0) {
    names.reserveCapacity(runs)
    parts.reserveCapacity(runs)
    nodes.reserveCapacity(runs)
    choices.reserveCapacity(runs)
    firstUse.reserveCapacity(runs * 2)
    uses.reserveCapacity(runs)
    tree = WordTree(reserving: runs * 2)
  }

  /// Adds a name whose parts accept the runs given.
  mutating func insert(_ name: [[[SymbolID]]], of indicator: Int32, isWhole: Bool) {
    let number = Int32(names.count)
    if titles.count == Int(indicator) { titles.append(name.flatMap { $0.first ?? [] }) }
    let firstPart = Int32(parts.count)
    for part in name {
      let first = Int32(choices.count)
      var bits: UInt64 = 0
      for run in part {
        let node = tree.node(of: run)
        while firstUse.count < tree.count { firstUse.append(-1) }
        choices.append(node)
        bits |= 1 << UInt64(node & 63)
        uses.append((number, firstUse[Int(node)]))
        firstUse[Int(node)] = Int32(uses.count - 1)
      }
      parts.append(first..<Int32(choices.count))
      nodes.append(bits)
    }
    names.append(
      Name(indicator: indicator, isWhole: isWhole, parts: firstPart..<Int32(parts.count)))
  }

  /// Whether a run of a name ends at the node.
  func isRun(_ node: Int32) -> Bool { firstUse[Int(node)] >= 0 }

  /// Calls `body` with each name in which the run stands.
  func forEachName(with node: Int32, _ body: (Int32) -> Void) {
    var use = firstUse[Int(node)]
    while use >= 0 {
      body(uses[Int(use)].name)
      use = uses[Int(use)].next
    }
  }
}
