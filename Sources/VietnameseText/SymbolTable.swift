public import TextModel

/// The words that the lexicon knows, by their keys. Filled while the lexicon is read, then shared.
public struct SymbolTable: Sendable {
  /// Open addressing over a power of two of slots; 0 is an empty slot.
  private var slots: [UInt32]
  private var keys: [[UInt8]] = [[]]

  public init() { slots = [UInt32](repeating: 0, count: 1024) }

  public var count: Int { keys.count - 1 }

  /// The symbol of `key`, made if need be.
  public mutating func intern(_ key: [UInt8]) -> SymbolID {
    if let found = find(key[...]) { return found }
    if keys.count * 2 > slots.count { grow() }
    keys.append(key)
    insert(UInt32(keys.count - 1))
    return SymbolID(UInt32(keys.count - 1))
  }

  /// The symbol of `key`, or ``SymbolID/unknown``.
  public func symbol(of key: ArraySlice<UInt8>) -> SymbolID { find(key) ?? .unknown }

  /// The key of which `symbol` was made; empty for ``SymbolID/unknown``.
  public func key(of symbol: SymbolID) -> String {
    String(decoding: keys[Int(symbol.value)], as: UTF8.self)
  }

  private func find(_ key: ArraySlice<UInt8>) -> SymbolID? {
    var slot = Int(truncatingIfNeeded: hash(key)) & (slots.count - 1)
    while slots[slot] != 0 {
      let candidate = keys[Int(slots[slot])]
      if candidate.count == key.count, candidate.elementsEqual(key) {
        return SymbolID(slots[slot])
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func insert(_ symbol: UInt32) {
    var slot = Int(truncatingIfNeeded: hash(keys[Int(symbol)][...])) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = symbol
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for symbol in 1..<keys.count { insert(UInt32(symbol)) }
  }
}

/// FNV-1a.
@inline(__always)
func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  return hash ^ hash >> 29
}
