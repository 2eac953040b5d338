import Testing
import Wording

struct ColumnWidthTests {
  @Test(arguments: [
    ("", 0), ("\u{301}", 0), ("Timer", 5), ("Språkkafé", 9), ("Spra\u{30A}kkafe\u{301}", 9),
    ("5\u{A0}893", 5),
    ("−", 1), ("–", 1), ("日本", 4), ("한국", 4), ("ＡＢ", 4), ("🙂", 2), ("👩‍👩‍👧", 2), ("🇳🇴", 2),
    ("👍🏽", 2), ("☕", 2), ("♥", 1), ("♥\u{FE0F}", 2), ("a\u{200B}b", 2), ("\t\n", 0), ("\u{7F}", 0),
    ("1\u{FE0F}\u{20E3}", 2),
  ])
  func `a text takes its columns`(text: String, columns: Int) {
    #expect(columnWidth(text) == columns)
  }

  @Test(arguments: [
    ("Åse", 5, Alignment.left, "Åse  "), ("Åse", 5, .right, "  Åse"),
    ("A\u{30A}se", 5, .right, "  A\u{30A}se"),
    ("日本", 5, .left, "日本 "), ("for lang", 3, .left, "for lang"), ("", 2, .right, "  "),
  ])
  func `padding fills the column`(text: String, columns: Int, side: Alignment, result: String) {
    #expect(padded(text, to: columns, side) == result)
  }

  @Test(arguments: [
    ("Språkkafé", 9, "Språkkafé"), ("Språkkafé", 6, "Språk…"), ("日本語", 4, "日…"), ("abc", 1, "…"),
    ("abc", 0, ""), ("", 0, ""),
  ])
  func `clipping never passes the column`(text: String, columns: Int, result: String) {
    #expect(clipped(text, to: columns) == result)
    #expect(columnWidth(clipped(text, to: columns)) <= columns)
  }
}
