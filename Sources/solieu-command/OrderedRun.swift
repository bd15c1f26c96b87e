/// Work done by several tasks at once, its results taken in the order of the work.
///
/// At most `jobs` pieces are worked on, and few more wait for their turn, so that memory does not grow
/// with the amount of work.
struct OrderedRun<Piece: Sendable, Result: Sendable> {
  let jobs: Int
  let work: @Sendable (Piece) -> Result

  /// How many results of a job may wait for earlier ones.
  private static var patience: Int { 8 }

  /// Takes pieces from `next` until it has none and gives each result to `take`, in the order of the
  /// pieces. Ends early where `take` throws.
  func run<Failure: Error>(
    _ next: () throws(Failure) -> Piece?, _ take: (Result) throws(Failure) -> Void
  ) async throws(Failure) {
    guard jobs > 1 else {
      while let piece = try next() { try take(work(piece)) }
      return
    }
    let outcome: Swift.Result<Void, Failure> = await withTaskGroup(of: (Int, Result).self) {
      group in
      var started = 0
      var running = 0
      var taken = 0
      var waiting: [Int: Result] = [:]
      var isOver = false
      do throws(Failure) {
        while true {
          while !isOver, running < jobs, started - taken < jobs * Self.patience {
            guard let piece = try next() else {
              isOver = true
              break
            }
            let number = started
            group.addTask { [work] in (number, work(piece)) }
            started += 1
            running += 1
          }
          guard let (number, result) = await group.next() else { return .success(()) }
          running -= 1
          waiting[number] = result
          while let result = waiting.removeValue(forKey: taken) {
            try take(result)
            taken += 1
          }
        }
      } catch {
        group.cancelAll()
        return .failure(error)
      }
    }
    try outcome.get()
  }
}
