/// The two schools of where a tone mark stands: hòa, thủy and hoà, thuỷ.
enum ToneMarks {
  private static let pairs: [(Substring, Substring)] = {
    // The vowels with each tone: on the first letter, on the second.
    let schools = [
      ("oa", "òa óa ỏa õa ọa", "oà oá oả oã oạ"), ("oe", "òe óe ỏe õe ọe", "oè oé oẻ oẽ oẹ"),
      ("uy", "ùy úy ủy ũy ụy", "uỳ uý uỷ uỹ uỵ"),
    ]
    return schools.flatMap { Array(zip($0.1.split(separator: " "), $0.2.split(separator: " "))) }
  }()

  /// The words of a text (NFC) of which the tone mark may stand elsewhere, so written.
  static func elsewhere(in text: String) -> String {
    text.lowercased().split { !$0.isLetter }.compactMap { word -> String? in
      for (first, second) in pairs {
        if word.hasSuffix(first) { return String(word.dropLast(2) + second) }
        if word.hasSuffix(second) { return String(word.dropLast(2) + first) }
      }
      return nil
    }.joined(separator: " ")
  }
}
