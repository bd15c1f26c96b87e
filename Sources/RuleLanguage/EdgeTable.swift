/// The edges for words of all nodes: open addressing over a power of two of slots.
struct EdgeTable: Sendable {
  // A key beside its node, so that a look-up touches one line of the cache.
  private typealias Slot = (key: UInt64, node: Int32)
  private var slots: [Slot]
  private var count = 0

  /// For about so many edges.
  init(reserving edges: Int = 0) {
    var size = 1024
    while size < edges * 2 { size *= 2 }
    slots = [Slot](repeating: (.max, -1), count: size)
  }

  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & (slots.count - 1)
  }

  /// The node behind the edge, or -1.
  @inline(__always)
  subscript(key: UInt64) -> Int32 {
    var i = slot(key)
    while true {
      let slot = slots[i]
      if slot.key == key || slot.key == .max { return slot.node }
      i = (i + 1) & (slots.count - 1)
    }
  }

  mutating func insert(_ key: UInt64, _ node: Int32) {
    if count * 2 >= slots.count { grow() }
    var i = slot(key)
    while slots[i].key != .max { i = (i + 1) & (slots.count - 1) }
    slots[i] = (key, node)
    count += 1
  }

  private mutating func grow() {
    let old = slots.filter { $0.key != .max }
    slots = [Slot](repeating: (.max, -1), count: slots.count * 2)
    count = 0
    for (key, node) in old { insert(key, node) }
  }
}
