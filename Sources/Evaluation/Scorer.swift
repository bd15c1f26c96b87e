public import Observations

/// How the observations of one document compare with gold.
public struct DocumentScore: Sendable {
  /// The gold file's name without its ending.
  public var document: String
  public var tally: Tally
  public var fields: FieldAccuracy
  public var codes: CodeTally
  /// What fell short, in the order of gold, then the observations not in gold by their place.
  public var misses: [Miss]
  /// Every observation with what is right of it: those that gold claims in its order, then the
  /// others by their place.
  public var judged: [JudgedRecord]
}

/// Compares observations with gold, to the same figures as the specification's `score.py`.
///
/// An observation is a candidate for a gold record whose number starts inside its `start..<end`.
/// Records are taken in gold's order; each claims, of the candidates still free, the one with the
/// most core fields right, the first of equals (two records may lie on one span: a range).
/// The catalogue's codes, which that script does not know, are counted apart and change no figure
/// of it.
public struct Scorer: Sendable {
  public init() {}

  public func score(gold: GoldFile, observations: [Observation]) -> DocumentScore {
    let order = Self.orderByStart(observations)
    let candidates = order.map { observations[$0] }
    var free = [Bool](repeating: true, count: candidates.count)
    var score = DocumentScore(
      document: gold.name, tally: Tally(), fields: FieldAccuracy(), codes: CodeTally(), misses: [],
      judged: [])
    score.tally.gold = gold.records.count
    score.tally.predicted = candidates.count

    for record in gold.records {
      let judge = FieldJudge(gold: record)
      var best: (index: Int, right: Int)?
      for (index, candidate) in candidates.enumerated()
      where free[index] && candidate.start <= record.at && record.at < candidate.end {
        let right = judge.coreFieldsRight(in: candidate)
        if right > best?.right ?? -1 { best = (index, right) }
      }
      guard let best else {
        score.misses.append(.missed(record))
        score.codes.count(record, found: nil)
        continue
      }
      free[best.index] = false
      score.count(candidates[best.index], at: order[best.index], judge: judge)
    }
    for (index, candidate) in candidates.enumerated() where free[index] {
      score.misses.append(.notInGold(candidate))
      score.judged.append(JudgedRecord(candidate, at: order[index], wrong: nil))
    }
    return score
  }

  /// By start; observations with the same start keep their order.
  private static func orderByStart(_ observations: [Observation]) -> [Int] {
    observations.indices.sorted { (observations[$0].start, $0) < (observations[$1].start, $1) }
  }
}

extension DocumentScore {
  /// Counts the observation that a gold record has claimed.
  fileprivate mutating func count(_ found: Observation, at index: Int, judge: FieldJudge) {
    let verdicts = judge.verdicts(on: found)
    var wrong: [ScoredField] = []
    for field in ScoredField.allCases {
      guard let isRight = verdicts[field] else { continue }
      fields.count(field, right: isRight)
      if !isRight { wrong.append(field) }
    }
    let record = JudgedRecord(found, at: index, wrong: wrong)
    judged.append(record)
    codes.count(judge.gold, found: found)
    tally.found += 1
    if record.isCoreRight { tally.core += 1 }
    if record.isExactRight {
      tally.full += 1
    } else {
      misses.append(.wrong(wrong, gold: judge.gold, predicted: found))
    }
  }
}
