// What a report was computed from, so that anybody can compute it again.

package import Domain
import Wording

/// The ledger and the line that a report stands on.
package struct ReportBasis: Hashable, Sendable {
  /// The name of the ledger.
  package var ledger: String
  /// Persons and days are invented.
  package var reconstruction: Bool
  /// The last line that was read.
  package var through: Int
  /// The hash of that line: 64 hex digits.
  package var hash: String
  package var asKnownOn: KnownOn?
  /// The closing of the year that is reported; nil while it is open.
  package var closing: ClosedYear?
  /// The figures are those of the closing, and not what is known since.
  package var isAsClosed = false

  package init(
    opening: LedgerOpened?, through: Int, hash: String, asKnownOn: KnownOn? = nil
  ) {
    ledger = opening?.name ?? ""
    reconstruction = opening?.reconstruction ?? false
    self.through = through
    self.hash = hash
    self.asKnownOn = asKnownOn
  }

  /// How a past view of the ledger was asked for.
  package enum KnownOn: Hashable, Sendable {
    case day(Day)
    case moment(Instant)
    case line(Int)
    case now
  }

  /// How many digits of the hash are printed on paper.
  package static let hashDigits = 12

  /// "slik det var kjent 4. mars 2025", if a past view was asked for.
  func knownLine(_ language: Language) -> String? {
    let lines = ReportWords.of(language).lines
    switch asKnownOn {
    case .day(let day): return lines.asKnownOn(written(day, language))
    case .moment(let moment): return lines.asKnownOn(written(moment, language))
    case .line(let line):
      return Phrase(
        nb: "slik det var kjent ved linje \(line)", nn: "slik det var kjent ved linje \(line)",
        en: "as known at line \(line)")(language)
    case .now:
      return Phrase(
        nb: "slik det er kjent nå", nn: "slik det er kjent no", en: "as known now")(language)
    case nil: return nil
    }
  }

  /// "Per linje 731, kontrollsum 9f2c1b33a0de".
  func footLine(_ language: Language) -> String {
    if isAsClosed, let closing {
      return OwnWords.closedFoot(
        closing.seq, String(closing.content.digest.prefix(Self.hashDigits)), language)
    }
    return ReportWords.of(language).lines.footer(through, String(hash.prefix(Self.hashDigits)))
  }

  /// What must be read before any figure of a year.
  func header(ofOpenYear isOpenYear: Bool, _ language: Language) -> [String] {
    let tables = ReportWords.of(language).tables
    var lines: [String] = []
    if reconstruction { lines.append(tables.example) }
    var state: [String] = []
    if isOpenYear { state += closing.map { closedWords($0, language) } ?? [tables.openYear] }
    if let known = knownLine(language) { state.append(known) }
    if !state.isEmpty { lines.append(sentence(state.joined(separator: ", "))) }
    return lines
  }
}

/// "avsluttet ved linje 3140, godkjent av årsmøtet 4. mars 2025", in parts.
func closedWords(_ closed: ClosedYear, _ language: Language) -> [String] {
  let lines = ReportWords.of(language).lines
  let approval =
    closed.approval.map { lines.approvedOn(written($0.on, language)) }
    ?? OwnWords.notYetApproved(language)
  return [lines.closedAt(closed.seq), approval]
}

/// Returns a text that begins with a capital.
func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

/// "4. mars 2025".
func written(_ day: Day, _ language: Language) -> String { Dates.long(parts(day), language) }

/// "4. mars 2025 kl. 18.04", as the clock on a wall in Oslo showed it.
func written(_ moment: Instant, _ language: Language) -> String {
  let clock = moment.osloClock
  return Dates.moment(
    parts(moment.osloDay), hour: clock.hour, minute: clock.minute, language)
}

/// "5. mars 2024", "mars 2024", "2024", "1.–15. mars 2024".
func written(_ period: Period, _ language: Language) -> String {
  let first = parts(period.first)
  return switch period.kind {
  case .day: Dates.long(first, language)
  case .month: Dates.month(year: first.year, month: first.month, language)
  case .year: "\(first.year)"
  case .range: Dates.range(first, parts(period.last), language)
  }
}

func parts(_ day: Day) -> DateParts {
  let (year, month, day) = day.parts
  return DateParts(year, month, day)
}
