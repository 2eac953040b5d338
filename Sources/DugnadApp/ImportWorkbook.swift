// A workbook is a zip archive of XML: `unzip`, which systems ship, hands out its parts.

import CommandLineKit
import Files
import Import
import Wording

extension Context {
  /// Reads one sheet of a workbook: the one asked for, else the only visible one.
  ///
  /// Returns the name of the sheet too if the workbook has several.
  func readWorkbook(_ path: String) throws -> (sheet: Sheet, name: String?) {
    do {
      let book = try XlsxBook(parts: parts(XlsxBook.requiredParts, of: path))
      let visible = book.sheets.filter { !$0.isHidden }
      let chosen = try chosenSheet(of: book, visible, path)
      let sheet = try book.read(chosen, parts: parts(book.requiredParts(of: chosen), of: path))
      return (sheet, visible.count > 1 || chosen.isHidden ? chosen.name : nil)
    } catch let fault as XlsxFault {
      throw Failure.workbook(fault, path)
    }
  }

  private func chosenSheet(
    of book: XlsxBook, _ visible: [XlsxBook.SheetEntry], _ path: String
  ) throws -> XlsxBook.SheetEntry {
    let names = (visible.isEmpty ? book.sheets : visible).map(\.name)
    let list = names.prefix(20).map { "«\($0)»" }.joined(separator: ", ")
    if let asked = arguments[ImportCommand.sheet] {
      if let found = book.sheets.first(where: { searchKey($0.name) == searchKey(asked) }) {
        return found
      }
      throw Failure(
        "no-such-sheet", place: path,
        Phrase(nb: "Ingen ark heter «\(asked)».", en: "no sheet called '\(asked)'"),
        hints: [Phrase(nb: "arkene heter \(list)", en: "the sheets are called \(list)")])
    }
    let candidates = visible.isEmpty ? book.sheets : visible
    if candidates.count == 1 { return candidates[0] }
    throw Failure(
      "which-sheet", place: path,
      Phrase(
        nb: "Arbeidsboken har flere ark: \(list).", en: "the workbook has several sheets: \(list)"),
      hints: [
        Phrase(
          nb: "si hvilket med --ark \"\(names[0])\"", en: "say which with --sheet \"\(names[0])\"")
      ])
  }

  /// Returns the parts that are there; which of them are missed is for the reader to say.
  private func parts(_ names: [String], of path: String) throws -> [String: [UInt8]] {
    // To unzip these would be patterns, which might match another file.
    if path.contains(where: { "*?[]\\".contains($0) }) { throw Failure.patternInName(path) }
    var parts: [String: [UInt8]] = [:]
    for name in names where !name.contains(where: { "*?[]\\".contains($0) }) {
      let result = try unzip(path, part: name)
      switch result.end {
      case .exited(0), .exited(1): parts[name] = result.output
      case .exited(11): break  // no such part
      case .exited(5), .exited(81), .exited(82): throw Failure.encrypted(path)
      default: throw Failure.brokenArchive(path)
      }
    }
    return parts
  }

  private func unzip(_ path: String, part: String) throws -> ChildResult {
    do throws(ChildProcessError) {
      return try ChildProcess.run(
        program: "unzip", arguments: ["-p", path, part],
        environment: ["PATH": world.environment["PATH"] ?? "/usr/bin:/bin", "LC_ALL": "C"],
        outputMax: Sheet.bytesMax, system: world.calls)
    } catch {
      switch error {
      case .programMissing: throw Failure.noUnzip(path)
      case .outputTooLarge: throw Failure.sheet(.tooManyBytes(max: Sheet.bytesMax), path)
      case .system(let error): throw Failure.unreadable(.system(error), path)
      }
    }
  }
}
