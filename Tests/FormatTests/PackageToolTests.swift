import Formats
import Foundation
import TestSupport
import Testing

/// Files of real programs: python-docx, openpyxl and LibreOffice, where the machine has them.
@Suite(.serialized) struct PackageToolTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "solieu-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Python that has the libraries; Debian's own, where another stands before it.
  static let python: String? = ["/usr/bin/python3", "python3"].first {
    (try? run($0, ["-c", "import docx, openpyxl"])) == 0
  }
  static let hasOffice = (try? run("soffice", ["--version"])) == 0

  @discardableResult
  private static func run(_ program: String, _ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  private func make(_ script: String, _ arguments: [String] = []) throws {
    let python = try #require(Self.python)
    #expect(try Self.run(python, ["-c", script, folder.path] + arguments) == 0)
  }

  /// Converts `name` into the format of `ending`, in a folder of its own.
  private func converted(_ name: String, to ending: String) throws -> [UInt8] {
    let output = folder.appending(path: "to-\(ending)")
    let profile = "-env:UserInstallation=\(folder.appending(path: "profile").absoluteString)"
    try Self.run(
      "soffice",
      [
        profile, "--headless", "--convert-to", ending, "--outdir", output.path,
        folder.appending(path: name).path,
      ])
    let file = (name as NSString).deletingPathExtension + "." + ending
    return try Self.bytes(output.appending(path: file))
  }

  private static func bytes(_ file: URL) throws -> [UInt8] { [UInt8](try Data(contentsOf: file)) }

  private static let document = """
    import docx, sys
    d = docx.Document()
    d.core_properties.title = 'Báo cáo tháng 9'
    d.add_heading('I. KINH TẾ', 1)
    p = d.add_paragraph('Sản lượng lúa đạt 45.354')
    r = p.add_run('1'); r.font.superscript = True
    p.add_run(' tấn, tăng 5,6%.')
    d.add_paragraph('Mục một', style='List Bullet')
    d.add_paragraph('Mục hai', style='List Number')
    d.add_paragraph('Mục ba', style='List Number')
    t = d.add_table(3, 3)
    t.cell(0, 1).merge(t.cell(0, 2)).text = 'Năm'
    t.cell(0, 0).merge(t.cell(1, 0)).text = 'Chỉ tiêu'
    for c, s in enumerate(['2021', '2022']): t.cell(1, c + 1).text = s
    for c, s in enumerate(['Lúa', '5,5', '6,1']): t.cell(2, c).text = s
    p = d.add_paragraph(); r = p.add_run('C«ng nghiÖp t¨ng tr\u{AD}ëng'); r.font.name = '.VnTime'
    d.sections[0].header.paragraphs[0].text = 'ĐẦU TRANG'
    d.save(sys.argv[1] + '/a.docx')
    """

  @Test(.enabled(if: python != nil, "python-docx is not here"))
  func aDocumentIsTheSameInEveryFormat() throws {
    try make(Self.document)
    let text = """
      I. KINH TẾ

      Sản lượng lúa đạt 45.354 tấn, tăng 5,6%.
      - Mục một
      1. Mục hai
      2. Mục ba

      Chỉ tiêu\tNăm\t
      \t2021\t2022
      Lúa\t5,5\t6,1

      Công nghiệp tăng trưởng

      """
    let bytes = try Self.bytes(folder.appending(path: "a.docx"))
    #expect(try DocumentFormat.sniff(bytes) == .docx)
    let document = try DOCXReader.read(bytes)
    #expect(String(decoding: document.bytes, as: UTF8.self) == text)
    #expect(document.properties.title == "Báo cáo tháng 9")
    guard Self.hasOffice else { return }
    let open = try converted("a.docx", to: "odt")
    #expect(try DocumentFormat.sniff(open) == .odt)
    #expect(String(decoding: try ODTReader.read(open).bytes, as: UTF8.self) == text)
    try Data(open).write(to: folder.appending(path: "a.odt"))
    let again = try DOCXReader.read(try converted("a.odt", to: "docx"))
    #expect(String(decoding: again.bytes, as: UTF8.self) == text)
    #expect(try DocumentFormat.sniff(try converted("a.docx", to: "doc")) == .doc)
    #expect(try DocumentFormat.sniff(try converted("a.docx", to: "rtf")) == .rtf)
    #expect(try DocumentFormat.sniff(try converted("a.docx", to: "pdf")) == .pdf)
    #expect(try DocumentFormat.sniff(try converted("a.docx", to: "html")) == .html)
  }

  private static let workbook = """
    import openpyxl, sys, datetime
    b = openpyxl.Workbook(); s = b.active; s.title = 'Nông nghiệp'
    s['A1'] = 'BIỂU 1. SẢN LƯỢNG'; s.merge_cells('A1:C1'); s['A2'] = 'Đơn vị tính: Tấn'
    s.append([]); s.append(['Chỉ tiêu', 'Năm 2021', 'Năm 2022'])
    s.append(['Lúa', 1234.567, 0.125])
    s['B5'].number_format = '#,##0.0'; s['C5'].number_format = '0.0%'
    s.append(['Ngày', datetime.date(2022, 9, 30), 98.6])
    h = b.create_sheet('Ẩn'); h['A1'] = 'x'; h.sheet_state = 'hidden'
    b.save(sys.argv[1] + '/a.xlsx')
    """

  @Test(.enabled(if: python != nil, "openpyxl is not here"))
  func aWorkbookIsTheSameInEveryFormat() throws {
    try make(Self.workbook)
    let text = """
      Nông nghiệp

      BIỂU 1. SẢN LƯỢNG
      Đơn vị tính: Tấn

      Chỉ tiêu\tNăm 2021\tNăm 2022
      Lúa\t1.234,6\t12,5%
      Ngày\t30/09/2022\t98,6


      """
    let bytes = try Self.bytes(folder.appending(path: "a.xlsx"))
    #expect(try DocumentFormat.sniff(bytes) == .xlsx)
    #expect(String(decoding: try XLSXReader.read(bytes).bytes, as: UTF8.self) == text)
    guard Self.hasOffice else { return }
    let open = try converted("a.xlsx", to: "ods")
    #expect(try DocumentFormat.sniff(open) == .ods)
    let day = text.replacing("30/09", with: "30/9")
    #expect(String(decoding: try ODSReader.read(open).bytes, as: UTF8.self) == day)
    try Data(open).write(to: folder.appending(path: "a.ods"))
    let again = try XLSXReader.read(try converted("a.ods", to: "xlsx"))
    #expect(String(decoding: again.bytes, as: UTF8.self) == text)
    #expect(throws: FormatError.self) {
      try DocumentFormat.sniff(try converted("a.xlsx", to: "xls"))
    }
  }

  /// A paragraph a line, as whoever copies a report into a word processor has it.
  @Test(.enabled(if: python != nil, "python-docx is not here"))
  func everyReportOfTheCorpusComesBackOutOfADocument() throws {
    let names = try Repository.names(in: "Corpus/reports", ending: ".txt")
    try make(
      """
      import docx, sys, os
      for name in os.listdir(sys.argv[2]):
          if not name.endswith('.txt'): continue
          d = docx.Document()
          for line in open(os.path.join(sys.argv[2], name), encoding='utf-8', newline='').read().splitlines():
              d.add_paragraph(line)
          d.save(os.path.join(sys.argv[1], name + '.docx'))
      """, [Repository.root.appending(path: "Corpus/reports").path])
    #expect(names.count > 50)
    for name in names {
      let read = try DOCXReader.read(try Self.bytes(folder.appending(path: name + ".docx")))
      let paragraphs = try OfficeFile.paragraphs(String(name.dropLast(4)))
      #expect(OfficeFile.lines(read).filter { !$0.isEmpty } == paragraphs, "\(name)")
    }
  }
}
