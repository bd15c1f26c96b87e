internal import GRDB

/// Why a dataset cannot be used, and what to do, in words for people.
public struct DatasetError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Such as "is a database of another program".
  public let problem: String
  public let remedy: String

  public init(_ problem: String, remedy: String) {
    self.problem = problem
    self.remedy = remedy
  }

  public var description: String { "\(problem); \(remedy)" }
}

extension DatasetError {
  /// The disk is full.
  public static let full = DatasetError(
    "has no room left on its disk", remedy: "make room and run it again")
  static let foreign = DatasetError(
    "is a database of another program", remedy: "name another file for the dataset")
  static let noFile = DatasetError("is no file", remedy: "name a file for the dataset")
  static let newer = DatasetError(
    "was made by a newer version of this program", remedy: "use that version, or another file")
  static let absent = DatasetError(
    "holds no dataset", remedy: "make one first: solieu dataset update DB PATH…")

  init(_ error: any Error) {
    switch error {
    case let error as DatasetError: self = error
    case let error as DatabaseError: self.init(error)
    default: self.init("cannot be used (\(error))", remedy: "see the file and its folder")
    }
  }

  private init(_ error: DatabaseError) {
    let detail = error.message ?? "\(error.resultCode)"
    switch error.resultCode {
    case .SQLITE_NOTADB:
      self.init("is no database", remedy: "name another file for the dataset")
    case .SQLITE_FULL: self = .full
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      self.init(
        "may not be written",
        remedy: "allow it (chmod u+w), also for its folder, or copy it elsewhere")
    case .SQLITE_CANTOPEN:
      self.init(
        "cannot be opened, or nothing may be written beside it",
        remedy: "see that its folder is there and may be written")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init("is in use by another program", remedy: "close that and run it again")
    case .SQLITE_CORRUPT:
      self.init("is damaged (\(detail))", remedy: "restore it from a copy, or make it anew")
    case .SQLITE_IOERR:
      self.init(
        "cannot be read or written (\(detail))", remedy: "see the disk and the room on it")
    default: self.init("fails (\(detail))", remedy: "see the file and its folder")
    }
  }
}
