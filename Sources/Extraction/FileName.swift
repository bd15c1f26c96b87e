public import Geography
public import Quantities
import VietnameseText

/// What the name of a file says of the report in it: BC-KTXH-thang-11-2022.doc, 2022_Q3.pdf,
/// bao_cao_9_thang_2021.docx.
public struct FileName: Sendable {
  /// The name without its folders and its ending.
  public let stem: String
  /// The period that it names with its year, else the one that its archive's name does.
  public let period: ReportPeriod?
  private let words: [String]
  private let archiveWords: [String]

  public init(_ path: String) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    var stem = Substring(name)
    // .tar.gz, .html.txt
    for _ in 0..<2 {
      guard let point = stem.lastIndex(of: "."), point != stem.startIndex,
        stem[stem.index(after: point)...].allSatisfy({ $0.isLetter || $0.isNumber }),
        stem[stem.index(after: point)...].contains(where: \.isLetter),
        stem.distance(from: point, to: stem.endIndex) <= 6
      else { break }
      stem = stem[..<point]
    }
    self.stem = String(stem)
    words = Self.words(of: self.stem)
    archiveWords = Self.archive(around: path).map { Self.words(of: $0) } ?? []
    period = (Self.period(in: words) ?? Self.period(in: archiveWords)).map { ReportPeriod($0) }
  }

  /// The province that it names, with marks or without them, else the one that its archive's name does;
  /// `nil` where there is none or more than one.
  public func area(in gazetteer: Gazetteer, on day: Day?) -> Area? {
    (gazetteer.province(inPlainWords: words, on: day)
      ?? gazetteer.province(inPlainWords: archiveWords, on: day)).map {
        Area(name: $0.displayName, code: $0.officialCode)
      }
  }

  /// Lạng Sơn 2022-11.zip of Lạng Sơn 2022-11.zip/bao-cao.doc
  private static func archive(around path: String) -> String? {
    path.split(separator: "/").dropLast().last { folder in
      [".zip", ".tar", ".tgz", ".gz"].contains { folder.lowercased().hasSuffix($0) }
    }.map(String.init)
  }

  /// Its words and numbers, without marks and in small letters: thang, 11, 2022.
  private static func words(of stem: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isNumber = false
    func close() {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    let folding = Folding()
    for marked in stem.unicodeScalars where marked.properties.generalCategory != .nonspacingMark {
      let scalar = folding.plain(marked)
      let isDigit = ("0"..."9").contains(scalar)
      let isLetter = scalar.properties.isAlphabetic
      guard isDigit || isLetter else {
        close()
        continue
      }
      if isDigit != isNumber { close() }
      isNumber = isDigit
      word.unicodeScalars.append(scalar)
    }
    close()
    return words
  }

  private static func period(in words: [String]) -> TimePeriod? {
    let years = words.indices.filter { year(words[$0]) != nil }
    guard years.count == 1, let at = years.first, let year = year(words[at]) else { return nil }
    // 9 thang, 9t, 6 thang dau nam; thang 11, t11; quy 3, q3, quy iii; 2022-11, 11-2022
    for (k, word) in words.enumerated() where k != at {
      let next = k + 1 < words.count ? words[k + 1] : ""
      let before = k > 0 ? words[k - 1] : ""
      if let n = small(word), next == "thang" || next == "t" && small(after(k + 1, words)) == nil,
        before != "thang"
      {
        return n == 12 ? .year(year) : .months(year: year, 1, toYear: year, n)
      }
      if word == "thang" || word == "t", let m = small(next) { return .month(year: year, m) }
      if word == "quy" || word == "q" {
        if let q = quarter(next) { return .quarter(year: year, q) }
      }
    }
    if let m = small(after(at, words)), words[at + 1].utf8.count == 2 {
      return .month(year: year, m)
    }
    if at > 0, let m = small(words[at - 1]), words[at - 1].utf8.count == 2 {
      return .month(year: year, m)
    }
    return .year(year)
  }

  private static func after(_ k: Int, _ words: [String]) -> String {
    k + 1 < words.count ? words[k + 1] : ""
  }

  private static func year(_ word: String) -> Int? {
    guard word.utf8.count == 4, let year = Int(word), (1975...2100).contains(year) else {
      return nil
    }
    return year
  }

  /// A number from 1 to 12.
  private static func small(_ word: String) -> Int? {
    guard word.utf8.count <= 2, let n = Int(word), (1...12).contains(n) else { return nil }
    return n
  }

  private static func quarter(_ word: String) -> Int? {
    if let q = Int(word), (1...4).contains(q) { return q }
    return ["i": 1, "ii": 2, "iii": 3, "iv": 4][word]
  }
}
