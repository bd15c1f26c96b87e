import Foundation
import Testing

/// What `text` and `explain` say of a document.
@Suite struct ReadingTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  @Test func textIsTheSourceWithoutItsByteOrderMark() throws {
    let text = [UInt8]("Mục\u{A0}1\r\nđạt 5,2\u{AD} ha\rhết, ho\u{300}a\n\u{FEFF}x".utf8)
    try folder.write("a.txt", [0xEF, 0xBB, 0xBF] + text)
    let result = try Command.run("text", "a.txt", in: folder)
    #expect(result.code == 0)
    #expect(result.output == text)
    #expect(try Command.run("text", "-", in: folder, input: text).output == text)
  }

  @Test func explainReadsAFileOrTheTextItself() throws {
    try folder.write("a.txt", sentence)
    let file = try Command.run("explain", "a.txt", in: folder)
    let text = try Command.run("explain", sentence, in: folder)
    let input = try Command.run("explain", "-", in: folder, input: [UInt8](sentence.utf8))
    for result in [file, text, input] {
      #expect(result.code == 0)
      #expect(result.messages.isEmpty)
      for heading in ["Report", "Tokens (", "Numbers and times (", "Clauses (", "Records ("] {
        #expect(result.text.contains(heading))
      }
    }
    #expect(file.output == text.output)
  }

  @Test func aTextThatBeginsWithAMinus() throws {
    #expect(try Command.run("explain", "--", "-5,2%", in: folder).code == 0)
    let json = try Command.run("explain", "--json", "--", "-5,2%", in: folder)
    #expect(json.code == 0)
  }

  @Test func aLongText() throws {
    let text = String(repeating: "Sản lượng thủy sản tăng. ", count: 3_000)
    #expect(try Command.run("explain", text, in: folder).code == 0)
  }

  @Test func explanationAsJSON() throws {
    let result = try Command.run(
      "explain", "--json", "--period", "2022-11", "--area", "Lạng \"Sơn\"", sentence, in: folder)
    #expect(result.code == 0)
    let value = try JSONSerialization.jsonObject(with: Data(result.output))
    let object = try #require(value as? [String: Any])
    let keys: Set = [
      "period", "area", "area_code", "metadata", "mentions", "observations", "skipped",
    ]
    #expect(Set(object.keys) == keys)
    for mention in try #require(object["mentions"] as? [[String: Any]]) {
      let always: Set = [
        "start", "end", "text", "kind", "value", "denominator", "unit", "unit_mult",
      ]
      let isTime = mention["kind"] as? String == "time"
      let more = Set(mention.keys).subtracting(always)
      #expect(always.isSubset(of: mention.keys))
      #expect(isTime ? more.isSubset(of: ["period", "date"]) && !more.isEmpty : more.isEmpty)
    }
  }

  @Test func coloursOnlyAtATerminalThatAllowsThem() throws {
    let escape = "\u{1B}"
    let colored = try Command.runAtTerminal(
      "explain", "5 tấn", in: folder, environment: ["TERM": "xterm"])
    #expect(colored.contains(escape))
    let empty = ["TERM": "xterm", "NO_COLOR": ""]
    #expect(
      try Command.runAtTerminal("explain", "5 tấn", in: folder, environment: empty)
        .contains(escape))
    for environment in [["TERM": "xterm", "NO_COLOR": "1"], ["TERM": "dumb"]] {
      let plain = try Command.runAtTerminal(
        "explain", "5 tấn", in: folder, environment: environment)
      #expect(!plain.contains(escape))
    }
    let piped = try Command.run("explain", "5 tấn", in: folder, environment: ["TERM": "xterm"])
    #expect(!piped.text.contains(escape))
  }
}
