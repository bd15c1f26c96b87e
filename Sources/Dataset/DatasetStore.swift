internal import GRDB
public import Observations
public import Series

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A dataset on the disk: a SQLite database with the records of many reports, a report's replaced as one.
///
/// It may be used on several threads at once. Whatever happens to the program, it stays whole: each document's
/// records change in one transaction.
public final class DatasetStore: Sendable {
  let database: any DatabaseWriter
  private let path: String
  private let lock: DatasetLock?

  /// Opens the dataset to be written, and makes it where there is none. Where another run writes it, waits for
  /// that to end.
  ///
  /// - Parameters:
  ///   - units: which units mean the same, for what an older version wrote.
  ///   - onWait: called once before it waits.
  /// Errors: the file is no dataset, was made by a newer version, or cannot be written.
  public init(
    writing path: String, units: SeriesUnits = SeriesUnits(), onWait: () -> Void = {}
  ) throws(DatasetError) {
    do {
      try Self.checkKind(path)
      lock = try DatasetLock(path, onWait: onWait)
      var configuration = Configuration()
      configuration.busyMode = .timeout(10)
      configuration.prepareDatabase { db in
        // With a write-ahead log this keeps the database whole through a crash, and is fast.
        try db.execute(sql: "PRAGMA synchronous = NORMAL")
      }
      let pool = try DatabasePool(path: path, configuration: configuration)
      try DatasetSchema.migrator(units).migrate(pool)
      database = pool
      self.path = path
    } catch {
      throw DatasetError(error)
    }
  }

  /// Opens a dataset that is there, to be read alone.
  ///
  /// Errors: there is none, or it cannot be read.
  public init(reading path: String) throws(DatasetError) {
    do {
      guard try Self.checkKind(path) else { throw DatasetError.absent }
      database = try DatabaseQueue(path: path, configuration: Self.reading)
      lock = nil
      self.path = path
    } catch {
      throw DatasetError(error)
    }
  }

  /// Nothing is written but what a run that was killed left half done: SQLite takes that back. Where the file may
  /// not be written, SQLite opens it to be read.
  private static var reading: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA query_only = 1") }
    return configuration
  }

  /// Whether a dataset of ours is there; throws where something else is.
  @discardableResult
  private static func checkKind(_ path: String) throws -> Bool {
    guard try isThere(path) else { return false }
    let queue = try DatabaseQueue(path: path, configuration: reading)
    defer { try? queue.close() }
    return try queue.read { db in
      let identity = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
      let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      if identity == 0, tables == 0 { return false }
      guard identity == DatasetSchema.applicationID else { throw DatasetError.foreign }
      guard try !DatasetSchema.migrator().hasBeenSuperseded(db) else { throw DatasetError.newer }
      return true
    }
  }

  /// Whether there is a file that is not empty; throws where something else is there.
  private static func isThere(_ path: String) throws -> Bool {
    var about = stat()
    guard stat(path, &about) == 0 else { return false }
    guard about.st_mode & S_IFMT == S_IFREG else { throw DatasetError.noFile }
    guard let file = fopen(path, "rb") else { return false }
    defer { fclose(file) }
    return fgetc(file) != EOF
  }

  /// Ends the use of the dataset; it is then one file again, which may be copied and read from anywhere.
  public func close() throws(DatasetError) {
    do {
      try database.close()
      guard let lock else { return }
      defer { lock.release() }
      var configuration = Configuration()
      configuration.busyMode = .timeout(1)
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      // Where another program reads it, the log stays.
      try? queue.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      try queue.close()
    } catch {
      throw DatasetError(error)
    }
  }

  func reading<Value: Sendable>(
    _ body: @Sendable (Database) throws -> Value
  ) throws(DatasetError) -> Value {
    do {
      return try database.read(body)
    } catch {
      throw DatasetError(error)
    }
  }

  func writing<Value: Sendable>(
    _ body: @Sendable (Database) throws -> Value
  ) throws(DatasetError) -> Value {
    do {
      return try database.write(body)
    } catch {
      throw DatasetError(error)
    }
  }
}
