import Observations
import Quantities
import TextModel

// Which subject a counted noun, a dimension or a unit stands for.
extension Resolver {
  func dimensioned(_ item: Int, _ subject: Subject, hasOwn: Bool) -> Subject {
    // về lượng, về giá trị: what is counted or measured, what is paid.
    if !hasOwn, let last = items[item].tokens.last {
      let isAmount = vocabulary.isWord(document.tokens[last], .amount)
      let isWorth = items[item].tokens.contains { vocabulary.isWord(document.tokens[$0], .worth) }
      if isAmount || isWorth,
        let known = context.subjects.last(where: {
          !isBareAverage($0) && ($0.unit?.kind == .money) == isWorth && $0.unit != nil
            && $0.unit?.kind != .percent
        })
      {
        if isAmount || known.unit?.kind == .money { return known }
      }
    }
    if hasOwn {
      let words = items[item].tokens.dropFirst()
      return subject.renamed(joined(document.string(words), subject.text, ""))
    }
    // về số dự án: what is counted is dự án.
    let words = items[item].tokens.dropFirst()
    let name = document.string(words)
    let noun = WordKeys(
      document.string(words.drop { vocabulary.isWord(document.tokens[$0], .number) }))
    if let known = context.subjects.last(where: {
      WordKeys($0.text).contains(noun.keys[...])
        || !$0.unitName.isEmpty && noun.contains(WordKeys($0.unitName).keys[...])
    }) {
      return known
    }
    return subject.renamed(joined(name, subject.text, ""))
  }

  /// 138 USD/tấn is neither an amount nor its worth.
  func isBareAverage(_ subject: Subject) -> Bool { subject.unitName.contains("/") }

  /// Vốn đầu tư của huyện Châu Phú tăng 21%, huyện Tịnh Biên 9,4%: the other place in the name.
  func elsewhere(_ subject: Subject, _ place: SubjectReader.Wording) -> Subject? {
    guard let item = place.first, clause.words.filter({ !items[$0].isComma }).count == 1,
      let kind = items[item].tokens.first
    else { return nil }
    let own = document.string(kind..<kind + 1)
    let words = subject.text.split(separator: " ")
    guard let start = words.lastIndex(where: { $0 == own }), start > 1 else { return nil }
    return subject.renamed(joined(words[..<start].joined(separator: " "), place.text, ""))
  }

  /// The subject of this paragraph that the counted noun repeats: người chết after làm chết.
  func known(_ noun: String, _ quantity: Quantity) -> Subject? {
    let words = WordKeys(noun)
    return context.subjects.last {
      $0.unitName == quantity.unitName && words.isSubset(of: WordKeys($0.text))
    }
  }

  /// đạt 8,6 tiêu chí/xã, tăng 0,4 tiêu chí; 1.487 hộ kinh doanh cá thể, thêm 96 hộ: the unit in short.
  func isCounted(_ subject: Subject, in unit: String) -> Bool {
    guard !unit.isEmpty, subject.unitName.hasPrefix(unit) else { return false }
    return subject.unitName.utf8.dropFirst(unit.utf8.count).first.map {
      $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ",")
    } ?? false
  }

  /// kê khai 27.914 hộ: what is counted belongs to the name, unless it is only how things are
  /// counted (đàn trâu 3.120 con).
  func countsObjects(_ wording: SubjectReader.Wording, _ quantity: Quantity) -> Bool {
    guard wording.words <= 4, !wording.isIndicator, !wording.isBare, !clause.afterLabel,
      quantity.numberTokens.upperBound < quantity.tokens.upperBound,
      let first = wording.first, case .word = items[first].kind
    else { return false }
    let unit = document.tokens[quantity.tokens.upperBound - 1]
    let head = document.tokens[quantity.numberTokens.upperBound]
    let isSingle = quantity.numberTokens.upperBound + 1 == quantity.tokens.upperBound
    return !vocabulary.isWord(head, .classifier)
      && !(isSingle && vocabulary.isWord(unit, .classifier))
      && !WordKeys(wording.text).contains(WordKeys(quantity.unitName).keys[...])
  }

  func isSingleClassifier(_ quantity: Quantity) -> Bool {
    let head = quantity.numberTokens.upperBound
    return head < quantity.tokens.upperBound
      && vocabulary.isWord(document.tokens[head], .classifier)
  }

  /// Only a verb before the number: khởi công 120 công trình.
  func isVerbal(_ wording: SubjectReader.Wording) -> Bool {
    guard wording.words <= 4, let first = wording.first else { return false }
    if case .event? = items[first].cue { return true }
    guard case .word = items[first].kind else { return false }
    return wording.firstClass.contains(.doing)
  }

  func joined(_ a: String, _ b: String, _ c: String) -> String {
    [a, b, c].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
