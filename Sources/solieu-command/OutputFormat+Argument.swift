public import ArgumentParser
public import SoLieu

/// `--format` takes the formats by their names, and help lists them.
extension OutputFormat: ExpressibleByArgument {}
extension SeriesFormat: ExpressibleByArgument {}
extension Measure: ExpressibleByArgument {}
extension Base: ExpressibleByArgument {}

extension Layout: ExpressibleByArgument {}
extension CSVDialect: ExpressibleByArgument {}
extension Labels.Language: ExpressibleByArgument {}
extension FindingFormat: ExpressibleByArgument {}
extension Severity: ExpressibleByArgument {}
