/// How a record words its indicator beside the name of the indicator whose code it has.
public struct Wording: Sendable, Hashable {
  public struct Word: Sendable, Hashable {
    /// As the record has it.
    public var text: String
    /// Whether it says something that the indicator's name does not.
    public var isBeyondName: Bool
    public var isCapitalized: Bool
    public var isNumber: Bool

    public init(_ text: String, isBeyondName: Bool, isCapitalized: Bool, isNumber: Bool) {
      self.text = text
      self.isBeyondName = isBeyondName
      self.isCapitalized = isCapitalized
      self.isNumber = isNumber
    }
  }

  /// What the catalogue calls what the code is of.
  public var name = ""
  /// The indicator's words, and its parent's.
  public var label: [Word] = []
  public var parent: [Word] = []
  /// Whether the indicator says nothing of its own: trị giá.
  public var isBare = false
  /// Whether the indicator by itself says what the code is of, or is bare.
  public var isNamed = true
  /// Whether the parent by itself says what the code is of, so that the indicator is of a part of it.
  public var isPart = false
  /// Whether figures of the code come in money and in amounts, so that a growth may be of either.
  public var isOfMoneyAndAmounts = false

  public init() {}

  /// Whether the indicator says no more than the name of what the code is of.
  var isWhole: Bool { isNamed && !isPart && !label.contains { $0.isBeyondName } }
}
