import Formats
import Foundation
import TestSupport
import Testing

/// Files that LibreOffice makes for a test, as it makes them for people.
enum OfficeFile {
  static var isThere: Bool {
    ["soffice", "pdftohtml", "antiword"].allSatisfy {
      ExternalProgram($0, package: "").isInstalled
    }
  }

  static let note: Comment = "needs libreoffice-writer-nogui, poppler-utils and antiword"

  /// A page with these paragraphs. The font is one that every Debian with LibreOffice has.
  static func page(_ paragraphs: [String]) -> String {
    page(
      body: paragraphs.map { line in
        let text = line.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        return "<p style=\"font-family: DejaVu Serif; text-align: justify\">\(text)</p>\n"
      }.joined())
  }

  static func page(body: String) -> String {
    """
    <!DOCTYPE html><html><head><meta charset="utf-8"><title>Báo cáo</title></head>
    <body style="font-family: DejaVu Serif">\(body)</body></html>
    """
  }

  /// The page as a document of another format.
  static func made(_ page: String, as format: String) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    try folder.write(Array(page.utf8), to: "page.html")
    let filters = [
      "pdf": "pdf:writer_pdf_Export", "doc": "doc:MS Word 97", "rtf": "rtf:Rich Text Format",
    ]
    var limits = FormatLimits()
    limits.seconds = 120
    let output = try ExternalProgram("soffice", package: "libreoffice-writer-nogui").run(
      [
        "-env:UserInstallation=file://\(folder.path)/settings", "--headless",
        "--infilter=HTML (StarWriter)", "--convert-to", filters[format] ?? "html:HTML (StarWriter)",
        "--outdir", "made", "page.html",
      ], in: folder, limits: limits)
    let made = folder.read("made/page.\(format)", limit: 1 << 26)
    return try #require(made, "\(output.complaints)")
  }

  /// A report's lines, with their blanks as one.
  static func paragraphs(_ report: String) throws -> [String] {
    try Repository.text("Corpus/reports/\(report).txt").split(separator: "\n").map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }.filter { !$0.isEmpty }
  }

  static func lines(_ text: FormattedText) -> [String] {
    String(decoding: text.bytes, as: UTF8.self).split(separator: "\n").map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }
}
