// The report as Markdown (CommonMark with tables), to be pasted into an annual report.

import Wording

extension Report {
  /// Returns the report as Markdown; every line ends with a newline.
  package func markdown() -> String {
    var blocks = ["# \(escaped(title))"]
    if !header.isEmpty {
      blocks.append(header.map { "**\(escaped($0))**" }.joined(separator: "  \n"))
    }
    for section in sections {
      if let title = section.title { blocks.append("## \(escaped(title))") }
      blocks.append(section.markdown(language))
      blocks += section.notes.map(escaped)
    }
    if !foot.isEmpty { blocks.append(foot.map(escaped).joined(separator: "  \n")) }
    return blocks.joined(separator: "\n\n") + "\n"
  }
}

extension ReportSection {
  fileprivate func markdown(_ language: Language) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let rule = printed.map { columns[$0].alignment == .right ? "---:" : "---" }
    let body = rows.map { row in
      line(
        printed.map { index in
          let text = escaped(row.cells[index].value.printed(language))
          return row.role == .sum && !text.isEmpty ? "**\(text)**" : text
        })
    }
    return ([line(printed.map { escaped(columns[$0].heading) }), line(rule)] + body)
      .joined(separator: "\n")
  }
}

/// Returns a text in which nothing is markup.
private func escaped(_ text: String) -> String {
  let marks: Set<Character> = ["\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "&", "~"]
  return printable(text).reduce(into: "") { escaped, character in
    if marks.contains(character) { escaped.append("\\") }
    escaped.append(character)
  }
}
