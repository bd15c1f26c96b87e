import SoLieu

/// Indicators as the formats write them.
struct IndicatorList {
  let indicators: [Indicator]

  /// Code, names, units and the code above, in columns.
  var table: [UInt8] {
    let header = ["code", "vietnamese", "english", "units", "broader"]
    let rows =
      [header]
      + indicators.map {
        [
          $0.code, $0.vietnamese, $0.english, $0.units.joined(separator: ", "), $0.broader,
        ]
      }
    let widths = header.indices.map { column in rows.lazy.map { $0[column].count }.max() ?? 0 }
    var text = ""
    for row in rows {
      var line = zip(row, widths).map { $0.padded(to: $1) }.joined(separator: "  ")[...]
      while line.last == " " { line.removeLast() }
      text += line + "\n"
    }
    return Array(text.utf8)
  }

  /// All that the table says of each, lists joined by `;`.
  var csv: [UInt8] {
    var output = Array(
      "code,broader,vietnamese,english,units,directions,names,abbreviations\r\n".utf8)
    for indicator in indicators {
      let lists = [
        indicator.units, indicator.directions, indicator.names, indicator.abbreviations,
      ]
      let fields =
        [indicator.code, indicator.broader, indicator.vietnamese, indicator.english]
        + lists.map { $0.joined(separator: ";") }
      for (column, field) in fields.enumerated() {
        if column > 0 { output.append(UInt8(ascii: ",")) }
        output.appendCSVField(field)
      }
      output += "\r\n".utf8
    }
    return output
  }

  var json: [UInt8] {
    var output = Array("[".utf8)
    for (index, object) in indicators.map(JSONObject.init).enumerated() {
      output += (index > 0 ? ",\n" : "\n").utf8
      object.append(to: &output)
    }
    return output + "\n]\n".utf8
  }

  var jsonLines: [UInt8] {
    var output: [UInt8] = []
    for object in indicators.map(JSONObject.init) {
      object.append(to: &output)
      output.append(UInt8(ascii: "\n"))
    }
    return output
  }
}

extension JSONObject {
  /// All that the table says of the indicator.
  init(_ indicator: Indicator) {
    self.init()
    add("code", text: indicator.code)
    add("broader", text: indicator.broader)
    add("vietnamese", text: indicator.vietnamese)
    add("english", text: indicator.english)
    add("units", texts: indicator.units)
    add("directions", texts: indicator.directions)
    add("names", texts: indicator.names)
    add("abbreviations", texts: indicator.abbreviations)
  }
}

/// Indicators below those above them, two spaces a step.
struct CatalogueTree {
  private(set) var bytes: [UInt8] = []

  init(_ found: [Indicator], of catalogue: IndicatorCatalogue) {
    var shown = Set(found.map(\.code))
    for indicator in found { shown.formUnion(catalogue.path(to: indicator).map(\.code)) }
    let rows = catalogue.indicators.filter { shown.contains($0.code) }
    add(rows.filter { $0.broader.isEmpty }, depth: 0, among: rows)
  }

  private mutating func add(_ indicators: [Indicator], depth: Int, among rows: [Indicator]) {
    for indicator in indicators {
      let name = "\(indicator.code)  \(indicator.vietnamese) (\(indicator.english))"
      bytes += "\(String(repeating: "  ", count: depth))\(name)\n".utf8
      add(rows.filter { $0.broader == indicator.code }, depth: depth + 1, among: rows)
    }
  }
}
