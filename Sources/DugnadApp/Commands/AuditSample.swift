// audit --sample: entries that nobody chose, to be held against their vouchers.

import CommandLineKit
import Domain
import EventStore
import Files
import Integrity
import Projections
import Reports
import Wording

/// How a sample is drawn, for the help of `audit`.
enum SampleWords {
  static let nb =
    "--stikkprøve trekker føringer etter minutter, likt for alle med samme logg og frø: SHA-256 av "
    + "«dugnad-sample:1», roten i hex, frøet og en teller fra 0, med linjeskift mellom; de første 8 "
    + "bytene som tall, største byte først, modulo summen av minutter (tall i den skjeve enden "
    + "forkastes). Minuttene legges sammen etter id; en som alt er trukket, trekkes på nytt."
  static let en =
    "--sample draws entries by their minutes, the same for everyone with the same log and seed: SHA-256 "
    + "of 'dugnad-sample:1', the root in hex, the seed and a counter from 0, with newlines between; its "
    + "first 8 bytes as a number, largest first, modulo the sum of minutes (numbers in the biased end are "
    + "thrown away). The minutes are added up by id; one that was drawn already is drawn again."
}

/// The sample of an audit.
enum SampleCommand {
  static let count = Values.count("sample", aliases: ["stikkprøve"])
  static let seed = Parameter<String>.option("seed", aliases: ["frø"], placeholder: "TEXT")
  static let year = Parameter<Int>.option("year", aliases: ["år"], placeholder: "YEAR") {
    text throws(BadValue) in
    guard text.utf8.count == 4, let year = LineNumber.parse(text), Day.years.contains(year)
    else { throw BadValue(expected: "year") }
    return year
  }

  static func check(_ arguments: Arguments) throws {
    if arguments.has(count) != arguments.has(seed) || arguments[seed]?.isEmpty == true {
      throw Failure.usage(
        "sample-needs-seed", nb: "--sample og --seed hører sammen.",
        en: "--sample and --seed go together")
    }
  }

  /// Returns the sample asked for; none from a log that is not in order.
  static func draw(
    _ arguments: Arguments, _ log: LoadedLog, _ result: Verification, _ context: Context
  ) throws -> DrawnSample? {
    guard let count = arguments[count], let seed = arguments[seed], result.passes else {
      return nil
    }
    let open = try context.open(context.ledgerFolder())
    let years = Set(open.state.entries.values.map(\.content.on.year))
    let records = years.filter { arguments[year] == nil || $0 == arguments[year] }
      .flatMap { HourRecords(year: $0).folded(over: log.records).entries }
      .sorted { $0.id < $1.id }
    return DrawnSample(
      sample: Sample(count, of: records, root: result.root, seed: seed), seed: seed,
      year: arguments[year], through: result.through, root: result.root.hex, open: open)
  }
}

/// A sample with what it was drawn from.
struct DrawnSample {
  let sample: Sample
  let seed: String
  let year: Int?
  let through: Int
  let root: String
  let open: OpenLedger

  func tell(_ context: Context) {
    let language = context.language
    var section = ReportSection(
      key: "sample", title: nil,
      columns: [
        ReportColumn("id", context.say(nb: "Føring", en: "Entry")),
        ReportColumn("on", context.say(nb: "Dag", en: "Day")),
        ReportColumn("activity", context.say(nb: "Aktivitet", en: "Activity")),
        ReportColumn("person", context.say(nb: "Hvem", en: "Who")),
        ReportColumn("minutes", context.say(nb: "Timer", en: "Hours"), .right),
        ReportColumn("voucher", context.say(nb: "Bilag", en: "Voucher")),
        ReportColumn("recordedBy", context.say(nb: "Ført av", en: "Recorded by")),
        ReportColumn("approvedBy", context.say(nb: "Godkjent av", en: "Approved by")),
      ])
    section.rows = sample.drawn.map { record in
      ReportRow(
        .item,
        [
          .text(record.id.text), ReportCell(.period(record.content.on)),
          .text(activity(record)), .text(who(record, language)),
          .hours(record.content.minutes),
          record.content.voucher.map { .text($0) } ?? .empty, .text(open.name(author(record))),
          record.approval.map { .text(open.name($0.by)) } ?? .empty,
        ])
    }
    section.notes = [share(language)]
    var report = Report(key: "sample", language: language, title: title(context))
    report.sections = [section]
    context.print()
    context.print(report.table())
  }

  private func title(_ context: Context) -> String {
    let of = year.map { " \($0)" } ?? ""
    return context.say(
      nb: "Stikkprøve\(of) – frø «\(seed)», \(through) linjer, rot \(root.prefix(12))",
      en: "Sample\(of) – seed '\(seed)', \(through) lines, root \(root.prefix(12))")
  }

  private func share(_ language: Language) -> String {
    let percent =
      sample.minutes == 0
      ? "0"
      : Numbers.decimal(100 * sample.minutesDrawn, sample.minutes, places: 1, language)
    let (drawn, all) = (sample.drawn.count, Numbers.integer(sample.entries, language))
    let (minutes, total) = (
      Numbers.duration(minutes: sample.minutesDrawn, language),
      Numbers.duration(minutes: sample.minutes, language)
    )
    return Phrase(
      nb: "\(drawn) av \(all) føringer, \(minutes) av \(total): \(percent) % av tiden.",
      en: "\(drawn) of \(all) entries, \(minutes) of \(total): \(percent)% of the time.")(language)
  }

  private func activity(_ record: HourRecord) -> String {
    let code = record.content.activity
    return open.state.activities[code]?.details.name ?? code.text
  }

  private func who(_ record: HourRecord, _ language: Language) -> String {
    switch record.content.who {
    case .person(let person): open.name(person)
    case .unnamed(let headcount):
      Phrase(nb: "\(headcount) uten navn", en: "\(headcount) without names")(language)
    }
  }

  private func headcount(_ record: HourRecord) -> Int? {
    if case .unnamed(let headcount) = record.content.who { headcount } else { nil }
  }

  /// Who recorded it first.
  private func author(_ record: HourRecord) -> PersonID {
    open.ledger.history[record.id.seq]?.by ?? record.source.by
  }

  func json(_ context: Context) -> JSONValue {
    .object([
      "seed": .string(seed), "year": year.map { .integer($0) } ?? .null,
      "through": .integer(through), "root": .string(root), "entries": .integer(sample.entries),
      "minutes": .integer(sample.minutes), "minutesDrawn": .integer(sample.minutesDrawn),
      "items": .array(
        sample.drawn.map { record in
          .object([
            "id": .string(record.id.text), "on": .string(record.content.on.text),
            "activity": .string(record.content.activity.text),
            "person": .string(orNull: record.content.who.person?.text),
            "headcount": headcount(record).map { .integer($0) } ?? .null,
            "minutes": .integer(record.content.minutes),
            "voucher": .string(orNull: record.content.voucher),
            "recordedBy": .string(author(record).text),
            "approvedBy": .string(orNull: record.approval?.by.text),
          ])
        }),
    ])
  }
}
