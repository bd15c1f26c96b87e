import Evaluation
import Extraction
import Observations
import Writers

/// What confidence is fitted on, as CSV: of each record its document and place, whether it is
/// core-right, how sure its rule is, in hundredths, and the names of its features, with spaces between.
struct FeatureTable {
  var text = Array("document,start,end,right,rule_confidence,features\n".utf8)

  /// Adds the records of one document; `judged` says of each whether it is right.
  mutating func add(_ rated: [RatedObservation], judged: [JudgedRecord], document: String) {
    for record in judged.sorted(by: { $0.index < $1.index }) {
      let (observation, rating) = (rated[record.index].observation, rated[record.index].rating)
      text.appendCSVField(document)
      text += ",\(observation.start),\(observation.end)".utf8
      text += ",\(record.isCoreRight ? 1 : 0),\(rating.rule.hundredths),".utf8
      text += rating.features.list.joined(separator: " ").utf8
      text.append(UInt8(ascii: "\n"))
    }
  }
}
