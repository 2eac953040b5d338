// explain --text: a draft is read, and its numbers are held against the ledger. The bytes are bounded
// and checked here; what they say is read in Projections.

import CommandLineKit
import Domain
import Files
import Import
import Projections
import Reports
import Wording

extension ExplainCommand {
  /// The largest text: some thousand pages.
  static let textBytesMax = 16 << 20

  static func explainText(_ file: String, _ arguments: Arguments, _ context: Context) throws {
    let text = try context.readText(file)
    let view = try context.view()
    let asked = arguments[year]
    if let asked, !Day.years.contains(asked) {
      throw Failure.usage("not-a-year", nb: "\(asked) er ikke et år.", en: "\(asked) is not a year")
    }
    var wanted = Set(YearStatistics().folded(over: view.log).years)
    if let asked { wanted.insert(asked) }
    let years = wanted.sorted().map { view.of($0).figures }
    guard !years.isEmpty else {
      throw Failure(
        "no-hours",
        Phrase(
          nb: "Regnskapet har ingen timer å holde teksten mot.",
          en: "the ledger has no hours to hold the text against"))
    }
    let check = ProseCheck(text, years: years, asked: asked, key: searchKey)
    let name = file == "-" ? "-" : Path.name(of: context.absolute(file))
    let report = ProseReport(check, title: name, years: years, context.language)
    switch context.form {
    case "text": try context.deliver(report.text)
    default: try context.deliver(report.report) { report.json() }
    }
    if arguments.has(strict), !check.contradictions.isEmpty {
      throw QuietExit(code: .refused)
    }
  }
}

extension Context {
  /// Reads a text: UTF-8, with a byte order mark or without.
  fileprivate func readText(_ typed: String) throws -> String {
    let path = typed == "-" ? nil : absolute(typed)
    let max = ExplainCommand.textBytesMax
    let bytes: [UInt8]?
    if let path {
      do throws(FilesError) {
        let file = try File.open(path, .read, system: world.calls)
        bytes = try file.status().size > max ? nil : file.readAll()
      } catch {
        throw Failure.unreadable(error, path)
      }
    } else {
      bytes = console.readInput(max)
    }
    guard var bytes else {
      throw Failure(
        "text-too-large", place: path,
        Phrase(
          nb: "Teksten er for stor; høyst \(max >> 20) MB leses.",
          en: "the text is too large; at most \(max >> 20) MB are read"))
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    let marked = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    if marked || bytes.contains(0) || FileKind.of(bytes) != nil {
      throw Failure(
        "not-text", place: path,
        Phrase(nb: "Filen er ikke ren tekst.", en: "the file is not plain text"),
        hints: [Self.saveAsText])
    }
    do {
      return String(copying: try UTF8Span(validating: bytes.span))
    } catch {
      let at = error.byteOffsets.lowerBound
      let lines = bytes.prefix(at).split(separator: 10, omittingEmptySubsequences: false)
      throw Failure(
        "not-utf8", place: path.map { "\($0):\(lines.count):\((lines.last?.count ?? 0) + 1)" },
        Phrase(
          nb: "Byte \(at + 1) (\(bytes[at])) er ikke UTF-8.",
          en: "byte \(at + 1) (\(bytes[at])) is not UTF-8"),
        hints: [Self.saveAsText])
    }
  }

  private static let saveAsText = Phrase(
    nb: "lagre den som ren tekst (UTF-8) eller Markdown",
    en: "save it as plain text (UTF-8) or Markdown")
}
