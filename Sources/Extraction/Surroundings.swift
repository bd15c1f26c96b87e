import TextModel

/// What stands around the number of a record: none of it for the cell of a table.
struct Surroundings {
  /// The tokens from the record before it, or the head of the sentence, up to the number.
  var before: Range<Int>
  /// Those behind it up to the end of the sentence.
  var behind: Range<Int>
  var isLast: Bool

  /// Those of the number `k` of `numbers`, in the tokens of their sentence.
  init(of k: Int, of numbers: [Range<Int>], in sentence: Range<Int>) {
    let number = numbers[k]
    let start = k > 0 ? numbers[k - 1].upperBound : sentence.lowerBound
    before = (start <= number.lowerBound ? start : sentence.lowerBound)..<number.lowerBound
    behind = number.upperBound..<max(number.upperBound, sentence.upperBound)
    isLast = k == numbers.count - 1
  }

  /// The tokens before it, itself and the words behind it up to the next sign or number.
  func clause(in document: TokenizedDocument) -> Range<Int> {
    before.lowerBound..<behind.prefix { document.tokens[$0].kind == .word }.endIndex
  }
}
