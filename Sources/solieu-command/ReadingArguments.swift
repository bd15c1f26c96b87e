import ArgumentParser
import SoLieu

/// What is said of a report that does not say it itself.
struct ReportArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The period of a report that names none: 2022, 2022-Q3, 2022-11, 2022-01/2022-11.",
      valueName: "iso"),
    transform: Self.period)
  var period: ReportPeriod?

  @Option(help: ArgumentHelp("The area of a report that names none.", valueName: "name"))
  var area = ""

  var options: ReadingOptions { ReadingOptions(period: period, area: area) }

  /// What tells whether documents are read as before.
  var version: String { "\(period.map { "\($0)" } ?? "")\n\(area)\n" }

  private static func period(_ text: String) throws -> ReportPeriod {
    let isPlain = text.utf8.allSatisfy { "0123456789-/.Q".utf8.contains($0) }
    guard isPlain, let period = TimePeriod(iso: text) else {
      throw ValidationError(
        "write a year (2022), a quarter (2022-Q3), a month (2022-11), a day (2022-11-15) or a span "
          + "(2022-01/2022-11)")
    }
    return ReportPeriod(period)
  }
}

/// Which language data the reader uses.
struct LexiconArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Read the language data from the *.tsv of this folder, not what is built in; the places, "
        + "the indicators, the weights of confidence, the labels and what is for checks too, if it has "
        + "folders Places, Indicators, Confidence, Labels and Checks.",
      valueName: "dir"))
  var lexicon: String?

  /// The reader; says what is wrong with the language data where it cannot be made.
  func pipeline() throws(ExitCode) -> Pipeline {
    try reporting {
      guard let folder else { return try Pipeline.standard() }
      return try Pipeline(
        lexicon: Lexicon(files: folder.files()),
        gazetteer: folder.places().map { try Gazetteer(files: $0) } ?? .standard(),
        catalogue: folder.indicators().map { try IndicatorCatalogue(files: $0) } ?? .standard(),
        confidence: folder.confidence().map { try ConfidenceModel(files: $0) } ?? .standard())
    }
  }

  /// Looks whether figures hold together; says what is wrong with its tables where they cannot be read.
  ///
  /// - Parameter pipeline: knows the units, where there is one.
  func checker(_ pipeline: Pipeline?) throws(ExitCode) -> ReportChecker {
    let measured: Set<String>
    if let pipeline {
      measured = pipeline.measuredUnits
    } else {
      measured = try self.pipeline().measuredUnits
    }
    return try reporting {
      try ReportChecker(
        files: folder?.checks() ?? LexiconFile.builtInChecks, measured: measured)
    }
  }

  /// The indicators alone; says what is wrong with their tables where they cannot be read.
  func catalogue() throws(ExitCode) -> IndicatorCatalogue {
    try reporting {
      try folder?.indicators().map { try IndicatorCatalogue(files: $0) } ?? .standard()
    }
  }

  /// What tells the series of figures, by the indicators and places of the reader, or else made for it.
  func identity(_ reader: Pipeline?) throws(ExitCode) -> SeriesIdentity {
    let catalogue = if let reader { reader.catalogue } else { try catalogue() }
    return try reporting {
      let gazetteer =
        try reader?.gazetteer ?? folder?.places().map { try Gazetteer(files: $0) } ?? .standard()
      return SeriesIdentity(catalogue, gazetteer, try .standard())
    }
  }

  /// Which units mean the same.
  func units() throws(ExitCode) -> SeriesUnits {
    try reporting { try SeriesVocabulary.standard().units }
  }

  /// What tells whether the rules and the catalogue are those of before.
  func version() throws(ExitCode) -> String {
    try reporting {
      let files =
        try folder.map {
          try $0.files() + ($0.places() ?? []) + ($0.indicators() ?? [])
            + ($0.confidence() ?? []) + ($0.checks() ?? [])
        } ?? []
      let own =
        LexiconFile.builtIn + LexiconFile.builtInPlaces + LexiconFile.builtInIndicators
        + LexiconFile.builtInConfidence + LexiconFile.builtInSeries + LexiconFile.builtInChecks
      let text = (own + files).map { "\($0.name)\n\($0.text)" }.joined(separator: "\n")
      return "\(Solieu.configuration.version)\n\(ContentHash(Array(text.utf8)).hex)\n"
    }
  }

  /// The labels alone, with the names of the reader's indicators, or else of those made for them.
  func labels(_ reader: Pipeline? = nil) throws(ExitCode) -> Labels {
    let catalogue = if let reader { reader.catalogue } else { try catalogue() }
    return try reporting {
      try folder?.labels().map { try Labels(.code, files: $0, catalogue: catalogue) }
        ?? .standard(.code, catalogue: catalogue)
    }
  }

  private var folder: LexiconFolder? { lexicon.map(LexiconFolder.init) }

  private func reporting<Made>(_ make: () throws -> Made) throws(ExitCode) -> Made {
    do {
      return try make()
    } catch let error as LexiconError {
      for problem in error.problems { Console.report(description(of: problem)) }
      throw .wrongData
    } catch let error as InputError {
      Console.report(error)
      throw .noInput
    } catch let error as ExitCode {
      throw error
    } catch {
      Console.report("\(error)")
      throw .wrongData
    }
  }

  private func description(of problem: LexiconProblem) -> String {
    guard let lexicon else { return problem.description }
    return FileSystem.join(lexicon, problem.description)
  }
}
