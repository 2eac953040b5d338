// A tool with everything a shell may be asked to complete, in Norwegian, and awkward values.

@testable import CommandLineKit

enum CompletionSample {
  static let book = Parameter.option(
    "book", aliases: ["bok"], placeholder: "DIR", completion: .directory)
  static let language = Parameter.option(
    "lang", aliases: ["språk"], placeholder: "nb|en", choices: ["nb", "nn", "en"])
  static let person = Parameter.option(
    "person", short: "p", placeholder: "P", completion: .query("persons"))
  static let minutes = Parameter.option("minutes", short: "m", placeholder: "N")
  static let quiet = Parameter.flag("quiet", short: "q", aliases: ["stille"])
  static let activity = Parameter.operand("activity", completion: .query("activities"))
  static let persons = Parameter.operand(
    "person", optional: true, repeats: true, completion: .query("persons"))
  static let when = Parameter.option(
    "when", placeholder: "W", choices: ["før nå", "kl. 18:30", "år"])
  static let otherWhen = Parameter.option("when", placeholder: "W", choices: ["later"])
  static let form = Parameter.operand("form", choices: ["csv", "json"])
  static let target = Parameter.operand("target", optional: true, completion: .file)
  static let output = Parameter.option("output", short: "o", placeholder: "F", completion: .file)
  static let script = Parameter.option(
    "completions", placeholder: "SHELL", choices: ["bash", "zsh", "fish"])
  static let complete = Parameter.option("complete", placeholder: "LIST")

  static let root = CommandSpec<Void>(
    "dugtest", summary: "Viser hva som venter.",
    discussion: "Ført én gang, talt mange.\n.Et punktum først, og en \\ midt i: «it's» - \"slik\".",
    parameters: [
      ParameterSpec(book, help: "Hvor boka er.", everywhere: true),
      ParameterSpec(language, help: "Språket: nb, nn\neller en.", everywhere: true),
    ],
    examples: [Example("--lang en", "På engelsk.")],
    subcommands: [
      CommandSpec(
        "timer", aliases: ["hours"], group: "Tid", summary: "Tid som er gitt.",
        discussion: "Et substantiv.",
        subcommands: [
          CommandSpec(
            "ny", aliases: ["add"], summary: "Før tid: én gang.",
            discussion: "'Tiden' står som den er.\n\nIngenting rundes av.",
            parameters: [
              ParameterSpec(activity, help: "Hvor."), ParameterSpec(persons, help: "Hvem mer."),
              ParameterSpec(person, help: "Hvem."),
              ParameterSpec(minutes, help: "Hvor lenge.", required: true),
              ParameterSpec(when, help: "Når."), ParameterSpec(output, help: "Hvor til."),
              ParameterSpec(quiet, help: "Si ingenting.", defaultText: "nei"),
            ],
            examples: [Example("timer ny 'Språkkafé i parken' -m 5", "Fem minutter.")],
            run: { _, _ in }),
          CommandSpec(
            "rett", aliases: ["correct"], summary: "Rett en føring.",
            parameters: [ParameterSpec(otherWhen, help: "Når.")], run: { _, _ in }),
        ]),
      CommandSpec(
        "påmelding", aliases: ["signup"], group: "Tid", summary: "Hvem som kommer.",
        run: { _, _ in }),
      CommandSpec(
        "eksport", aliases: ["export"], summary: "Skriv en fil.",
        parameters: [ParameterSpec(form, help: "Formen."), ParameterSpec(target, help: "Fila.")],
        run: { _, _ in }),
      CommandSpec(
        "help", aliases: ["hjelp"], summary: "Vis hjelp.",
        parameters: [
          ParameterSpec(script, help: "Skriv et skript for skallet."),
          ParameterSpec(complete, help: "Svar et skript.", hidden: true),
        ], run: { _, _ in }),
    ],
    run: { _, _ in })

  static let tool = ToolDescription(program: "dugtest", root: root)
}
