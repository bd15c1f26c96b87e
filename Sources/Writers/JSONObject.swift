package import Observations
package import Quantities

/// One JSON object, built member by member with the escaping and the records of ``JSONWriter``: for
/// what the command says beside records.
package struct JSONObject: Sendable {
  private var members: [UInt8] = []

  package init() {}

  package var isEmpty: Bool { members.isEmpty }

  package mutating func add(_ key: String, text: String) {
    open(key)
    members.appendJSONString(text)
  }

  package mutating func add(_ key: String, texts: [String]) {
    open(key)
    members.appendJSONList(texts, open: "[", close: "]") { text, output in
      output.appendJSONString(text)
    }
  }

  package mutating func add(_ key: String, integer: Int) {
    open(key)
    members.append(contentsOf: String(integer).utf8)
  }

  package mutating func add(_ key: String, flag: Bool) {
    open(key)
    members.append(contentsOf: (flag ? "true" : "false").utf8)
  }

  /// Adds the number with exactly its digits, or `null`.
  package mutating func add(_ key: String, decimal: ExactDecimal?) {
    open(key)
    if let decimal {
      decimal.write(to: &members)
    } else {
      members.append(contentsOf: "null".utf8)
    }
  }

  package mutating func add(_ key: String, object: JSONObject) {
    open(key)
    object.append(to: &members)
  }

  /// Adds an array, each object on a line of its own unless all stands on one line.
  package mutating func add(_ key: String, objects: [JSONObject], onOneLine: Bool = false) {
    open(key)
    members.appendJSONList(objects, open: "[", close: "]") { object, output in
      if !onOneLine { output.append(UInt8(ascii: "\n")) }
      object.append(to: &output)
    }
  }

  /// Adds an array of the records as ``JSONWriter`` writes them, each on a line of its own unless all stands on
  /// one line.
  package mutating func add(
    _ key: String, observations: [Observation], onOneLine: Bool = false
  ) {
    open(key)
    var syntax = JSONRecord()
    members.appendJSONList(observations, open: "[", close: "]") { record, output in
      if !onOneLine { output.append(UInt8(ascii: "\n")) }
      syntax.append(record, to: &output)
    }
  }

  /// Appends the object.
  package func append(to output: inout [UInt8]) {
    output.append(UInt8(ascii: "{"))
    output.append(contentsOf: members)
    output.append(UInt8(ascii: "}"))
  }

  private mutating func open(_ key: String) {
    if !members.isEmpty { members.append(UInt8(ascii: ",")) }
    members.appendJSONString(key)
    members.append(UInt8(ascii: ":"))
  }
}
