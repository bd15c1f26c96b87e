import Extraction
import Quantities
import SoLieu
import Testing

/// What the names of files say of the reports in them.
struct FileNameTests {
  @Test(arguments: [
    ("BC-KTXH-thang-11-2022.doc", "2022-11"),
    ("bc/Báo cáo tháng 5 năm 2013.docx", "2013-05"),
    ("bao_cao_9_thang_2021.pdf", "2021-01/2021-09"),
    ("9t2021.xls", "2021-01/2021-09"),
    ("KTXH T9-2018.html", "2018-09"),
    ("2022-11.txt", "2022-11"), ("11-2022.txt", "2022-11"), ("2022_Q3.pdf", "2022-Q3"),
    ("Quý III-2019.doc", "2019-Q3"), ("quy2_2020.rtf", "2020-Q2"), ("nam2015.html", "2015"),
    ("12 tháng 2015.doc", "2015"),
    ("archive/2022/x.txt", ""), ("BC 512 2022.txt", "2022"), ("2021-2025.txt", ""),
    ("bao-cao.txt", ""),
  ])
  func namesAPeriod(path: String, period: String) {
    #expect(FileName(path).period?.period.iso ?? "" == period)
  }

  @Test(arguments: [
    ("BC T10.2019 Quang Ninh.docx", "Quảng Ninh"), ("Lạng Sơn 2022-11.zip", "Lạng Sơn"),
    ("Lạng Sơn 2022-11.zip/bc/bao-cao.docx", "Lạng Sơn"),
    ("Lạng Sơn.zip/ktxh-ca-mau-2019.doc", "Cà Mau"),
    ("ba_ria_vung_tau_2015.xls", "Bà Rịa - Vũng Tàu"),
    ("ha-nam-va-ha-tinh-2012.pdf", ""), ("bao-cao-nam-2012.pdf", ""), ("hue-2012.pdf", ""),
    ("Cà Mau/bao-cao.docx", ""),
  ])
  func namesAProvince(path: String, area: String) throws {
    #expect(FileName(path).area(in: try .standard(), on: nil)?.name ?? "" == area)
  }

  @Test func aMemberIsOfItsArchivesPeriod() {
    #expect(FileName("a/Lạng Sơn 2022-11.zip/bao-cao.doc").period?.period.iso == "2022-11")
    #expect(FileName("2022-11.zip/quy-1-2020.doc").period?.period.iso == "2020-Q1")
  }

  @Test func decomposedLettersAreTheSame() {
    #expect(FileName("tha\u{301}ng 3 năm 2010.txt").period?.period.iso == "2010-03")
  }

  @Test(arguments: [
    ("a/b/Báo cáo.tar.gz", "Báo cáo"), ("x.html", "x"), ("T9.2018", "T9.2018"),
    (".hidden", ".hidden"),
    ("bao cao", "bao cao"),
  ])
  func stemIsTheNameWithoutItsEnding(path: String, stem: String) {
    #expect(FileName(path).stem == stem)
  }
}
