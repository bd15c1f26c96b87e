internal import CXLSX
internal import Writers

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// libxlsxwriter's workbook, written into a temporary file without a name.
final class WorkbookFile {
  typealias Format = UnsafeMutablePointer<lxw_format>

  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private let target: UnsafeMutablePointer<FILE>
  private var isClosed = false
  private var sheets: [Sheet] = []
  /// The number formats made so far, by their decimals.
  private var decimals: [Int: Format] = [:]
  private static let top = UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue)

  /// That of text: wrapped, so that in a row of one line it ends with its cell.
  let text: Format
  let header: Format
  let link: Format
  let title: Format

  init() throws(WriterError) {
    guard let target = lxw_tmpfile(nil) else { throw .noTemporaryFile }
    // Rows go to the disk one by one.
    var options = lxw_workbook_options(constant_memory: 1, tmpdir: nil, use_zip64: 0)
    guard let workbook = workbook_new_opt("/dev/fd/\(fileno(target))", &options),
      let text = workbook_add_format(workbook), let header = workbook_add_format(workbook),
      let link = workbook_add_format(workbook), let title = workbook_add_format(workbook)
    else {
      fclose(target)
      throw .noMemory
    }
    self.target = target
    self.workbook = workbook
    self.text = text
    self.header = header
    self.link = link
    self.title = title
    format_set_text_wrap(text)
    format_set_align(text, Self.top)
    format_set_align(link, Self.top)
    format_set_bold(title)
    format_set_bold(header)
    format_set_bg_color(header, 0xDDEBF7)
    format_set_bottom(header, UInt8(LXW_BORDER_THIN.rawValue))
    format_set_font_color(link, 0x0563C1)
    format_set_align(link, UInt8(LXW_ALIGN_CENTER.rawValue))
    // The day that zip takes for the beginning; the clock would make each file another.
    var properties = lxw_doc_properties()
    properties.created = 315_532_800
    try check(workbook_set_properties(workbook, &properties))
    try check(workbook_set_custom_property_string(workbook, WorkbookWriter.property, "records"))
  }

  deinit {
    if !isClosed { lxw_workbook_free(workbook) }
    fclose(target)
  }

  /// A number format with so many decimals: `#,##0.00` for two.
  func number(decimals count: Int) throws(WriterError) -> Format {
    if let format = decimals[count] { return format }
    guard let format = workbook_add_format(workbook) else { throw .noMemory }
    format_set_num_format(
      format, count == 0 ? "#,##0" : "#,##0." + String(repeating: "0", count: count))
    format_set_align(format, Self.top)
    decimals[count] = format
    return format
  }

  func addSheet(_ name: String) throws(WriterError) -> Sheet {
    guard let worksheet = workbook_add_worksheet(workbook, name) else { throw .noTemporaryFile }
    let sheet = Sheet(name: name, worksheet: worksheet, file: self)
    sheets.append(sheet)
    return sheet
  }

  func addLineChart() throws(WriterError) -> UnsafeMutablePointer<lxw_chart> {
    guard let chart = workbook_add_chart(workbook, UInt8(LXW_CHART_LINE.rawValue)) else {
      throw .noMemory
    }
    return chart
  }

  /// The whole file. Nothing can be added after it.
  func finish() throws(WriterError) -> [UInt8] {
    for sheet in sheets { try sheet.checkRoom() }
    try Self.reserve(sheets.map(\.size).max() ?? 0)
    let sizes = sheets.map(\.leastSize)
    isClosed = true
    try check(workbook_close(workbook))
    let bytes = try contents()
    guard Self.isWhole(bytes, sizes) else { throw .noRoom }
    return bytes
  }

  /// Fails where there is no room to put the largest sheet together, of whose rows it takes a copy: the end of one
  /// that was cut is too short for its size to tell.
  private static func reserve(_ size: Int) throws(WriterError) {
    guard let file = lxw_tmpfile(nil) else { throw .noTemporaryFile }
    defer { fclose(file) }
    guard posix_fallocate(fileno(file), 0, off_t(size + (1 << 16))) == 0 else { throw .noRoom }
  }

  /// Whether no part was cut where the disk was full: the library does not look.
  private static func isWhole(_ bytes: [UInt8], _ leastSizes: [Int]) -> Bool {
    guard let parts = ZipDirectory(bytes)?.sizes else { return false }
    return parts.values.allSatisfy { $0 > 0 }
      && leastSizes.enumerated().allSatisfy { index, size in
        parts["xl/worksheets/sheet\(index + 1).xml", default: 0] >= size
      }
  }

  func check(_ error: lxw_error) throws(WriterError) {
    guard error != LXW_NO_ERROR else { return }
    let reason = lxw_strerror(error).map { String(cString: $0) } ?? "error \(error.rawValue)"
    throw WriterError("the workbook cannot be made (\(reason))", remedy: WriterError.room)
  }

  private func contents() throws(WriterError) -> [UInt8] {
    rewind(target)
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 17)
    while true {
      let count = fread(&part, 1, part.count, target)
      guard count > 0 else { break }
      bytes.append(contentsOf: part[..<count])
    }
    guard ferror(target) == 0, !bytes.isEmpty else {
      throw WriterError("the workbook's temporary file cannot be read", remedy: WriterError.room)
    }
    return bytes
  }
}

extension WriterError {
  static let room = "make room in the temporary folder, or set TMPDIR to another"

  static var noTemporaryFile: WriterError {
    WriterError("a workbook needs temporary files, and none can be made", remedy: room)
  }

  static var noRoom: WriterError {
    WriterError("there is no room for the workbook's temporary files", remedy: room)
  }

  static var noMemory: WriterError {
    WriterError(
      "there is not enough memory for a workbook", remedy: "divide the reports, or write CSV")
  }
}
