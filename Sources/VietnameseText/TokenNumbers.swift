public import TextModel

/// The numbers between the points of a number token: 15.4.2019 is 15, 4, 2019.
public func dotted(_ token: Token, _ bytes: [UInt8]) -> [Int] {
  guard token.kind == .number else { return [] }
  var parts = [0]
  for i in token.span.range {
    let byte = bytes[i]
    if byte == UInt8(ascii: ".") {
      parts.append(0)
    } else if byte == UInt8(ascii: ",") || parts[parts.count - 1] > 99_999 {
      return []
    } else {
      parts[parts.count - 1] = parts[parts.count - 1] * 10 + Int(byte - 0x30)
    }
  }
  return parts
}

/// Whether a number has one point or two and no comma, as dates have: most have a comma or none.
private func isDotted(_ token: Token, _ bytes: [UInt8]) -> Bool {
  var points = 0
  for i in token.span.range {
    if bytes[i] == UInt8(ascii: ",") { return false }
    if bytes[i] == UInt8(ascii: ".") { points += 1 }
  }
  // Behind a single point a date has one digit or two, or the year's four: 1.200 has three.
  let end = token.span.range.upperBound
  return points == 2
    || points == 1 && (token.span.count < 4 || bytes[end - 4] != UInt8(ascii: "."))
}

/// The value of a number token that has up to `digits` digits and nothing else.
public func wholeNumber(_ token: Token, _ bytes: [UInt8], digits: Int) -> Int? {
  guard token.kind == .number, token.span.count <= digits else { return nil }
  var value = 0
  for i in token.span.range {
    let byte = bytes[i]
    guard byte &- 0x30 < 10 else { return nil }
    value = value * 10 + Int(byte - 0x30)
  }
  return value
}

/// The value of a Roman numeral in capitals, up to 89.
public func romanValue(_ bytes: ArraySlice<UInt8>) -> Int? {
  guard bytes.count <= 8 else { return nil }
  var value = 0
  var last = 100
  for byte in bytes {
    let digit: Int
    switch byte {
    case UInt8(ascii: "I"): digit = 1
    case UInt8(ascii: "V"): digit = 5
    case UInt8(ascii: "X"): digit = 10
    case UInt8(ascii: "L"): digit = 50
    default: return nil
    }
    value += digit > last ? digit - 2 * last : digit
    last = digit
  }
  return value > 0 ? value : nil
}

extension TokenShape {
  /// What the token with this span, kind and case can stand for.
  init(_ token: Token, _ bytes: [UInt8]) {
    self = []
    switch token.kind {
    case .word:
      insert(.word)
      if token.flags.contains(.capitalized) { insert(.capital) }
      if token.flags.contains(.allCapitals), let value = romanValue(bytes[token.span.range]) {
        insert(.roman)
        if value <= 4 { insert(.quarter) }
      }
    case .number:
      insert(.number)
      if let value = wholeNumber(token, bytes, digits: 9) {
        insert(.int)
        let count = token.span.count
        if count == 1, (1...4) ~= value { insert(.quarter) }
        if count <= 2, (1...31) ~= value { insert(.day) }
        if count <= 2, (1...12) ~= value { insert(.month) }
        if count == 4, (1900...2099) ~= value { insert(.year) }
      } else if (3...10) ~= token.span.count, isDotted(token, bytes) {
        insert(TokenShape(dotted: dotted(token, bytes), count: token.span.count))
      }
    case .sign: break
    }
  }

  /// 15.4.2019, 10.2019 and 15.4, of `count` characters.
  private init(dotted parts: [Int], count: Int) {
    self = []
    if parts.count == 3, count >= 8, (1...31) ~= parts[0], (1...12) ~= parts[1],
      (1900...2099) ~= parts[2]
    {
      insert(.dotDate)
    }
    guard parts.count == 2 else { return }
    if (6...7) ~= count, (1...12) ~= parts[0], (1900...2099) ~= parts[1] { insert(.dotMonth) }
    if (3...5) ~= count, (1...31) ~= parts[0], (1...12) ~= parts[1] { insert(.dotDay) }
  }
}
