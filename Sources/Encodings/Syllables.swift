/// Which sequences of letters are a Vietnamese syllable.
///
/// A syllable is given as its letters without tone, six bits each, the last one lowest.
struct Syllables: Sendable {
  private var known = KeySet(bits: 14)
  private var frequent = KeySet(bits: 10)

  static let standard = Syllables()

  /// True where the letters make a syllable that can have this tone: one that ends in c, ch, k, p or
  /// t has sắc or nặng.
  func contains(_ letters: UInt64, tone: UInt16) -> Bool {
    let end = letters & 0x3F
    let isStopped = Self.stops.contains(end) || letters & 0xFFF == Self.ch
    return (!isStopped || tone >= 4) && known.contains(letters)
  }

  /// True for a syllable with marks that any longer text has.
  func isFrequent(_ letters: UInt64, tone: UInt16) -> Bool {
    frequent.contains(letters | UInt64(tone) << 60)
  }

  private init() {
    let rhymes = Self.rhymes.split(separator: " ")
    for onset in Self.onsets.split(separator: " ", omittingEmptySubsequences: false) {
      for rhyme in rhymes where Self.fits(onset, rhyme) {
        known.insert(Self.letters(onset + rhyme))
      }
    }
    for syllable in Self.frequentSyllables.split(whereSeparator: \.isWhitespace) {
      var tone: UInt64 = 0
      for scalar in syllable.unicodeScalars {
        tone = max(tone, UInt64(VietnameseLetter(UInt16(truncatingIfNeeded: scalar.value)).tone))
      }
      frequent.insert(Self.letters(syllable) | tone << 60)
    }
  }

  private static func letters(_ text: some StringProtocol) -> UInt64 {
    text.unicodeScalars.reduce(0) { key, scalar in
      key << 6 | VietnameseLetter(UInt16(truncatingIfNeeded: scalar.value)).base
    }
  }

  private static let stops: [UInt64] = ["c", "k", "p", "t"].map { letters($0) }
  private static let ch = letters("ch")

  /// Spelling: k, gh and ngh stand before e, ê, i and y, and c, g and ng before the others.
  private static func fits(_ onset: Substring, _ rhyme: Substring) -> Bool {
    guard let first = rhyme.first else { return false }
    let isFront = "eêiy".contains(first)
    switch onset {
    case "k", "gh", "ngh": return isFront
    case "c", "ng": return !isFront
    case "g": return !isFront || first == "i"
    case "gi": return first != "i" && first != "y"
    // The u of qu is part of the onset.
    case "qu": return !"ioưu".contains(first) || rhyme == "i" || rhyme == "it"
    case "": return true
    default: return first != "y" || rhyme == "y"
    }
  }

  private static let onsets =
    " b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"

  private static let rhymes = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
    e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu \
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu \
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet \
    oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt \
    u ua uân uâng uât uây uc uê uêch uên uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut \
    uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ươc ươi ươm ươn ương ươp ươt ươu ưi ưm ưn \
    ưng ưt ưu y yêm yên yêng yêt yêu ynh yt ych
    """

  /// Common words and parts of words, such as any list of frequencies of Vietnamese begins with.
  private static let frequentSyllables = """
    là và của có được các những một đã không cho với để người này đến từ khi vào ra cũng như
    về trên lại còn sẽ phải nhiều đó năm ngày tháng trong nước đồng tỷ triệu nghìn số việc làm
    sau trước theo tại bị tế kinh hội xã huyện tỉnh thành phố phường thị quận vùng công nghiệp
    nông lâm thủy sản xuất sản lượng diện tích tăng giảm đạt bằng cùng kỳ kế hoạch ước thực hiện
    giá trị đầu tư vốn dự án doanh vụ dịch thương mại khẩu nhập tổng mức bán lẻ hàng hóa thu chi
    ngân sách địa bàn nhà máy trồng lúa vụ đông xuân mùa hè cây lợn gà trâu bò đàn dân hộ nghèo
    giáo dục y tế trường học sinh viện khám chữa bệnh đường bộ giao thông vận tải tai nạn chết
    bị thương so quý đầu cuối tiếp tục phát triển khai quyết định nghị ủy ban nhân chính phủ
    chủ tịch quốc đảng bộ hành quản lý cấp tổ chức cơ sở điểm lần lượt người lao động thế giới
    việt trung tâm bắc hà nội hồ chí hải phòng đà nẵng cần thơ bình đất đời sống văn hóa thể
    thao du khách môi xây dựng điện nước mới mỗi vẫn đều rất nhất hai bốn sáu bảy tám chín mười
    hơn khoảng gần dưới trở lên xuống giữa ngoài bên cạnh nếu thì mà nên vì rằng đang chưa hết
    đi làm biết thấy nói nghĩ muốn gì nào đâu thế vậy ấy ông bà anh chị em tôi chúng họ mình
    cả tất mọi từng riêng khác nhau cao thấp lớn nhỏ ít tốt dài đặc biệt quan trọng yếu tố
    """
}

/// A set of numbers other than 0, of a size known beforehand.
private struct KeySet: Sendable {
  private var slots: [UInt64]
  private let shift: UInt64

  init(bits: UInt64) {
    slots = Array(repeating: 0, count: 1 << bits)
    shift = 64 - bits
  }

  /// Less than half the slots may be taken.
  mutating func insert(_ key: UInt64) { slots[slot(of: key)] = key }

  func contains(_ key: UInt64) -> Bool { key != 0 && slots[slot(of: key)] == key }

  /// Where the key stands, or would.
  private func slot(of key: UInt64) -> Int {
    var index = Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while slots[index] != 0, slots[index] != key { index = (index + 1) & (slots.count - 1) }
    return index
  }
}
