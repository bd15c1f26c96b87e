import RuleLanguage
import TextModel
import VietnameseText

/// Reads the tables and compiles them.
struct Compiler {
  private(set) var indicators: [Indicator] = []
  private(set) var rows: [String: Int32] = [:]
  private(set) var problems: [LexiconProblem] = []

  private var symbols = SymbolTable()
  private var folded = FoldedWords(Folding())
  private var abbreviations: [SymbolID: [LabelVocabulary.Reading]] = [:]
  private var fillers: Set<SymbolID> = []
  private var rates: Set<SymbolID> = []
  private var bare: Set<[SymbolID]> = []
  private var broader: [Int32] = []

  /// Reads what the files say; `nil` where something is wrong with them.
  mutating func index(_ files: [LexiconFile]) -> NameIndex? {
    readWords(files)
    readAbbreviations(files)
    readIndicators(files)
    linkUpwards()
    let plain = vocabulary()
    let names = problems.isEmpty ? compileNames(plain) : NameTable()
    guard problems.isEmpty else { return nil }
    var units = UnitTable()
    for indicator in indicators { units.append(indicator.units) }
    return NameIndex(
      vocabulary: vocabulary(), names: names, units: units, broader: broader)
  }

  /// With the words that are known so far.
  private func vocabulary() -> LabelVocabulary {
    LabelVocabulary(
      tokenizer: Tokenizer(folding: folded.folding, symbols: symbols),
      abbreviations: abbreviations, fillers: fillers, rates: rates, bare: bare)
  }

  private mutating func table(
    _ name: String, of files: [LexiconFile], columns: [String]
  ) -> [DataTable.Row] {
    let table = DataTable(
      name, of: files, columns: columns,
      remedyWhereMissing: "put it beside the other tables of indicators")
    problems += table.problems
    return table.rows
  }

  // MARK: Words

  private mutating func readWords(_ files: [LexiconFile]) {
    for row in table("words.tsv", of: files, columns: ["words", "is"]) {
      for words in row.list("words") {
        let symbols = self.symbols(of: words)
        switch row["is"] {
        case "bare": bare.insert(symbols)
        case "rate": rates.formUnion(symbols.prefix(1))
        case "filler" where symbols.count == 1: fillers.formUnion(symbols)
        case "filler":
          problems.append(
            row.problem("words", "'\(words)' is no single word", remedy: "write one word"))
        default:
          problems.append(
            row.problem(
              "is", "'\(row["is"])' is unknown", remedy: "use one of filler, rate, bare"))
        }
      }
    }
  }

  private mutating func readAbbreviations(_ files: [LexiconFile]) {
    let columns = ["abbreviation", "words", "beside"]
    for row in table("abbreviations.tsv", of: files, columns: columns) {
      let symbols = self.symbols(of: row["abbreviation"])
      let words = self.symbols(of: row["words"])
      if symbols.count != 1 {
        problems.append(
          row.problem(
            "abbreviation", "'\(row["abbreviation"])' is no abbreviation",
            remedy: "write one word in capitals"))
      } else if words.isEmpty {
        problems.append(row.problem("words", "no words", remedy: "write what it stands for"))
      } else if abbreviations[symbols[0]]?.contains(where: \.beside.isEmpty) == true {
        problems.append(
          row.problem(
            "abbreviation", "a line above takes every \(row["abbreviation"])",
            remedy: "put the line with nothing beside it last, and keep one such line"))
      } else {
        abbreviations[symbols[0], default: []].append(
          .init(
            words: words, beside: Set(row.list("beside").flatMap { self.symbols(of: $0) })))
      }
    }
  }

  /// The symbols of a few words.
  private mutating func symbols(of text: String) -> [SymbolID] {
    let bytes = Array(text.utf8)
    let tokens = Tokenizer(folding: folded.folding, symbols: SymbolTable()).tokenize(bytes).tokens
    var made: [SymbolID] = []
    for token in tokens where token.kind != .sign {
      made.append(folded.symbol(of: token, bytes, &symbols))
    }
    return made
  }

  // MARK: Indicators

  private mutating func readIndicators(_ files: [LexiconFile]) {
    let table = table("indicators.tsv", of: files, columns: Indicator.columns)
    indicators.reserveCapacity(table.count)
    rows.reserveCapacity(table.count)
    for row in table {
      do throws(LexiconProblem) {
        try add(row)
      } catch {
        problems.append(error)
      }
    }
  }

