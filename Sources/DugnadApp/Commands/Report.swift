// report: what is printed and sent. One file a kind of report; here is what they share.

import CommandLineKit
import Domain
import Reports
import Wording

/// `dugnad report`.
enum ReportCommand {
  static let names = Parameter<Bool>.flag("names", aliases: ["med-navn"])
  static let sentTo = Parameter<String>.option(
    "sent-to", aliases: ["sendt-til"], placeholder: "WHO")
  static let sentOn = Values.day("sent-on", aliases: ["sendt-dag"])
  static let since = Parameter<String>.option("since", aliases: ["siden"], placeholder: "SENT")

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "report", ["rapport"], group: say(nb: "Se", en: "Look"),
      summary: say(nb: "rapporter til å skrive ut og sende", en: "reports to print and send"),
      subcommands: [
        ReportYearCommand.spec(say), ReportGrantCommand.spec(say), ReportPersonCommand.spec(say),
        ReportCentreCommand.spec(say),
      ])
  }

  /// What every report takes that may be sent and compared with what was sent.
  static func sending(_ say: Say) -> [ParameterSpec] {
    [
      ParameterSpec(
        sentTo,
        help: say(
          nb: "før at rapporten er sendt, og til hvem (en tilskuddsgiver eller et kontor, aldri en "
            + "person); bytene tas vare på i sent/",
          en:
            "record that it was sent, and to whom (a funder or an office, never a person); its bytes "
            + "are kept in sent/")),
      ParameterSpec(
        sentOn,
        help: say(nb: "dagen den ble sendt; ellers i dag", en: "the day it was sent; else today")),
      ParameterSpec(
        since,
        help: say(
          nb: "bare det som er endret siden: r3151, en dato, eller «siste»",
          en: "only what changed since: r3151, a date, or 'last'")),
    ]
  }

  /// What a report takes that can name volunteers.
  static func naming(_ say: Say) -> ParameterSpec {
    ParameterSpec(
      names,
      help: say(
        nb:
          "skriv navnene fra registeret i stedet for numrene; de inngår aldri i kontrollsummen, og "
          + "tas ikke vare på",
        en: "print names from the register for the numbers; they are never part of the digest, and "
          + "are not kept"))
  }
}
