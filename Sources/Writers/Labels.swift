public import Observations

/// What columns and codes are called: by their codes for programs, by words for people.
public struct Labels: Sendable {
  public enum Language: String, Sendable, Hashable, CaseIterable {
    case vietnamese = "vi"
    case english = "en"
    case code
  }

  /// Names of one thing in both languages.
  public struct Names: Sendable, Hashable {
    public var vietnamese: String
    public var english: String

    public init(vietnamese: String, english: String) {
      self.vietnamese = vietnamese
      self.english = english
    }
  }

  /// What kinds of things have labels.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A ``Column``, a ``WideColumn``, a column of the table for a terminal.
    case column, wide, table
    case measure, base, status, bound
    /// A ``Provenance``.
    case source
    /// What a ``Column`` or a ``WideColumn`` holds, in a sentence.
    case about
    /// A sheet of a workbook, or what stands in it beside columns of records.
    case workbook
    /// A component or a code of the data structure of ``SDMXStructure``.
    case sdmx
  }

  public struct Key: Sendable, Hashable {
    public var kind: Kind
    public var code: String

    public init(_ kind: Kind, _ code: String) {
      self.kind = kind
      self.code = code
    }
  }

  public let language: Language
  private let names: [Key: Names]
  private let indicators: [String: Names]

  /// No words at all: everything is called by its code.
  public static let codes = Labels(.code, names: [:], indicators: [:])

  /// - Parameter indicators: what the codes of ``Observation/indicatorCode`` are called.
  public init(_ language: Language, names: [Key: Names], indicators: [String: Names]) {
    self.language = language
    self.names = names
    self.indicators = indicators
  }

  /// The same labels in another language.
  public func speaking(_ language: Language) -> Labels {
    Labels(language, names: names, indicators: indicators)
  }

  /// What it is called; its code where it has no label.
  public subscript(kind: Kind, code: String) -> String {
    language == .code ? code : names[Key(kind, code)].map(name) ?? code
  }

  /// Whether it has a label in both languages.
  public func hasLabel(_ kind: Kind, _ code: String) -> Bool { names[Key(kind, code)] != nil }

  public func title(of column: Column) -> String { self[.column, column.rawValue] }
  public func title(of column: WideColumn) -> String { self[.wide, column.rawValue] }
  public func name(of measure: Measure) -> String { self[.measure, measure.rawValue] }
  public func name(of base: Base) -> String { self[.base, base.rawValue] }
  public func name(of status: Status) -> String { self[.status, status.rawValue] }
  public func name(of bound: Bound) -> String { self[.bound, bound.rawValue] }

  /// The catalogue's name of an indicator.
  public func name(ofIndicator code: String) -> String {
    language == .code ? code : indicators[code].map(name) ?? code
  }

  /// What `record` holds in `column`, codes by their names.
  public func cell(of record: Observation, in column: Column) -> Column.Cell {
    guard language != .code else { return column.cell(of: record) }
    switch column {
    case .indicatorCode: return .text(name(ofIndicator: record.indicatorCode))
    case .measure: return .text(name(of: record.measure))
    case .base: return .text(record.base.map(name) ?? "")
    case .status: return .text(name(of: record.status))
    case .bound: return .text(record.bound.map(name) ?? "")
    case .provenance:
      return .map(
        record.provenance.map { (self[.column, $0.field], self[.source, $0.source.rawValue]) })
    default: return column.cell(of: record)
    }
  }

  private func name(_ names: Names) -> String {
    language == .vietnamese ? names.vietnamese : names.english
  }
}
