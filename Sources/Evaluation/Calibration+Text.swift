extension Calibration {
  /// The table by bands, the figures, the table by rules, with an empty line between them; every
  /// line ends in LF. `-` stands for the share of no records, and for no rule.
  public var text: String {
    var byBand = AlignedTable(
      "confidence", "records", "share", "mean_confidence", "core_right", "exact_right")
    for band in bands { add(band.reliability, named: band.name, to: &byBand) }
    add(all, named: "all", to: &byBand)

    var byRule = AlignedTable("rule", "records", "mean_confidence", "core_right")
    for row in rules {
      byRule.add(
        row.rule.isEmpty ? "-" : row.rule, "\(row.reliability.records)",
        Self.cell(row.reliability.meanConfidence), Self.cell(row.reliability.coreShare))
    }
    return """
      \(byBand.text)
      confidence >= 0.9: \(figures(of: high))
      confidence < 0.5: \(figures(of: low))
      expected_calibration_error \(Self.figure(expectedError))  \
      brier_score \(Self.figure(brierScore))

      \(byRule.text)
      """
  }

  private func add(_ group: Reliability, named name: String, to table: inout AlignedTable) {
    table.add(
      name, "\(group.records)", Self.cell(group.share(of: all)), Self.cell(group.meanConfidence),
      Self.cell(group.coreShare), Self.cell(group.exactShare))
  }

  private func figures(of group: Reliability) -> String {
    "records \(group.records)  share \(Self.figure(group.share(of: all)))  "
      + "core_right \(Self.figure(group.coreShare))"
  }

  private static func figure(_ rate: Rate?) -> String { rate?.description ?? "-" }
  private static func cell(_ rate: Rate?) -> String { rate?.inFourPlaces ?? "-" }
}

extension Calibration.Band {
  /// From where to where it goes: `0.9–1.0`.
  public var name: String { "0.\(tenth)–\(tenth == 9 ? "1.0" : "0.\(tenth + 1)")" }
}
