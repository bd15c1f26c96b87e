package import Observations
public import RuleLanguage

/// Tells from the features of a record how likely it is right: the logistic function of the sum of
/// their weights.
///
/// The weights stand in `Confidence/confidence.tsv`, whose head tells how they were fitted.
public struct ConfidenceModel: Sendable {
  /// The name of the line whose weight every record has.
  private static let bias = "bias"

  /// By the features' bits; `nil` where records keep what their rule says.
  private var weights: [Double]?
  private var bias = 0.0

  /// Without weights: a record is as sure as its rule says.
  public init() {}

  /// - Throws: ``LexiconError`` where the table is missing or a line of it is wrong.
  public init(files: [LexiconFile]) throws(LexiconError) {
    let table = DataTable(
      "confidence.tsv", of: files, columns: ["feature", "weight"],
      remedyWhereMissing: "put it into the folder Confidence of the language data")
    var problems = table.problems
    var weights = [Double](repeating: 0, count: ConfidenceFeatures.capacity)
    var seen: [String: Int] = [:]
    for row in table.rows {
      do throws(LexiconProblem) {
        let (feature, weight) = try Self.line(row, &seen)
        if let feature {
          feature.forEachMember { weights[$0] = weight }
        } else {
          bias = weight
        }
      } catch {
        problems.append(error)
      }
    }
    if !problems.isEmpty { throw LexiconError(problems: problems) }
    self.weights = weights
  }

  /// The feature of a line, `nil` for the bias, and its weight.
  private static func line(
    _ row: DataTable.Row, _ seen: inout [String: Int]
  ) throws(LexiconProblem) -> (ConfidenceFeatures?, Double) {
    let name = try row.text("feature")
    let feature = ConfidenceFeatures.names[name]
    guard feature != nil || name == bias else {
      throw row.problem(
        "feature", "'\(name)' is unknown",
        remedy: "use bias or a name of ConfidenceFeatures, such as status.forecast")
    }
    if let line = seen[name] {
      throw row.problem(
        "feature", "\(name) has a weight in line \(line) too", remedy: "keep one of the two")
    }
    seen[name] = row.location.line
    let text = try row.text("weight")
    guard let weight = Double(text), weight.magnitude <= 100 else {
      throw row.problem(
        "weight", "'\(text)' is no weight", remedy: "write a number such as -0.75")
    }
    return (feature, weight)
  }

  /// How sure a record with these features is.
  ///
  /// - Parameter rule: how sure its rule is. No feature makes up for what is plainly wrong with a
  ///   number: where its rule goes down to ``ceiling``, a record is no surer.
  package func confidence(of features: ConfidenceFeatures, rule: Confidence) -> Confidence {
    guard let weights else { return rule }
    var sum = bias
    features.forEachMember { sum += weights[$0] }
    let share = Self.logistic(sum)
    let fitted = Confidence(hundredths: Int((share * 100).rounded()))
    return rule.hundredths <= Self.ceiling ? min(rule, fitted) : fitted
  }

  /// An evident slip, or no indicator.
  private static let ceiling = 40

  /// 1 / (1 + e⁻ˣ). The standard library alone has no e; 0.0001 is near enough for hundredths.
  static func logistic(_ x: Double) -> Double {
    // (1 + x/1024)¹⁰²⁴ is eˣ, the better the smaller x; beyond ±12 nothing changes any more.
    let limited = min(12, max(-12, x))
    var power = 1 - limited / 4096
    for _ in 0..<12 { power *= power }
    return 1 / (1 + power)
  }
}
