/// The parts of an office document: a zip file of XML files.
struct PackageFile {
  /// By their paths in small letters, as packages do not tell them from capitals.
  private let parts: [String: [UInt8]]

  /// Unpacks the parts that are `wanted`, all together at most `limits.bytes`.
  init(
    _ bytes: [UInt8], limits: FormatLimits, wanted: (String) -> Bool
  ) throws(FormatError) {
    let file = try ArchiveFile(.bytes(bytes), .zip)
    var parts: [String: [UInt8]] = [:]
    var bytesLeft = limits.bytes
    var membersLeft = limits.members
    while let entry = try file.next() {
      membersLeft -= 1
      guard membersLeft >= 0 else {
        throw FormatError("has more than \(limits.members) parts", remedy: "save it again")
      }
      let path = String(decoding: entry.path, as: UTF8.self).lowercased()
      guard entry.isFile, wanted(path), parts[path] == nil else { continue }
      guard !entry.isEncrypted else { throw .encrypted }
      switch file.content(limit: bytesLeft) {
      case .whole(let content):
        bytesLeft -= content.count
        parts[path] = content
      case .tooLarge: throw .tooLarge(limits.bytes)
      case .damaged(let error, _, _): throw error
      }
    }
    self.parts = parts
  }

  subscript(path: String) -> [UInt8]? { parts[path.lowercased()] }

  func has(_ path: String) -> Bool { self[path] != nil }

  /// Reads a part into `handler`; nothing where there is none.
  func read(
    _ path: String, limits: FormatLimits, into handler: inout some XMLHandler
  ) throws(FormatError) {
    guard let bytes = self[path] else { return }
    try XMLDocument.read(bytes, limits: limits, into: &handler)
  }

  /// Where the relationships of a part lead: paths of parts by what they are and by their id.
  func relationships(
    of path: String, limits: FormatLimits
  ) throws(FormatError) -> PackageRelationships {
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    let name = path.dropFirst(folder.count)
    var relationships = PackageRelationships(folder: String(folder))
    try read("\(folder)_rels/\(name).rels", limits: limits, into: &relationships)
    return relationships
  }
}

struct PackageRelationships: XMLHandler {
  private let folder: String
  private var byID: [String: String] = [:]
  private var byType: [String: String] = [:]

  init(folder: String) { self.folder = folder }

  func path(id: String) -> String? { byID[id] }

  /// The first of a type: the last part of the address that names it, such as `styles`.
  func path(type: String) -> String? { byType[type] }

  mutating func handle(_ event: XMLEvent) {
    guard case .start(let element) = event, element.name.name == "Relationship",
      element["TargetMode"] != "External", let target = element["Target"]
    else { return }
    let path = resolved(target)
    if let id = element["Id"] { byID[id] = path }
    if let type = element["Type"]?.split(separator: "/").last.map(String.init),
      byType[type] == nil
    {
      byType[type] = path
    }
  }

  private func resolved(_ target: String) -> String {
    var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for part in target.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
