// A printed table of an earlier year: one entry an activity, known as a summary, with nobody named. The
// number of different volunteers is kept as the table claims it, since nobody can count them again.

import CommandLineKit
import Domain
import Import
import Projections
import Wording

extension ImportPlanner {
  /// Returns the year and the bound of a printed table; nil for rows of another kind.
  static func table(
    _ context: Context, _ reading: SheetReadingResult
  ) throws -> ImportMade.Table? {
    let arguments = context.arguments
    guard reading.kind == .table else {
      if arguments.has(ImportCommand.year) || arguments.has(ImportCommand.distinct) {
        throw Failure.usage(
          "year-of-table", nb: "--år og --ulike hører til en trykt tabell (--slag tabell).",
          en: "--year and --distinct belong to a printed table (--kind table)")
      }
      return nil
    }
    guard let year = arguments[ImportCommand.year] else {
      throw Failure.usage(
        "table-needs-year", nb: "En trykt tabell sier ikke hvilket år: --år 2019.",
        en: "a printed table does not say which year: --year 2019")
    }
    return ImportMade.Table(
      year: year, distinct: arguments[ImportCommand.distinct] ?? distinctClaim(reading)?.printed)
  }

  /// Returns the sum that claims fewer volunteers than the rows have: that of the last sum row, if that
  /// row sums the whole table. A subtotal says nothing of the year.
  static func distinctClaim(_ reading: SheetReadingResult) -> SumCheck? {
    guard case .table(let table) = reading.rows else { return nil }
    let sums = reading.sums.filter { $0.field == .headcount }
    guard let last = sums.last, last.printed < table.volunteers else { return nil }
    // Among several, the whole has at least as many people as any part, and all the hours.
    let isWhole =
      sums.count == 1
      || sums.allSatisfy { $0.printed <= last.printed }
        && reading.sums.allSatisfy {
          $0.field == .headcount || $0.line != last.line || $0.printed == table.minutes
        }
    return isWhole ? last : nil
  }

  mutating func planTable(_ table: PrintedTable) throws {
    guard let year = plan.made.table?.year, let period = Period(year: year) else { return }
    var read: [FileRow] = []
    for (rows, isCounted) in [(table.rows, true), (table.outside, false)] {
      for row in rows {
        guard let code = activity(row.activity, line: row.line, counted: isCounted) else {
          continue
        }
        refuseOtherSum(code, row.line, isCounted)
        let content = HourEntry(
          activity: code, on: period, who: .unnamed(headcount: row.volunteers),
          minutes: row.minutes, known: .summary)
        read.append(FileRow(line: row.line, content: content))
      }
    }
    noteDivisor(table.divisor, year)
    noteOtherHours(year)
    try planEntries(read)
  }

  /// An activity belongs to the sum of the year or it does not, in the table as in the ledger.
  private mutating func refuseOtherSum(_ code: ActivityCode, _ line: Int, _ isCounted: Bool) {
    let details =
      open.state.activities[code]?.details ?? newActivities.first { $0.code == code }
    guard let details, details.counted != isCounted else { return }
    let why =
      isCounted
      ? Phrase(
        nb:
          "raden er med i summen, men aktiviteten er utenfor: dugnad aktivitet endre \(code.text) "
          + "--i-summen",
        en:
          "the row is in the sum, but the activity is outside: dugnad activity change \(code.text) "
          + "--counted")
      : Phrase(
        nb:
          "raden står under summen, men aktiviteten regnes med: dugnad aktivitet endre \(code.text) "
          + "--utenfor",
        en: "the row stands below the sum, but the activity is counted: dugnad activity change "
          + "\(code.text) --outside")
    let column = column(.activity)
    faults.append(
      ImportFault(kind: "row", line: line, column: column, text: text(line, column), why))
  }

  private mutating func noteDivisor(_ divisor: Int?, _ year: Int) {
    let ours = open.state.settings(of: year).divisor
    guard let divisor, divisor != ours else { return }
    plan.notes.append(
      Phrase(
        nb:
          "tabellen regner \(divisor) timer i et årsverk, regnskapet \(ours); skal det være som i "
          + "tabellen: dugnad år sett \(year) --årsverk \(divisor)",
        en:
          "the table takes \(divisor) hours to an årsverk, the ledger \(ours); to have it as in the "
          + "table: dugnad year set \(year) --divisor \(divisor)"))
  }

  /// Hours of the year that came from elsewhere would be counted beside the table's.
  private mutating func noteOtherHours(_ year: Int) {
    let own = Set(
      (open.state.sources[source] ?? []).flatMap { open.ledger.rows(ofImportAt: $0.id.seq) })
    let others = open.state.entries.values.filter {
      $0.content.on.year == year && !own.contains($0.id.seq)
    }
    if others.isEmpty { return }
    let minutes = others.clampedSum { $0.content.minutes }
    let (nb, en) = (
      Numbers.countedHours(minutes: minutes, .nb), Numbers.countedHours(minutes: minutes, .en)
    )
    plan.notes.append(
      Phrase(
        nb: "\(year) har fra før \(nb) som ikke er fra denne tabellen; tabellen kommer i tillegg",
        en: "\(year) has \(en) already that are not from this table; the table comes beside them"))
  }
}
