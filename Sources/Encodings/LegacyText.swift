/// Repairs text that was stored in TCVN3, VNI or the like and read as windows-1252: "C«ng nghiÖp".
public enum LegacyText {
  /// What text in a font of this name is encoded in; nil where the name says nothing.
  public static func family(ofFont name: String) -> RunFont? { RunFont(name: name) }

  /// The text in Unicode, or nil where it is to stay as it is.
  ///
  /// A font of a known family decides, unless the text is better Vietnamese as it stands. Else the
  /// text is repaired only if it is clearly Vietnamese in one of the encodings, and more so than as
  /// it stands: Unicode, other languages and figures stay. A soft hyphen is a letter of TCVN3 (ư):
  /// it must still be in the text. Linear in the text's length.
  public static func repaired(_ text: String, font: String?) -> String? {
    LegacyRepair(runs: [EncodedRun(text: text, font: font)])
      .repaired(EncodedRun(text: text, font: font))
  }
}

/// Repairs the runs or paragraphs of one document, of which some may have no telling font: these are
/// judged together, and each is then repaired if that makes it more Vietnamese.
public struct LegacyRepair: Sendable {
  /// The encoding of the text in fonts that say nothing; nil where there is nothing to repair.
  public var encoding: TextEncoding? { reading?.encoding }
  /// From 0 to 1: how surely `encoding` was found.
  public let confidence: Double

  private let reading: LegacyReading?

  private static let sampleSize = 1 << 16

  /// - Parameter runs: all of the document; each as whole as can be, a paragraph rather than its words.
  ///   The first 64 KB of text that may be legacy are judged.
  public init(runs: some Sequence<EncodedRun>) {
    var sample: [UInt8] = []
    var named: Set<TextEncoding> = []
    for run in runs where sample.count < Self.sampleSize {
      if let font = run.font.flatMap(RunFont.init(name:)) {
        named.insert(font.encoding)
        continue
      }
      let text = WindowsText(run.text)
      if text.isUnicode { continue }
      sample += text.joined
      sample.append(0x0A)
    }
    let finding = EncodingDetector.findRepair(sample)
    if let finding {
      reading = finding.reading
      confidence = finding.confidence
    } else if named.count == 1, let encoding = named.first {
      // Too little text to tell by itself is what the document's other text is.
      reading = LegacyReading(ofFont: encoding)
      confidence = 0.5
    } else {
      reading = nil
      confidence = 0
    }
  }

  /// For paragraphs without fonts.
  public init(paragraphs: some Sequence<String>) {
    self.init(runs: paragraphs.map { EncodedRun(text: $0, font: nil) })
  }

  /// The run's text in Unicode, or nil where it is to stay as it is.
  public func repaired(_ run: EncodedRun) -> String? {
    guard let font = run.font.flatMap(RunFont.init(name:)) else { return repaired(run.text) }
    let text = WindowsText(run.text)
    var result = run.text
    if !text.isUnicode, text.hasHighBytes, let reading = LegacyReading(ofFont: font.encoding) {
      if !Self.isRight(text.joined, otherwise: reading) { result = text.decoded(reading) }
    }
    if font.isCapitals { result = result.uppercased() }
    return Self.changed(result, from: run.text)
  }

  /// The text of a paragraph without a font, in Unicode, or nil where it is to stay as it is.
  public func repaired(_ paragraph: String) -> String? {
    guard let reading else { return nil }
    let text = WindowsText(paragraph)
    guard !text.isUnicode, text.hasHighBytes else { return nil }
    let result = text.decoded(reading)
    let asIs = SyllableScore(Array(paragraph.utf8), isCut: false)
    let repaired = SyllableScore(
      Array(result.utf8), allowsSmallMarks: reading == .abc, isCut: false)
    // A word may be one either way ("bò" is "bị" in VNI): then it is as the document.
    guard repaired.points > asIs.points || repaired.points == asIs.points && repaired.points > 0
    else { return nil }
    return Self.changed(result, from: paragraph)
  }

  /// True for text that is Vietnamese as it stands and none as its font has it: it was converted, and
  /// the font's name left.
  private static func isRight(_ bytes: [UInt8], otherwise reading: LegacyReading) -> Bool {
    let asIs = LegacyReading.windows1252.score(bytes, isCut: false)
    let repaired = reading.score(bytes, isCut: false)
    guard asIs.points > repaired.points else { return false }
    return EncodingDetector.isVietnamese(asIs)
      || asIs.markedRight > 0 && asIs.markedWrong == 0
        && (repaired.markedWrong > 0 || repaired.points <= 0)
  }

  /// Compared by bytes: equal strings may still differ in how letters are composed.
  private static func changed(_ result: String, from text: String) -> String? {
    result.utf8.elementsEqual(text.utf8) ? nil : result
  }
}

extension LegacyReading {
  /// How text in a font for this encoding is read; nil where no fonts are known for it.
  fileprivate init?(ofFont encoding: TextEncoding) {
    switch encoding {
    case .tcvn3: self = .abc
    case .vni: self = .vni
    case .vps: self = .vps
    default: return nil
    }
  }
}
