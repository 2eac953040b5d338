// Text as man(7) wants it, read alike by groff, mandoc and others. Everything but ASCII stays as
// it is, in UTF-8.

/// Lines of roff source, gathered one after another.
struct Roff {
  private(set) var lines: [String] = []

  /// Writes a request that takes text: `.SH "NAME"`.
  mutating func request(_ name: String, _ text: String) {
    lines.append(name + " \"" + roffEscaped(text) + "\"")
  }

  /// Writes a line that is roff already.
  mutating func raw(_ line: String) { lines.append(line) }

  /// Writes text, wrapped in the source; an empty line between its lines makes a paragraph, which
  /// `paragraph` opens. Other line ends are kept, as help keeps them.
  mutating func text(_ text: String, paragraph: String) {
    var mayBreak = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let pieces = sourceLines(line)
      if pieces.isEmpty {
        if mayBreak { lines.append(paragraph) }
        mayBreak = false
        continue
      }
      if mayBreak { lines.append(".br") }
      lines += pieces
      mayBreak = true
    }
  }

  /// Writes a line made of pieces in bold, italics or neither.
  mutating func spans(_ spans: [RoffSpan]) {
    lines.append(spans.map(\.source).joined())
  }
}

/// A piece of a line. Each starts and ends in roman, so pieces may stand in any order.
enum RoffSpan {
  case bold(String)
  case italic(String)
  case plain(String)

  fileprivate var source: String {
    switch self {
    case .bold(let text): #"\fB"# + roffEscaped(text) + #"\fR"#
    case .italic(let text): #"\fI"# + roffEscaped(text) + #"\fR"#
    case .plain(let text): roffEscaped(text)
    }
  }
}

/// Returns a line of text as lines of source. Readers want these short, at most 80 bytes as they
/// come to see them: with `\[u00F8]` for ø, and the name of every sign that has one.
private func sourceLines(_ text: Substring) -> [String] {
  var lines: [String] = []
  var line = ""
  var lineWidth = 0
  for word in text.split(separator: " ") {
    let wordWidth = roffEscaped(String(word)).unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 8) }
    if lineWidth > 0, lineWidth + 1 + wordWidth > 76 {
      lines.append(line)
      (line, lineWidth) = ("", 0)
    }
    line += (lineWidth > 0 ? " " : "") + word
    lineWidth += (lineWidth > 0 ? 1 : 0) + wordWidth
  }
  return (lineWidth > 0 ? lines + [line] : lines).map(roffLine)
}

/// Returns a line of text; one that looked like a request is guarded by `\&`.
func roffLine(_ text: String) -> String {
  (text.hasPrefix(".") || text.hasPrefix("'") ? #"\&"# : "") + roffEscaped(text)
}

/// Returns `text` with every character that roff would read or print as something else written
/// by name: groff_char(7). A hyphen is written `\-`, so that options can be copied from the page.
func roffEscaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\\": result += #"\e"#
    case "-": result += #"\-"#
    case "'": result += #"\(aq"#
    case "`": result += #"\(ga"#
    case "^": result += #"\(ha"#
    case "~": result += #"\(ti"#
    case "\"": result += #"\(dq"#
    case ..<" ", "\u{7F}": result += " "
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
