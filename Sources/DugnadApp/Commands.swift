// The list of commands: the only registration.

import CommandLineKit
import Wording

/// Every command of the tool.
package enum Commands {
  package static let program = "dugnad"
  /// What the manual page is of.
  package static let edition = "0.1"
  package static let versionDay = "2026-11-21"

  /// `dugnad --version`.
  static let version = Parameter<Bool>.flag("version", aliases: ["versjon"])

  /// Returns the whole tool, declared in one language.
  static func root(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      program,
      summary: say(
        nb: "regnskap over frivillig innsats som kan kontrolleres",
        en: "a ledger of volunteer effort that can be audited"),
      discussion: say(
        nb:
          "Alt som føres, legges til i en logg som aldri endres; tallene bygges av den. Uten kommando "
          + "viser dugnad hvordan det står til.",
        en:
          "Whatever is recorded is appended to a log that never changes; the figures are built from "
          + "it. Without a command dugnad shows how things stand."),
      parameters: [
        ParameterSpec(
          version, help: say(nb: "skriv hvilken utgave dette er", en: "print which version this is")
        )
      ] + Common.everywhere(say),
      examples: [
        Example(
          say(nb: "rapport år 2024", en: "report year 2024"),
          say(nb: "årets tabell", en: "the table of the year")),
        Example(
          say(
            nb: "timer ny sprakkafe --person Kari --dag igår --kl 18-20",
            en: "hours add sprakkafe --person Kari --on yesterday --at 18-20"),
          say(nb: "før to timer", en: "record two hours")),
        Example(
          say(nb: "angre", en: "undo"), say(nb: "ta tilbake det siste", en: "take back the last")),
      ],
      subcommands: [
        Hours.spec(say), Activities.spec(say), Persons.spec(say), Shifts.spec(say),
        Signups.spec(say), Undo.spec(say), Redo.spec(say),
        StatsCommand.spec(say), ReportCommand.spec(say), ExplainCommand.spec(say),
        LogCommand.spec(say), ShowCommand.spec(say), TodoCommand.spec(say),
        Grants.spec(say), ParticipantsCommand.spec(say), CentreCommand.spec(say),
        Years.spec(say), CloseCommand.spec(say), ReopenCommand.spec(say),
        ImportCommand.spec(say),
        AuditCommand.spec(say), WaiveCommand.spec(say), CheckpointCommand.spec(say),
        WitnessCommand.spec(say),
        EvidenceCommand.spec(say), VerifyCommand.spec(say),
        ReplayCommand.spec(say), Init.spec(say), ExportCommand.spec(say),
        HelpCommand.spec(say), CompletionsCommand.spec(say), ManCommand.spec(say),
      ],
      run: StatusCommand.run)
  }

  /// The declarations in both languages, for the check of the declarations themselves.
  package static func faults() -> [String] {
    [.nb, .en].flatMap { specFaults(in: root(Say(language: $0))).map { "\($0)" } }
  }
}
