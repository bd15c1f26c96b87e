import ArgumentParser

/// Where the program begins.
@main
struct EntryPoint {
  static func main() {
    OpenFile.ignoreBrokenPipes()
    Solieu.main()
  }
}
