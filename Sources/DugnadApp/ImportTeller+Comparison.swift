// What an import tells of rows that are in the ledger already, as they are or otherwise.

import Domain
import Import
import Reports
import Wording

extension ImportTeller {
  var comparisonLines: [String] {
    var lines: [String] = []
    let rows = Numbers.integer(plan.made.rows, language)
    let id = plan.made.after.map { " (\($0.text))" } ?? ""
    if let comparison = plan.comparison {
      if !comparison.same.isEmpty {
        let count = Numbers.integer(comparison.same.count, language)
        lines.append(
          say(
            nb: "  \(count) av \(rows) rader er inne fra før\(id).",
            nn: "  \(count) av \(rows) rader er inne frå før\(id).",
            en: "  \(count) of \(rows) rows are already in\(id)."))
      }
      if !comparison.takenBack.isEmpty {
        let places = comparison.takenBack.prefix(Self.shownMax)
          .map { "\($0.line) (\($0.entry.text))" }.joined(separator: ", ")
        let more = comparison.takenBack.count > Self.shownMax ? ", …" : ""
        let unit = ImportWords.unit(of: file.sheet)(language)
        lines.append(
          say(
            nb: "  Tatt tilbake for hånd, og ikke tatt inn igjen: \(unit) \(places)\(more)",
            nn: "  Teke tilbake for hand, og ikkje teke inn att: \(unit) \(places)\(more)",
            en: "  Taken back by hand, and not taken in again: \(unit) \(places)\(more)"))
      }
      lines += leftAlone(comparison)
    }
    if !plan.there.isEmpty {
      let count = Numbers.integer(plan.there.count, language)
      lines.append(
        say(
          nb: "  \(count) av \(rows) er der fra før.", nn: "  \(count) av \(rows) er der frå før.",
          en: "  \(count) of \(rows) are there already."))
    }
    for row in plan.differing.prefix(Self.shownMax) {
      let verb =
        row.isChanged
        ? say(nb: "endres", nn: "blir endra", en: "changes")
        : say(nb: "ulik, ikke endret", nn: "ulik, ikkje endra", en: "differs, not changed")
      lines.append("  \(place(row.line)), \(verb): \(row.text(language))")
    }
    lines += moreLine(plan.differing.count)
    if plan.differing.contains(where: { !$0.isChanged }), plan.made.kind != .persons {
      lines.append("  " + say(nb: "endre dem: --oppdater", en: "change them: --update"))
    }
    return lines
  }

  /// Rows that changed or went, where nobody asked to follow them.
  private func leftAlone(_ comparison: Comparison) -> [String] {
    let unit = ImportWords.unit(of: file.sheet)
    var items: [Phrase] = []
    if plan.corrections.isEmpty {
      items += comparison.changed.map { ImportWords.changed($0, unit, open).text }
    }
    if plan.vanished.isEmpty {
      items += comparison.vanished.map { ImportWords.vanished($0, open).text }
    }
    if items.isEmpty { return [] }
    return [
      say(
        nb: "  Endret eller borte i filen; regnskapet står (følg filen: --oppdater):",
        nn: "  Endra eller borte i fila; rekneskapen står (følg fila: --oppdater):",
        en: "  Changed or gone in the file; the ledger stands (follow the file: --update):")
    ] + items.prefix(Self.shownMax).map { "    " + $0(language) }
      + moreLine(items.count, indent: "    ")
  }
}
