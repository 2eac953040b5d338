// What a sheet may be about, which columns it takes and which it cannot do without.

package import Domain
import Wording

/// What the rows of a sheet say, as the log keeps it: `table` is a table as annual reports print it, with
/// activity, volunteers and hours; nobody and no day is named.
package typealias SheetKind = ImportMade.Kind

extension SheetKind {
  /// Returns the kind called so in bokmål, nynorsk or English, or nil.
  package init?(word: String) {
    let key = searchKey(word)
    guard let kind = Self.allCases.first(where: { $0.rawValue == key || $0.words.contains(key) })
    else { return nil }
    self = kind
  }

  private var words: [String] {
    switch self {
    case .hours: ["timer", "timar", "timeliste"]
    case .signups: ["påmelding", "påmeldinger", "påmeldingar"]
    case .persons: ["person", "personer", "personar", "people"]
    case .activities: ["aktivitet", "aktiviteter", "aktivitetar", "activity"]
    case .shifts: ["vakt", "vakter", "vaktliste", "shift"]
    case .table: ["tabell"]
    }
  }

  /// The columns such a sheet may have; where a header fits two, the first is meant.
  package var fields: [ColumnField] {
    switch self {
    case .hours:
      [
        .activity, .person, .firstName, .lastName, .headcount, .on, .firstDay, .lastDay, .month,
        .year, .hours, .hoursEach, .minutes, .start, .end, .span, .known, .voucher, .shift,
      ]
    case .signups: [.shift, .activity, .on, .start, .end, .span, .person, .firstName, .lastName]
    case .persons: [.person, .firstName, .lastName, .role, .birthYear]
    case .activities:
      [
        .activity, .code, .group, .category, .sector, .recipient, .alsoFor, .counted, .aliases,
      ]
    case .shifts: [.activity, .on, .start, .end, .span, .places]
    case .table: [.activity, .headcount, .hours, .minutes]
    }
  }

  /// What such a sheet must tell: for each need the columns that tell it, any one of the lists.
  package var needs: [[[ColumnField]]] {
    switch self {
    case .hours:
      [
        [[.activity]],
        Self.who + [[.headcount]],
        [[.on], [.month], [.year], [.firstDay, .lastDay]],
        [[.hours], [.hoursEach], [.minutes], [.span], [.start, .end]],
      ]
    case .signups: [[[.shift], [.activity, .on, .start], [.activity, .on, .span]], Self.who]
    case .persons: [Self.who]
    case .activities: [[[.activity]]]
    case .shifts: [[[.activity]], [[.on]], [[.span], [.start, .end]]]
    case .table: [[[.activity]], [[.headcount]], [[.hours], [.minutes]]]
    }
  }

  /// Columns that name somebody or a day: a sheet with one is no printed table.
  static let tellsWhoOrWhen: Set<ColumnField> = [
    .person, .firstName, .lastName, .on, .firstDay, .lastDay, .month, .year,
  ]

  private static let who: [[ColumnField]] = [[.person], [.firstName, .lastName]]
}
