/// Finds the encoding of bytes that are no Unicode, by how Vietnamese they are in each.
struct EncodingDetector {
  /// What was found.
  struct Finding {
    var reading: LegacyReading
    /// From 0 to 1.
    var confidence: Double
  }

  private static let sampleSize = 1 << 16
  private static let pieceCount = 16

  /// The most Vietnamese reading, or windows-1252 where none is.
  ///
  /// Looks at 64 KB at most, so that its cost is bounded: a longer text is tried in pieces.
  static func find(_ bytes: [UInt8]) -> Finding {
    let (reading, score, second) = best(sample(of: bytes), isCut: true)
    guard isVietnamese(score) else {
      return Finding(reading: .windows1252, confidence: score.points > 0 ? 0.2 : 0.4)
    }
    let isFull = reading == .abc && hasCapitalsOfTCVN3(bytes)
    return Finding(
      reading: isFull ? .tcvn : reading, confidence: confidence(score, second: second))
  }

  /// The reading in which text that was read as windows-1252 is Vietnamese beyond doubt, and more so
  /// than as it stands; nil where there is none.
  static func findRepair(_ bytes: [UInt8]) -> Finding? {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return nil }
    let (reading, score, second) = best(bytes, isCut: false)
    let asIs = SyllableScore(LegacyReading.windows1252.decode(bytes), isCut: false)
    guard isVietnamese(score), score.distinct > 1, score.markedRight >= 4 * score.markedWrong,
      score.points > 8 * score.plainWrong, score.points > asIs.points
    else { return nil }
    return Finding(
      reading: reading, confidence: confidence(score, second: max(second, asIs.points)))
  }

  /// The reading with the most points, and the most points of one that reads otherwise.
  private static func best(
    _ bytes: [UInt8], isCut: Bool
  ) -> (reading: LegacyReading, score: SyllableScore, second: Int) {
    var best = (reading: LegacyReading.windows1252, score: SyllableScore([]), text: [UInt8]())
    var second = 0
    for reading in LegacyReading.candidates {
      let text = reading.decode(bytes, isStrict: true)
      let score = SyllableScore(text, allowsSmallMarks: reading == .abc, isCut: isCut)
      if score.points > best.score.points {
        if best.reading.encoding != reading.encoding { second = best.score.points }
        best = (reading, score, text)
      } else if reading.encoding != best.reading.encoding, text != best.text {
        second = max(second, score.points)
      }
    }
    return (best.reading, best.score, second)
  }

  /// Whether TCVN3 has its capitals with tones or the punctuation of windows-1252 on the same bytes.
  static func tcvn3Reading(_ bytes: [UInt8]) -> LegacyReading {
    if hasCapitalsOfTCVN3(bytes) { return .tcvn }
    let sample = sample(of: bytes)
    return LegacyReading.tcvn.score(sample).points > LegacyReading.abc.score(sample).points
      ? .tcvn : .abc
  }

  /// True where there are bytes that a Vietnamese text would not have as windows-1252: other than the
  /// euro, the ellipsis, per mille, quotation marks, the bullet and dashes.
  private static func hasCapitalsOfTCVN3(_ bytes: [UInt8]) -> Bool {
    bytes.contains { byte in
      switch byte {
      case 0x80, 0x85, 0x89, 0x91...0x97: false
      case 0x81...0x9F: true
      default: byte < 0x20 && CodePageData.tcvn3[Int(byte)] > 0x20
      }
    }
  }

  /// How surely text of ASCII is Vietnamese with its marks as signs; nil where it is English, a program
  /// or anything else.
  static func viqr(_ bytes: [UInt8]) -> Double? {
    let sample = sample(of: bytes)
    let score = LegacyReading.viqr.score(sample)
    guard score.distinct > 2, score.shaped + score.frequent > 1 else { return nil }
    let isClear =
      score.markedRight >= 4 * score.markedWrong && 2 * score.markedRight >= score.plainRight
      && score.markedRight + score.plainRight >= 3 * score.plainWrong
    // Names and other languages may stand between words that leave no doubt.
    let isUndoubted =
      score.shaped > 2 && score.frequent > 1 && score.markedRight >= 3 * score.markedWrong
      && score.markedRight >= score.plainWrong
    return isClear || isUndoubted ? confidence(score, second: 0) : nil
  }

  /// Enough Vietnamese words with marks, and few that are not.
  static func isVietnamese(_ score: SyllableScore) -> Bool {
    guard score.markedRight >= 2 * score.markedWrong else { return false }
    if score.distinct < 2 {
      return score.frequent > 0 && score.markedWrong + score.plainWrong == 0
    }
    // Names and other languages may stand between words that leave no doubt.
    if score.frequent > 1, score.distinct > 2, score.markedRight >= 5 * score.markedWrong {
      return score.points > score.plainWrong
    }
    return (score.frequent > 0 || score.distinct > 3) && score.points > 4 * score.plainWrong
      && score.markedRight + score.plainRight >= 2 * score.plainWrong
  }

  private static func confidence(_ score: SyllableScore, second: Int) -> Double {
    let lead = 1 - Double(max(second, 0)) / Double(max(score.points, 1))
    let evidence = Double(score.markedRight) / Double(score.markedRight + 1)
    return min(0.99, score.markedShare * evidence * (0.6 + 0.4 * min(1, 2 * lead)))
  }

  /// The bytes, or pieces of them from everywhere that begin and end between words.
  private static func sample(of bytes: [UInt8]) -> [UInt8] {
    guard bytes.count > sampleSize else { return bytes }
    var sample: [UInt8] = []
    sample.reserveCapacity(sampleSize + pieceCount)
    let size = sampleSize / pieceCount
    for piece in 0..<pieceCount {
      let start = (bytes.count - size) / (pieceCount - 1) * piece
      let range = bytes[start..<start + size]
      let first = range.firstIndex { $0 <= 0x20 } ?? start
      let last = range.lastIndex { $0 <= 0x20 } ?? start + size
      sample.append(contentsOf: bytes[min(first, last)..<max(first, last)])
      sample.append(UInt8(ascii: "\n"))
    }
    return sample
  }
}
