import TestSupport
import Testing

/// Every command says what it does, with examples.
struct HelpTests {
  @Test(
    arguments: try Source.all().filter {
      $0.room == "solieu-command" && $0.text.contains("CommandConfiguration(")
    })
  func commandHasHelp(_ source: Source) {
    #expect(source.text.contains("abstract: \""), "\(source.path)")
    #expect(source.text.contains("EXAMPLE"), "\(source.path) has no examples in its help")
  }

  @Test(arguments: try Source.all().filter { $0.room == "solieu-command" })
  func everyArgumentHasHelp(_ source: Source) {
    let lines = source.lines
    for (index, line) in lines.enumerated() {
      let isArgument = ["@Argument(", "@Option(", "@Flag("].contains { line.contains($0) }
      guard isArgument else { continue }
      let declaration = lines[index...].prefix { !$0.contains(" var ") }
      let text = declaration.joined() + lines[index]
      #expect(text.contains("help:"), "\(source.path):\(index + 1)")
    }
  }

  @Test func thereAreCommands() throws {
    let commands = try Source.all().filter { $0.text.contains("CommandConfiguration(") }
    #expect(commands.count >= 5)
  }
}
