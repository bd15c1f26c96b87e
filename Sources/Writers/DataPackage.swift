internal import Observations

/// `datapackage.json`: what the table of a data package is.
struct DataPackage: Sendable {
  static let tableName = "figures.csv"

  /// A report, as what the figures come from.
  struct Source: Sendable {
    let title: String
    let url: String

    init(_ records: DocumentRecords) {
      title =
        records.facts.title.isEmpty
        ? records.document : "\(records.facts.title) (\(records.document))"
      url = records.facts.url
    }
  }

  let fields: [TableField]
  /// The columns that together are of one row alone; none where there are no such.
  let key: [String]
  let labels: Labels
  let sources: [Source]

  var bytes: [UInt8] {
    var package = JSONObject()
    package.add("profile", text: "tabular-data-package")
    package.add("name", text: DataPackageWriter.name)
    package.add("title", text: labels[.sdmx, "DATA"])
    package.add("resources", objects: [resource])
    package.add(
      "sources",
      objects: sources.map { source in
        var object = JSONObject()
        object.add("title", text: source.title)
        if !source.url.isEmpty { object.add("path", text: source.url) }
        return object
      })
    var bytes: [UInt8] = []
    package.append(to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private var resource: JSONObject {
    var dialect = JSONObject()
    dialect.add("delimiter", text: ",")
    dialect.add("lineTerminator", text: "\r\n")
    dialect.add("quoteChar", text: "\"")
    dialect.add("doubleQuote", flag: true)
    dialect.add("header", flag: true)
    var schema = JSONObject()
    schema.add("fields", objects: fields.map { $0.description(labels) })
    schema.add("missingValues", texts: [""])
    if !key.isEmpty { schema.add("primaryKey", texts: key) }
    var resource = JSONObject()
    resource.add("profile", text: "tabular-data-resource")
    resource.add("name", text: "figures")
    resource.add("path", text: Self.tableName)
    resource.add("format", text: "csv")
    resource.add("mediatype", text: "text/csv")
    resource.add("encoding", text: "utf-8")
    resource.add("dialect", object: dialect)
    resource.add("schema", object: schema)
    return resource
  }
}
