internal import Observations

/// The columns of the sheet of sentences.
enum SourceColumn: String, CaseIterable {
  case document, title, issuer, date, url, section, sentence

  var width: Double {
    switch self {
    case .document: 28
    case .title, .issuer, .section: 36
    case .date: 12
    case .url: 30
    case .sentence: 120
    }
  }

  func text(of record: Observation, in facts: DocumentFacts) -> String {
    switch self {
    case .document: record.document
    case .title: facts.title
    case .issuer: facts.issuer
    case .date: facts.date
    case .url: facts.url
    case .section: record.section
    case .sentence: record.sentence
    }
  }
}

extension Column {
  /// How many letters wide it is in a workbook; its header has room for the button of the filter.
  var width: Double {
    switch self {
    case .sentence: 60
    case .indicator, .section: 36
    case .document, .indicatorCode, .parent: 26
    case .text, .provenance: 20
    case .base, .value, .period, .area, .rule, .flags: 16
    case .alternatives, .denominator, .unit: 15
    case .measure, .unitMultiplier, .confidence, .status, .areaCode: 13
    case .bound, .start, .end: 10
    }
  }
}
