// report person: a letter of thanks or a certificate of hours, for the volunteer.

import CommandLineKit
import Domain
import Reports
import Wording

/// `dugnad report person`.
enum ReportPersonCommand {
  static let person = Parameter<String>.operand("person", completion: .query("persons"))
  static let year = Values.year(operand: "year", optional: true)
  static let certificate = Parameter<Bool>.flag(
    "certificate", aliases: ["bekreftelse", "stadfesting"])

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "person", [],
      summary: say(
        nb: "takkebrev til en frivillig, eller en bekreftelse på timene",
        en: "a letter of thanks to a volunteer, or a certificate of hours"),
      discussion: say(
        nb:
          "Brevet har navnet fra registeret, linjen og kontrollsummen det kan kontrolleres mot. Det som "
          + "kan etterprøves uten oss, er pakken: dugnad dokumentasjon person.",
        en:
          "The letter has the name from the register, and the line and digest it can be checked against. "
          + "What can be checked without us is the bundle: dugnad evidence person."),
      parameters: [
        ParameterSpec(
          person, help: say(nb: "hvem: id eller navn", en: "who: id or name"),
          placeholder: say(nb: "PERSON", en: "PERSON")),
        ParameterSpec(
          year, help: say(nb: "bare dette året", en: "this year only"),
          placeholder: say(nb: "ÅR", en: "YEAR")),
        ParameterSpec(
          certificate,
          help: say(nb: "en bekreftelse i stedet for et brev", en: "a certificate, not a letter")),
      ] + Common.printing(say) + Common.reading(say),
      examples: [
        Example(
          say(nb: "rapport person kari 2024", en: "report person kari 2024"),
          say(nb: "takkebrevet for året", en: "the letter for the year"))
      ]
    ) { arguments, context in
      guard let typed = arguments[person] else { return }
      let view = try context.view()
      let person = try view.open.person(typed)
      let hours = PersonHours(of: person, year: arguments[year], in: view.state)
      try context.deliver(
        PersonReport(
          hours, form: arguments[certificate] ? .certificate : .letter,
          centre: view.state.firstCentre, basis: view.basis, names: view.names, context.language
        ).report)
    }
  }
}

extension State {
  /// The centre that reports are headed with; nil where none is recorded.
  var firstCentre: CentreDetails? { centres.values.min { $0.id < $1.id }?.details }
}
