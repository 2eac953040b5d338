// replay: the same log gives the same state, figures and digests, on any machine.

import CommandLineKit
import Domain
import EventStore
import Integrity
import Projections
import Reports
import Wording

/// `dugnad replay`.
enum ReplayCommand {
  static let until = Values.count("until", aliases: ["til"], placeholder: "LINE")

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "replay", ["spill-av"], group: say(nb: "Tillit", en: "Trust"),
      summary: say(
        nb: "bygg alt på nytt av loggen, og vis kontrollsummen",
        en: "rebuild everything from the log, and print its digest"),
      discussion: say(
        nb: "Samme logg gir samme kontrollsummer, på hvilken maskin som helst.",
        en: "The same log gives the same digests, on any machine."),
      parameters: [
        ParameterSpec(until, help: say(nb: "bare til og med linjen", en: "only up to the line"))
      ]
    ) { arguments, context in
      let folder = try context.ledgerFolder()
      do throws(StoreError) {
        let log = try EventStore.load(
          folder: folder, calls: context.world.calls, through: arguments[until])
        report(log, context)
      } catch {
        throw Failure(error)
      }
    }
  }

  private static func report(_ log: LoadedLog, _ context: Context) {
    let ledger = Ledger(log.records)
    let statistics = YearStatistics().folded(over: log.records)
    let figures = statistics.years.map { statistics.figures(of: $0) }
    let digest = StateDigest.digest(of: ledger.state)
    let hash = log.lastHash?.hex ?? ""
    if context.isJSON {
      return context.print(
        JSONValue.object([
          "schema": .string("dugnad-replay:1"), "lines": .integer(log.records.count),
          "transactions": .integer(ledger.history.transactions.count), "hash": .string(hash),
          "state": .string(digest.hex),
          "persons": .integer(ledger.state.persons.count),
          "activities": .integer(ledger.state.activities.count),
          "shifts": .integer(ledger.state.shifts.count),
          "entries": .integer(ledger.state.entries.count),
          "years": .array(
            figures.map {
              .object([
                "year": .integer($0.year), "minutes": .integer($0.totals.minutes),
                "distinct": .integer($0.totals.distinct), "entries": .integer($0.totals.entries),
              ])
            }),
        ]).text)
    }
    func count(_ number: Int) -> String { Numbers.integer(number, context.language) }
    context.print(
      context.say(
        nb:
          "\(count(log.records.count)) linjer, \(count(ledger.history.transactions.count)) transaksjoner",
        en:
          "\(count(log.records.count)) lines, \(count(ledger.history.transactions.count)) transactions"
      ))
    context.print(context.say(nb: "siste linje  ", en: "last line  ") + hash)
    context.print(context.say(nb: "tilstand     ", en: "state      ") + digest.hex)
    context.print(
      context.say(
        nb:
          "\(count(ledger.state.persons.count)) personer, \(count(ledger.state.activities.count)) aktiviteter, \(count(ledger.state.shifts.count)) vakter, \(count(ledger.state.entries.count)) timeføringer",
        en:
          "\(count(ledger.state.persons.count)) persons, \(count(ledger.state.activities.count)) activities, \(count(ledger.state.shifts.count)) shifts, \(count(ledger.state.entries.count)) hour entries"
      ))
    for year in figures {
      let hours = Numbers.countedHours(minutes: year.totals.minutes, context.language)
      context.print(
        context.say(
          nb: "\(year.year): \(hours), ulike frivillige: \(count(year.totals.distinct))",
          en: "\(year.year): \(hours), different volunteers: \(count(year.totals.distinct))"))
    }
  }
}
