// The ledger's own rows, for a spreadsheet: one table, one row a thing, every value typed. Nothing is
// summed here, so that whoever opens it sums for himself.

package import Domain
package import Wording

/// What is exported.
package enum ExportKind: String, CaseIterable, Sendable {
  case entries, persons, activities, shifts
}

/// Makes tables of what a ledger holds.
package struct Export: Sendable {
  /// The activities by their codes: a row names its activity in words.
  package let activities: [ActivityCode: Activity]
  /// Who persons are; nil when the export is to name nobody.
  package let name: (@Sendable (PersonID) -> String?)?
  package let language: Language
  /// The heading of a column in a table of a kind.
  package let heading: @Sendable (ExportColumn, ExportKind) -> String

  package init(
    activities: [ActivityCode: Activity], name: (@Sendable (PersonID) -> String?)?,
    _ language: Language, heading: @escaping @Sendable (ExportColumn, ExportKind) -> String
  ) {
    self.activities = activities
    self.name = name
    self.language = language
    self.heading = heading
  }

  /// Hour entries in the order given; `late` are those that stand beside the figures of a closed year.
  package func entries(_ entries: [Entry], late: Set<EntryID>) -> Report {
    table(.entries, entries) { entry in
      let content = entry.content
      return [
        .entry: .text(entry.id.text), .activity: .text(activityName(content.activity)),
        .code: .text(content.activity.text), .personID: text(content.who.person?.text),
        .person: text(content.who.person.flatMap { name?($0) }),
        .headcount: content.who.person == nil ? .integer(content.who.heads) : .empty,
        .on: .period(content.on), .hours: .hours(minutes: content.minutes),
        .start: text(content.start?.text), .known: .text(words.known(content.known)),
        .voucher: text(content.voucher), .shift: text(content.shift?.text),
        .recordedBy: .text(entry.recordedBy.text), .recordedAt: .moment(entry.recordedAt),
        .approvedBy: text(entry.approval?.by.text), .late: .flag(late.contains(entry.id)),
      ]
    }
  }

  /// Persons with what the register knows of them, where names are wanted.
  package func persons(_ persons: [Person], birthYear: (PersonID) -> Int?) -> Report {
    table(.persons, persons) { person in
      [
        .personID: .text(person.id.text), .person: text(name?(person.id)),
        .birthYear: birthYear(person.id).map { .text("\($0)") } ?? .empty,
        .role: .text(words.role(person.role)),
      ]
    }
  }

  package func activities(_ activities: [Activity]) -> Report {
    table(.activities, activities) { activity in
      let details = activity.details
      let category = details.category.flatMap { NationalCategory.named($0.rawValue) }
      return [
        .activity: .text(details.name), .code: .text(details.code.text),
        .group: text(details.group), .category: text(category?.name(language)),
        .sector: text(details.sector), .recipient: text(details.recipient),
        .alsoFor: .text(details.recipients.joined(separator: "; ")),
        .counted: .flag(details.counted),
        .aliases: .text(details.aliases.joined(separator: "; ")),
        .ended: activity.ended.map { .period(Period($0)) } ?? .empty,
      ]
    }
  }

  package func shifts(_ shifts: [Shift]) -> Report {
    table(.shifts, shifts) { shift in
      let plan = shift.plan
      return [
        .shift: .text(shift.id.text), .activity: .text(activityName(shift.activity)),
        .code: .text(shift.activity.text), .on: .period(Period(plan.on)),
        .start: .text(plan.start.text), .end: .text(plan.end.text),
        .places: plan.places.map { .integer($0) } ?? .empty,
        .placed: .integer(shift.placesTaken),
        .waiting: .integer(shift.signups.count { $0.status == .waiting }),
        .cancelled: .flag(shift.cancelled != nil),
      ]
    }
  }

  // MARK: - The table

  /// The one section of a table.
  package static let section = "items"

  private func columns(_ kind: ExportKind) -> [ExportColumn] {
    let named: [ExportColumn] = name == nil ? [] : [.person]
    switch kind {
    case .entries:
      return [.entry, .activity, .code, .personID] + named + [
        .headcount, .on, .hours, .start, .known, .voucher, .shift, .recordedBy, .recordedAt,
        .approvedBy, .late,
      ]
    case .persons: return [.personID] + named + (named.isEmpty ? [] : [.birthYear]) + [.role]
    case .activities:
      return [
        .activity, .code, .group, .category, .sector, .recipient, .alsoFor, .counted, .aliases,
        .ended,
      ]
    case .shifts:
      return [
        .shift, .activity, .code, .on, .start, .end, .places, .placed, .waiting, .cancelled,
      ]
    }
  }

  private func table<Thing>(
    _ kind: ExportKind, _ things: [Thing], _ values: (Thing) -> [ExportColumn: ReportValue]
  ) -> Report {
    let columns = columns(kind)
    var section = ReportSection(
      key: Self.section, title: nil,
      columns: columns.map { ReportColumn($0.rawValue, heading($0, kind)) })
    section.rows = things.map { thing in
      let values = values(thing)
      return ReportRow(.item, columns.map { ReportCell(values[$0] ?? .empty) })
    }
    var report = Report(key: kind.rawValue, language: language, title: kind.rawValue)
    report.sections = [section]
    return report
  }

  // MARK: - Words

  private var words: EventWords { EventWords(language: language, names: .none) }

  private func activityName(_ code: ActivityCode) -> String {
    activities[code]?.details.name ?? code.text
  }

  private func text(_ text: String?) -> ReportValue { text.map { .text($0) } ?? .empty }
}