  private mutating func add(_ row: DataTable.Row) throws(LexiconProblem) {
    let code = try row.text("code")
    guard Indicator.isCode(code) else {
      throw row.problem(
        "code", "'\(code)' is no code",
        remedy: "write domain.noun in small letters, digits and _, such as trade.retail_sales")
    }
    if let other = rows[code] {
      let place = indicators[Int(other)].row.location
      throw row.problem(
        "code", "the code \(code) stands in \(place.file):\(place.line) too",
        remedy: "keep one of the two lines, or give this one another code")
    }
    for column in ["vietnamese", "english", "names"] { _ = try row.text(column) }
    rows[code] = Int32(indicators.count)
    indicators.append(Indicator(code: code, broader: row["broader"], row: row))
  }

  private mutating func linkUpwards() {
    for indicator in indicators {
      let above = rows[indicator.broader] ?? -1
      if above < 0, !indicator.broader.isEmpty {
        problems.append(
          indicator.row.problem(
            "broader", "no line has the code \(indicator.broader)",
            remedy: "add one, or correct it"))
      }
      broader.append(above)
    }
    for (i, indicator) in indicators.enumerated() {
      var above = broader[i]
      var steps = 0
      while above >= 0, steps <= indicators.count {
        above = broader[Int(above)]
        steps += 1
      }
      if above >= 0 {
        problems.append(
          indicator.row.problem(
            "broader", "\(indicator.code) stands above itself",
            remedy: "name the code of the whole of which it is a part or a kind"))
      }
    }
  }

  // MARK: Names

  /// All names as the lines of one text: so they are cut as labels are, and at once.
  private mutating func compileNames(_ vocabulary: LabelVocabulary) -> NameTable {
    var text: [UInt8] = []
    text.reserveCapacity(indicators.count * 400)
    for indicator in indicators {
      text += indicator.row["names"].utf8
      text.append(0x0A)
      // Never an empty line, so that each indicator has two.
      text += indicator.row["abbreviations"].utf8
      text += " |\n".utf8
    }
    let cut = vocabulary.tokenizer.tokenize(text)
    var surfaces = SurfaceSymbols()
    let words = cut.tokens.map { surfaces.symbol(of: $0, text, &folded, &symbols) }
    var names = NameTable(reserving: indicators.count * 16)
    for (line, range) in cut.lines.enumerated() {
      let isWhole = line % 2 == 1
      var parser = NameParser(cut.tokens, isWhole ? range.dropLast() : range, text)
      while !parser.isAtEnd {
        do throws(NameParser.Problem) {
          let name = try parser.name().map { part in
            part.map { run in vocabulary.plain(cut.tokens[run]) { words[$0] } }
          }
          names.insert(name, of: Int32(line / 2), isWhole: isWhole)
        } catch {
          let row = indicators[line / 2].row
          problems.append(
            problem(error, row, isWhole ? "abbreviations" : "names", cut.tokens, text))
          break
        }
      }
    }
    return names
  }

  private func problem(
    _ error: NameParser.Problem, _ row: DataTable.Row, _ column: String, _ tokens: [Token],
    _ text: [UInt8]
  ) -> LexiconProblem {
    let at = Int(tokens[error.token].span.start)
    let start = text[..<at].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    var problem = row.problem(column, error.message, remedy: error.remedy)
    problem.location.column +=
      String(decoding: text[start..<at], as: UTF8.self).unicodeScalars.count
    return problem
  }
}

/// The symbols of words, each made once.
struct FoldedWords {
  let folding: Folding
  private var key: [UInt8] = []

  init(_ folding: Folding) { self.folding = folding }

  /// The symbol of a word or a number; a sign has none.
  mutating func symbol(of token: Token, _ bytes: [UInt8], _ symbols: inout SymbolTable)
    -> SymbolID
  {
    switch token.kind {
    case .sign: return .unknown
    case .number: key = Array(bytes[token.span.range])
    case .word: folding.fold(bytes, token.span.range, into: &key)
    }
    return symbols.intern(key)
  }
}

/// The symbols of the last surfaces of one text: a word is folded once, not each time it comes.
private struct SurfaceSymbols {
  private var entries = [(span: TextSpan, symbol: SymbolID)](
    repeating: (TextSpan(0, 0), .unknown), count: 4096)

  mutating func symbol(
    of token: Token, _ text: [UInt8], _ folded: inout FoldedWords, _ symbols: inout SymbolTable
  ) -> SymbolID {
    if token.kind == .sign { return .unknown }
    var hash: UInt32 = 0
    for byte in text[token.span.range] { hash = (hash &* 31) ^ UInt32(byte) }
    let slot = Int((hash ^ hash >> 12) & 4095)
    let entry = entries[slot]
    if entry.span.count == token.span.count,
      text[entry.span.range].elementsEqual(text[token.span.range])
    {
      return entry.symbol
    }
    let symbol = folded.symbol(of: token, text, &symbols)
    entries[slot] = (token.span, symbol)
    return symbol
  }
}
