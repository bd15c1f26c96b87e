import ArgumentParser
import SoLieu

/// `solieu dataset describe`: what the tables and columns hold, for Datasette.
struct DatasetDescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Print what a dataset's tables and columns hold, as Datasette's metadata (JSON).",
    discussion: """
      Datasette then shows the descriptions, facets, and a search of sentences by words with or \
      without marks.

      EXAMPLES:
        solieu dataset describe figures.db > metadata.json
        datasette figures.db --metadata metadata.json
      """)

  @OptionGroup var dataset: DatasetArgument

  /// The columns by which rows are counted beside a table.
  private static let facets = [
    "observations": ["measure", "base", "status", "area", "period_kind"],
    "figures": ["measure", "base", "status", "area", "period_kind"],
    "levels": ["indicator_code", "area", "period_kind"],
    "growth": ["indicator_code", "area", "base"], "documents": ["state", "format", "area"],
  ]

  func run() throws {
    let store = try dataset.open()
    let description = try DatasetArgument.reporting(dataset.path, .noInput) {
      () throws(DatasetError) in try store.description()
    }
    var tables = JSONObject()
    for table in description.tables {
      var columns = JSONObject()
      for (name, note) in table.columns { columns.add(name, text: note) }
      var object = JSONObject()
      object.add("description", text: table.note)
      object.add("columns", object: columns)
      if let facets = Self.facets[table.name] { object.add("facets", texts: facets) }
      tables.add(table.name, object: object)
    }
    var search = JSONObject()
    search.add("title", text: "Sentences with the words, with or without marks")
    search.add(
      "sql",
      text:
        "SELECT d.path, d.title, s.marked AS sentence FROM sentence_search JOIN sentences s ON s.id = sentence_search.rowid JOIN documents d ON d.id = s.document_id WHERE sentence_search MATCH :words ORDER BY rank LIMIT 100"
    )
    var queries = JSONObject()
    queries.add("search", object: search)
    var database = JSONObject()
    database.add("tables", object: tables)
    database.add("queries", object: queries)
    var databases = JSONObject()
    // Datasette calls a database by its file, without the ending.
    let name = FileSystem.split(dataset.path).name
    databases.add(String(name.prefix { $0 != "." }), object: database)
    var metadata = JSONObject()
    metadata.add("title", text: "Figures of socio-economic reports")
    metadata.add("source", text: "SoLieu")
    metadata.add("databases", object: databases)
    var bytes: [UInt8] = []
    metadata.append(to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    try Output.standard.put(&bytes)
  }
}
