import Testing

@testable import Integrity

struct TextLinesTests {
  @Test func `a line ends with a newline or is none`() {
    var lines = TextLines(Array("a\n\nb".utf8))
    #expect(lines.next() == Array("a".utf8)[...])
    #expect(lines.next() == [])
    #expect(lines.next() == nil)
    #expect(Array(lines.rest) == Array("b".utf8))
  }

  @Test func `a number has one spelling`() {
    for number in [0, 1, 9, 10, 1 << 53, Int.max] {
      #expect(CanonicalNumber.parse(Array(String(number).utf8)) == number)
    }
    let wrong = [
      "", "-1", "+1", "00", "01", " 1", "1 ", "1_0", "0x1", "1.0", "1e1", "/", ":",
      "9223372036854775808", "9223372036854775810", "18446744073709551617",
      "99999999999999999999", "27670116110564327424",
    ]
    for text in wrong { #expect(CanonicalNumber.parse(Array(text.utf8)) == nil, "\(text)") }
  }
}
