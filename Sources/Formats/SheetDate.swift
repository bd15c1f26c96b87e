/// A day and a time of it.
struct SheetDate {
  let year: Int
  let month: Int
  let day: Int
  let seconds: Int

  /// From the days that spreadsheets count: from 1899-12-30, where 1900 wrongly has a 29th of February, or from
  /// 1904-01-01. `nil` beyond the year 9999 and below zero.
  init?(_ number: SheetNumber, from1904: Bool) {
    guard var days = number.wholeDays, days < 2_958_466 else { return nil }
    let seconds = number.secondsOfDay
    if from1904 { days += 1462 } else if days < 60 { days += 1 }
    // Days since 0000-03-01, by which years begin in March and leap days end them (Howard Hinnant's algorithm).
    let shifted = days + 693_899
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    self.seconds = min(seconds, 86_399)
  }

  /// From ISO 8601, such as "2022-09-30" or "2022-09-30T08:00:00".
  init?(iso text: String) {
    let parts = text.split(separator: "T")
    let date = (parts.first ?? "").split(separator: "-").map { Int($0) }
    guard date.count == 3, let year = date[0], let month = date[1], let day = date[2],
      1...12 ~= month, 1...31 ~= day, 0...9999 ~= year
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
    let time = parts.dropFirst().first?.split(separator: ":").compactMap { Int($0.prefix(2)) } ?? []
    seconds = zip(time, [3600, 60, 1]).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// A part by its letter of formats, `n` for minutes: with a zero before where the format has two letters.
  func part(_ letter: Character, _ count: Int) -> String {
    let value =
      switch letter {
      case "y": year
      case "m": month
      case "d": day
      case "h": seconds / 3600
      case "n": seconds / 60 % 60
      default: seconds % 60
      }
    // Years are written whole, as 9/22 reads as a fraction, and names of months as their numbers.
    return (count == 2 && value < 10 ? "0" : "") + String(value)
  }
}
