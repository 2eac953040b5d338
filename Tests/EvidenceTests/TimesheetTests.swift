import Domain
import Testing

@testable import Evidence

struct TimesheetTests {
  private static let header =
    "\u{FEFF}føring;periode;aktivitet;frivillig;antall;minutter;timer;kjent;bilag;ført av;ført;"
    + "rettet;godkjent av;godkjent\r\n"

  private func text(_ records: [Recorded]) -> String {
    String(decoding: Timesheet.bytes(of: records), as: UTF8.self)
  }

  @Test("The hour list of a year is these bytes")
  func year() throws {
    let zip = try SampleLog().year()
    let rows = """
      h18;2024-05-07;sprakkafe;p4;;119;1,98;recorded;"'=SUM(A1;""x"")";p2;2025-01-10T09:18:00Z;37;p3;2025-01-10T09:38:00Z
      h19;2024-05;sprakkafe;p5;;100;1,67;estimated;;p2;2025-01-10T09:19:00Z;;;
      h20;2024-05-07;sprakkafe;p15;;61;1,02;recorded;;p2;2025-01-10T09:20:00Z;;;
      h21;2024-05-07;sprakkafe;p16;;61;1,02;recorded;;p2;2025-01-10T09:21:00Z;;;
      h22;2024-05-07;sprakkafe;p17;;61;1,02;recorded;;p2;2025-01-10T09:22:00Z;;;
      h23;2024-03-01..2024-03-15;tur;;4;240;4,00;recorded;;p2;2025-01-10T09:23:00Z;;;
      h24;2024-01-03;tur;p4;;60;1,00;recorded;;p2;2025-01-10T09:24:00Z;35;;
      h26;2024;tur;p15;;600;10,00;summary;;p2;2025-01-10T09:26:00Z;;;
      h27;2024;tur;p16;;600;10,00;summary;;p2;2025-01-10T09:27:00Z;;;
      h28;2024;tur;p17;;600;10,00;summary;;p2;2025-01-10T09:28:00Z;;;
      h30;2024-05-07;tur;p5;;45;0,75;recorded;perm 1;p2;2025-01-10T09:30:00Z;;;
      h32;2024-05-07;tolk;p4;;125;2,08;estimated;;p2;2025-01-10T09:32:00Z;;;
      h33;2024-05-07;hage;;68;12240;204,00;recorded;;p2;2025-01-10T09:33:00Z;;;

      """
    let found = String(decoding: try #require(zip["timeliste.csv"]), as: UTF8.self)
    #expect(found.utf8.elementsEqual((Self.header + rows.replacing("\n", with: "\r\n")).utf8))
  }

  @Test("A log without hours gives the header alone")
  func empty() {
    #expect(text([]).utf8.elementsEqual(Self.header.utf8))
  }

  @Test(
    "Hours are the minutes over 60, to two decimals, half up",
    arguments: [
      (1, "0,02"), (3, "0,05"), (20, "0,33"), (40, "0,67"), (59, "0,98"), (60, "1,00"),
      (61, "1,02"),
      (1_439, "23,98"), (9_007_199_254_740_991, "150119987579016,52"),
    ])
  func rounding(minutes: Int, hours: String) throws {
    var log = EvidenceLog()
    try log.hours("tur", .person(PersonID(seq: 4)), minutes)
    #expect(text(log.records).contains(";\(minutes);\(hours);"))
  }

  @Test(
    "A voucher is no formula, and no second field",
    arguments: [
      ("perm 3, ark 12", "perm 3, ark 12"), ("=1+1", "'=1+1"), ("+47", "'+47"), ("-1", "'-1"),
      ("@x", "'@x"), ("a;b", "\"a;b\""), ("=a;b", "\"'=a;b\""), ("\"", "\"\"\"\""),
      ("a\"\u{338}b", "\"a\"\"\u{338}b\""), ("1=1", "1=1"),
    ])
  func voucher(voucher: String, field: String) throws {
    var log = EvidenceLog()
    try log.hours("tur", .person(PersonID(seq: 4)), 60, voucher: voucher)
    let row = text(log.records).utf8.split(separator: UInt8(ascii: "\n"))[1]
    let expected = "h1;2024-05-07;tur;p4;;60;1,00;recorded;\(field);p2;2025-01-10T09:01:00Z;;;\r"
    #expect(row.elementsEqual(expected.utf8), "\(String(describing: String(row)))")
  }
}
