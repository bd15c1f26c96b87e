import ArgumentParser

/// Where the program begins.
@main
struct EntryPoint {
  static func main() async {
    OpenFile.ignoreBrokenPipes()
    await Solieu.main()
  }
}
