// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A room of the house: each imports only rooms above it (see `Tests/ArchitectureTests`).
func room(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
  name: "SoLieu",
  products: [
    .library(name: "SoLieu", targets: ["SoLieu"]),
    .executable(name: "solieu", targets: ["solieu-command"]),
  ],
  dependencies: [
    // Arguments, help and completion, as Swift's own tools read them.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // SQLite with migrations, transactions and errors that Swift understands: the dataset's store.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .target(
      name: "CICU",
      linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
    room("TextModel"),
    room("VietnameseText", ["CICU", "TextModel"]),
    room("Quantities"),
    room("RuleLanguage", ["TextModel", "VietnameseText"]),
    room("Geography", ["TextModel", "VietnameseText", "Quantities", "RuleLanguage"]),
    room("Indicators", ["TextModel", "VietnameseText", "RuleLanguage"]),
    room("VietnameseRules", exclude: ["Data"]),
    room("Observations", ["Quantities"]),
    // HTML and the XML of office documents.
    .systemLibrary(
      name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    // zip, tar and gzip: archives, and the packages that office documents are.
    .systemLibrary(
      name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    // Excel workbooks.
    .systemLibrary(
      name: "CXLSX", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    // Helper programs with limits on time, memory and output: what Swift has no safe call for.
    .target(name: "CPrograms"),
    room("Encodings"),
    room("Formats", ["CXML", "CArchive", "CPrograms", "Encodings"]),
    room(
      "Extraction",
      [
        "TextModel", "VietnameseText", "Quantities", "RuleLanguage", "Geography", "Indicators",
        "Observations",
      ]),
    room("Checks", ["VietnameseText", "RuleLanguage", "Quantities", "Observations"]),
    room("Series", ["VietnameseText", "RuleLanguage", "Quantities", "Observations"]),
    // The zip of a data package.
    room("Writers", ["CArchive", "Quantities", "Observations", "Checks", "Series"]),
    // SHA-256; libarchive has it loaded anyway.
    .systemLibrary(name: "CNettle", providers: [.apt(["nettle-dev"])]),
    room(
      "Dataset",
      [
        "CNettle", "TextModel", "VietnameseText", "Quantities", "Observations", "Series",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    room("Workbook", ["CXLSX", "Quantities", "Observations", "Checks", "Series", "Writers"]),
    room("Evaluation", ["Quantities", "Observations"]),
    room(
      "SoLieu",
      [
        "TextModel", "VietnameseText", "Quantities", "RuleLanguage", "Geography", "Indicators",
        "VietnameseRules", "Observations", "Extraction", "Checks", "Series", "Writers",
        "Workbook", "Dataset", "Evaluation", "Encodings", "Formats",
      ]),
    .executableTarget(
      name: "solieu-command",
      dependencies: [
        "SoLieu", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict,
      // The command carries Swift's library with it: it starts faster and needs no toolchain.
      linkerSettings: [
        .unsafeFlags(
          [
            "-static-stdlib", "-lswiftSynchronization", "-l_FoundationCShims",
            "-l_FoundationCollections", "-lCoreFoundation", "-l_FoundationICU",
          ], .when(configuration: .release))
      ]),
    tests("WritersTests", ["Quantities", "Observations", "Series", "SoLieu", "Writers"]),
    tests(
      "DatasetTests",
      ["Dataset", "Observations", "Quantities", "RuleLanguage", "Series", "SoLieu"]),
    tests("WorkbookTests", ["Quantities", "Observations", "Series", "Workbook", "Writers"]),
    tests("CommandTests", []),
    .target(name: "TestSupport", path: "Tests/Support", swiftSettings: strict),
    tests("ArchitectureTests", ["RuleLanguage", "SoLieu", "TestSupport"]),
    tests(
      "TextTests",
      ["CICU", "Observations", "SoLieu", "TestSupport", "TextModel", "VietnameseText"]),
    tests("QuantityTests", ["CICU", "Quantities", "TestSupport"]),
    tests(
      "GeographyTests",
      [
        "Evaluation", "Extraction", "Geography", "Observations", "Quantities", "RuleLanguage",
        "SoLieu", "TestSupport", "TextModel", "VietnameseText",
      ]),
    tests("IndicatorTests", ["Indicators", "RuleLanguage", "SoLieu"]),
    tests(
      "LexiconTests",
      ["Extraction", "Observations", "RuleLanguage", "SoLieu", "TextModel", "VietnameseText"]),
    tests(
      "CaseTests",
      ["Evaluation", "Extraction", "Observations", "Quantities", "SoLieu", "TestSupport"]),
    tests(
      "CorpusTests",
      [
        "Evaluation", "Extraction", "Observations", "Quantities", "SoLieu", "TestSupport",
        "TextModel", "Writers",
      ]),
    tests(
      "ChecksTests",
      [
        "Checks", "Evaluation", "Extraction", "Geography", "Indicators", "Observations",
        "Quantities", "RuleLanguage", "Series", "SoLieu", "TestSupport", "TextModel",
      ]),
    tests("EvaluationTests", ["Quantities", "Observations", "Evaluation"]),
    tests("EncodingTests", ["Encodings", "TestSupport"]),
    tests("FormatTests", ["Encodings", "Formats", "TestSupport"]),
  ]
)
