// year set, list: what an årsverk is and what an hour is worth, year by year.

import CommandLineKit
import Domain
import Import

/// `dugnad year`.
enum Years {
  static let year = Values.year(operand: "year")
  static let divisor = Values.count("divisor", aliases: ["årsverk"], placeholder: "HOURS")
  static let rate = Parameter<Int>.option("rate", aliases: ["timesats"], placeholder: "KR") {
    text throws(BadValue) in
    guard let ore = SpelledKroner(text)?.ore else { throw BadValue(expected: "kroner") }
    return ore
  }

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "year", ["år"], group: say(nb: "Året", en: "The year"),
      summary: say(nb: "årsverk og timesats for et år", en: "årsverk and hourly value of a year"),
      subcommands: [
        CommandSpec(
          say, "set", ["sett"],
          summary: say(nb: "sett årsverk eller timesats", en: "set årsverk or hourly value"),
          discussion: say(
            nb: "Et år uten egne verdier har verdiene til nærmeste år før, ellers 1 650 timer og "
              + "ingen timesats.",
            en:
              "A year without its own has the values of the nearest year before, else 1,650 hours "
              + "and no hourly value."),
          parameters: [
            ParameterSpec(
              year, help: say(nb: "året", en: "the year"), placeholder: say(nb: "ÅR", en: "YEAR")),
            ParameterSpec(divisor, help: say(nb: "timer i et årsverk", en: "hours of an årsverk")),
            ParameterSpec(rate, help: say(nb: "kroner i timen", en: "kroner an hour")),
          ] + Common.writing(say),
          examples: [
            Example(
              say(
                nb: "år sett 2025 --årsverk 1650 --timesats 300",
                en: "year set 2025 --divisor 1650 --rate 300"),
              say(nb: "begge for 2025", en: "both for 2025"))
          ], run: runSet),
        YearList.spec(say),
      ])
  }

  private static func runSet(_ arguments: Arguments, _ context: Context) throws {
    guard let year = arguments[year] else { return }
    guard arguments.has(divisor) || arguments.has(rate) else {
      throw Failure.usage(
        "nothing-to-set", nb: "Si --årsverk, --timesats eller begge.",
        en: "say --divisor, --rate or both")
    }
    try context.carryOut { open in
      var settings = open.state.settings(of: year)
      if let hours = arguments[divisor] { settings.divisor = hours }
      if let ore = arguments[rate] { settings.rate = ore }
      return .setYear(settings)
    }
  }
}
