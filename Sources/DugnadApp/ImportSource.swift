// What the list behind a file is called. The log keeps it for ever, so no name of a person may be in it.

import CommandLineKit
import Domain
import Import
import Wording

/// Names of sources.
enum ImportSource {
  /// What a paste is called in every language, so that the next one is compared with it.
  static let paste = "paste"

  /// Returns the source that a file's name stands for: small letters, without what copying and
  /// downloading add to names.
  static func named(after file: ImportedFile) -> String {
    guard let name = file.name else { return paste }
    var base = name.lowercased()
    if let dot = base.lastIndex(of: "."), dot != base.startIndex { base = String(base[..<dot]) }
    base = base.asStored
    var before = ""
    while before != base {
      before = base
      for ending in [" - kopi", " – kopi", "-kopi", " kopi", " - copy", " copy"]
      where base.hasSuffix(ending) { base = String(base.dropLast(ending.count)) }
      for start in ["kopi av ", "copy of "] where base.hasPrefix(start) {
        base = String(base.dropFirst(start.count))
      }
      if base.hasSuffix(")"), let open = base.lastIndex(of: "("),
        base[base.index(after: open)...].dropLast().allSatisfy(\.isNumber)
      {
        base = String(base[..<open])
      }
      base = base.asStored
    }
    if let sheet = file.sheetName { base = (base + " " + sheet.lowercased()).asStored }
    return base.isEmpty ? paste : clipped(base)
  }

  /// As many whole characters as a source may have bytes.
  private static func clipped(_ text: String) -> String {
    var text = text
    while text.utf8.count > TextRule.sourceBytesMax { text.removeLast() }
    return text.asStored
  }
}

extension ImportPlanner {
  /// Returns the source asked for, or the one the file's name stands for.
  static func source(_ context: Context, _ open: OpenLedger, _ file: ImportedFile) throws -> String
  {
    guard let typed = context.arguments[ImportCommand.source] else {
      return ImportSource.named(after: file)
    }
    let source = typed.asStored
    if let fault = TextRule.fault(in: source, bytesMax: TextRule.sourceBytesMax) {
      throw open.failure(.badText(field: .source, fault))
    }
    return source
  }

  /// Throws if a word of the source is a word of somebody's name, or begins or ends with one:
  /// `karis timer`, `timerKari`. A source that the log has already is left alone.
  func refusePersonalSource(adding added: [String]) throws {
    if open.state.sources[source] != nil { return }
    let words = searchKey(source).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard let word = names.personal(among: words, and: added) else { return }
    throw Failure(
      "personal-source",
      Phrase(
        nb:
          "Kilden ville hete «\(source)», og «\(word)» er et personnavn eller har et i seg. Loggen "
          + "skal aldri ha navn.",
        en:
          "the source would be called '\(source)', and '\(word)' is a person's name or has one in it. "
          + "The log never holds names"),
      hints: [
        Phrase(
          nb: "si hva listen heter: --kilde \"timeliste 2024\"",
          en: "say what the list is called: --source \"timesheet 2024\"")
      ])
  }

  /// Throws if the rows stand under another source already: one list with two names would count twice.
  func refuseOtherSource(_ new: [FileRow], _ known: [String: [KnownRow]]) throws {
    if mode == .all { return }
    for (other, imports) in open.state.sources.sorted(by: { $0.key < $1.key }) where other != source
    {
      let overlap = Comparison.overlap(of: new, with: (known[other] ?? []).filter { $0.now != nil })
      let isSameFile =
        file.sheetName == nil
        && imports.contains { $0.made.digest == file.digest && $0.made.kind == kind }
      let isOnly = plan.made.rows == 1
      guard overlap >= Self.overlapMin || overlap > 0 && (isSameFile || isOnly) else { continue }
      let id = imports.last?.id.text ?? ""
      throw Failure(
        "known-elsewhere",
        Phrase(
          nb:
            "\(overlap) av \(new.count) rader er like rader som er inne fra kilden «\(other)» (\(id)).",
          en:
            "\(overlap) of \(new.count) rows equal rows that are in from the source '\(other)' (\(id))"
        ),
        hints: [
          Phrase(
            nb: "er det samme liste: --kilde \"\(other)\"",
            en: "if it is the same list: --source \"\(other)\""),
          Phrase(
            nb: "er det andre timer, ta inn alt: --alle",
            en: "if they are other hours, take all: --all"),
        ])
    }
  }

  /// Fewer equal rows than this happen by chance, unless there is no other row. A list that has grown
  /// comes under a new name as often as a copy does, so the share of the file says nothing.
  private static let overlapMin = 2
}
