import SoLieu

/// The documents that paths name: those of a ``FileWalk``, and in the place of an archive those in it.
///
/// An archive's members are unpacked one at a time, as they are asked for.
struct DocumentWalk: Sequence, IteratorProtocol {
  enum Found: Sendable {
    case document(path: String, isNamed: Bool)
    /// What came through the standard input or another pipe, which can be read only once.
    case content(path: String, [UInt8])
    case member(ArchiveMember, of: String, isNamed: Bool)
    /// Behind the last member.
    case archiveEnd(path: String)
    case passedOver
    case failure(InputError, isNamed: Bool)

    /// Whether its path was given itself, and not found in a folder.
    var isNamed: Bool {
      switch self {
      case .document(_, let isNamed), .member(_, _, let isNamed), .failure(_, let isNamed): isNamed
      case .content: true
      case .archiveEnd, .passedOver: false
      }
    }
  }

  private var files: FileWalk
  private var archive: (reader: ArchiveReader, path: String, isNamed: Bool)?
  private let formats: FormatOptions

  init(_ arguments: [String], _ selection: FileSelection, _ formats: FormatOptions) {
    files = FileWalk(arguments, selection)
    self.formats = formats
  }

  mutating func next() -> Found? {
    if archive != nil { return nextMember() }
    switch files.next() {
    case nil: return nil
    case .passedOver: return .passedOver
    case .failure(let error, let isNamed): return .failure(error, isNamed: isNamed)
    case .document(let path, let isNamed):
      do throws(InputError) {
        if Input.isPipe(path) { return found(path, try Input.bytes(path)) }
        if isNamed, Input.isRecords(path) { throw Input.complaint(ofRecords: path) }
        guard let reader = try Input.archive(path, formats) else {
          return .document(path: path, isNamed: isNamed)
        }
        archive = (reader, path, isNamed)
        return nextMember()
      } catch {
        return .failure(error, isNamed: isNamed)
      }
    }
  }

  private mutating func found(_ path: String, _ bytes: [UInt8]) -> Found? {
    // What is wrong with it otherwise, its reader says.
    guard let reader = try? ArchiveReader(bytes, options: formats) else {
      return .content(path: path, bytes)
    }
    archive = (reader, path, true)
    return nextMember()
  }

  private mutating func nextMember() -> Found? {
    guard let (_, path, isNamed) = archive else { return nil }
    do throws(FormatError) {
      if let member = try archive?.reader.next() {
        return .member(member, of: path, isNamed: isNamed)
      }
      archive = nil
      return .archiveEnd(path: path)
    } catch {
      archive = nil
      return .failure(InputError(path: path, error), isNamed: isNamed)
    }
  }
}
