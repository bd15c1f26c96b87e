public import Observations

/// SDMX-CSV 2.0.0 (SDMX 3.0, "SDMX-CSV field guide"), which pysdmx and sdmx1 read: one row a record, for the dataflow
/// of ``SDMXStructure``.
///
/// A record without a period has an empty `TIME_PERIOD`; of places only codes are a `REF_AREA`.
public struct SDMXWriter: RecordWriter {
  /// How its header begins.
  public static let firstColumns =
    ["STRUCTURE", "STRUCTURE_ID", "ACTION"] + SDMXComponent.allCases.prefix(1).map(\.rawValue)

  private let syntax = CSVSyntax(dialect: .rfc4180)

  public init() {}

  public mutating func begin(into output: inout [UInt8]) {
    output.append("STRUCTURE,STRUCTURE_ID,ACTION,")
    syntax.appendRow(SDMXComponent.allCases, to: &output) { .text($0.rawValue) }
  }

  public mutating func write(_ records: DocumentRecords, into output: inout [UInt8]) {
    for record in records.observations {
      let time = SDMXTime(iso: record.period)
      output.append("dataflow,")
      output.append(contentsOf: SDMXStructure.dataflow.utf8)
      // Information: it neither adds to nor replaces what the reader has.
      output.append(",I,")
      syntax.appendRow(SDMXComponent.allCases, to: &output) { $0.cell(of: record, time) }
    }
  }
}
