// Text in lines of a given width, counted in Characters: å is one, however it is composed.

/// Returns `text` in lines of at most `width`. Its own line ends are kept; it breaks at spaces
/// only, so a word longer than a line, and words held by a no-break space, stay whole.
func wrap(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
    var line = ""
    var lineWidth = 0
    for word in paragraph.split(separator: " ") {
      let wordWidth = word.count
      if lineWidth > 0, lineWidth + 1 + wordWidth > width {
        lines.append(line)
        (line, lineWidth) = ("", 0)
      }
      line += (lineWidth > 0 ? " " : "") + word
      lineWidth += (lineWidth > 0 ? 1 : 0) + wordWidth
    }
    lines.append(line)
  }
  return lines
}

/// Returns `count` spaces, or none when `count` is negative.
func spaces(_ count: Int) -> String {
  String(repeating: " ", count: max(0, count))
}

/// A term and its explanation, side by side.
struct Row {
  let term: String
  let text: String
}

/// Returns how wide the terms of `rows` make the first column. A term wider than 28, or than two
/// fifths of the line, has its explanation below it instead of beside it.
func termWidth(of rows: [Row], width: Int) -> Int {
  let widthMax = min(28, width * 2 / 5)
  return rows.map(\.term.count).filter { $0 <= widthMax }.max() ?? widthMax / 2
}

/// Returns the rows in two columns, the first `termWidth` wide, all within `width`.
func columns(_ rows: [Row], termWidth: Int, width: Int) -> [String] {
  let indent = spaces(2 + termWidth + 2)
  var lines: [String] = []
  for row in rows {
    var texts = wrap(row.text, width: width - indent.count)[...]
    let term = spaces(2) + row.term
    if row.term.count <= termWidth, let first = texts.popFirst(), !first.isEmpty {
      lines.append(term + spaces(termWidth - row.term.count + 2) + first)
    } else {
      lines.append(term)
    }
    lines += texts.filter { !$0.isEmpty }.map { indent + $0 }
  }
  return lines
}
