/// Powers of ten as Vietnamese says them.
public enum Multiplier {
  /// `tỷ` for 9; empty for 0.
  public static func name(_ power: Int) -> String {
    switch power {
    case 0: ""
    case 3: "nghìn"
    case 4: "vạn"
    case 6: "triệu"
    case 9: "tỷ"
    case 12: "nghìn tỷ"
    default: "×10^\(power)"
    }
  }
}
