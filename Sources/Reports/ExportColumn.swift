// The columns of an export. Those that an imported sheet has as well are named by whoever knows sheets,
// so that what goes out under a word comes in under it.

package import Wording

/// A column of an exported table. The keys of columns that a sheet may have are those of the sheet.
package enum ExportColumn: String, CaseIterable, Sendable {
  case activity, person, headcount, on, hours, start, end, known, voucher, shift
  case role, birthYear, code, group, category, sector, recipient, alsoFor, counted, aliases, places
  /// The entry's id.
  case entry
  /// The person's id, which says nothing outside the ledger.
  case personID
  case recordedBy, recordedAt, approvedBy
  /// Recorded or corrected after the year was closed: in none of its closed figures.
  case late
  /// The last day of an activity.
  case ended
  /// People with a place, and people waiting for one.
  case placed, waiting
  case cancelled

  /// The heading of a column that no sheet has; nil for the others.
  package func ownHeading(_ language: Language) -> String? {
    let columns = ReportWords.of(language).columns
    let states = ReportWords.of(language).states
    return switch self {
    case .activity, .person, .headcount, .on, .hours, .start, .end, .known, .voucher, .shift,
      .role, .birthYear, .code, .group, .category, .sector, .recipient, .alsoFor, .counted,
      .aliases, .places:
      nil
    case .entry: OwnWords.entry(language)
    case .personID: Phrase(nb: "Person-id", en: "Person id")(language)
    case .recordedBy: columns.recordedBy
    case .recordedAt: columns.recordedAt
    case .approvedBy: columns.approvedBy
    case .late: Phrase(nb: "Etterført", en: "Late")(language)
    case .ended: OwnWords.ended(language)
    case .placed: sentence(states.signedUp)
    case .waiting: sentence(states.waiting)
    case .cancelled: sentence(states.cancelled)
    }
  }
}
