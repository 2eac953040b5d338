// help, completions, man: what the tool can tell about itself. The kit answers `help WORDS`; here stand
// the options that make other things of the same declarations.

import CommandLineKit
import Domain
import Register
import Reports
import Wording

/// `dugnad help`. It keeps its English name in every language, as the scripts of shells ask for it.
enum HelpCommand {
  static let completions = Parameter<String>.option(
    "completions", aliases: ["fullføring"], placeholder: "SHELL",
    choices: Shell.allCases.map(\.rawValue))
  static let manual = Parameter<Bool>.flag("man", aliases: ["manual"])
  static let schema = Parameter<String>.option(
    "schema", aliases: ["skjema"], placeholder: "NAME",
    choices: ReportSchema.allCases.map(\.rawValue))
  static let complete = Parameter<String>.option("complete", placeholder: "LIST")

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      "help", aliases: ["hjelp"], group: say(nb: "Regnskapet", en: "The ledger"),
      summary: say(nb: "hjelp til en kommando", en: "help for a command"),
      parameters: [
        ParameterSpec(
          completions,
          help: say(
            nb: "skriv ut skriptet som lar skallet fullføre ord: bash, zsh eller fish",
            en: "print the script by which a shell completes words: bash, zsh or fish")),
        ParameterSpec(
          manual, help: say(nb: "skriv ut manualsiden", en: "print the manual page")),
        ParameterSpec(
          schema,
          help: say(
            nb: "skriv ut skjemaet for JSON fra rapporter (report) eller statistikk (stats)",
            en: "print the schema of the JSON of reports (report) or of statistics (stats)")),
        ParameterSpec(
          complete, help: say(nb: "ord å fullføre med", en: "words to complete with"),
          hidden: true),
      ]
    ) { arguments, context in
      if let list = arguments[complete] { return Candidates.print(list, context) }
      if let shell = arguments[completions].flatMap(Shell.init) { context.printScript(for: shell) }
      if let schema = arguments[schema].flatMap(ReportSchema.init) {
        context.console.out(schema.text)
      }
      if arguments[manual] { context.printManual() }
    }
  }
}

/// `dugnad completions`.
enum CompletionsCommand {
  static let shell = Parameter<String>.operand("shell", choices: Shell.allCases.map(\.rawValue))

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "completions", [], group: say(nb: "Regnskapet", en: "The ledger"),
      summary: say(
        nb: "skriptet som lar skallet fullføre ord",
        en: "the script by which a shell completes words"),
      discussion: say(
        nb: "bash: source <(dugnad completions bash) i ~/.bashrc. zsh: det samme i ~/.zshrc, etter "
          + "compinit. fish: dugnad completions fish > ~/.config/fish/completions/dugnad.fish",
        en:
          "bash: source <(dugnad completions bash) in ~/.bashrc. zsh: the same in ~/.zshrc, after "
          + "compinit. fish: dugnad completions fish > ~/.config/fish/completions/dugnad.fish"),
      parameters: [
        ParameterSpec(
          shell, help: say(nb: "skallet", en: "the shell"),
          placeholder: say(nb: "SKALL", en: "SHELL"))
      ]
    ) { arguments, context in
      if let shell = arguments[shell].flatMap(Shell.init) { context.printScript(for: shell) }
    }
  }
}

/// `dugnad man`.
enum ManCommand {
  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "man", [], group: say(nb: "Regnskapet", en: "The ledger"),
      summary: say(nb: "manualsiden", en: "the manual page"),
      discussion: say(
        nb: "Les den: dugnad man > dugnad.1; man ./dugnad.1",
        en: "To read it: dugnad man > dugnad.1; man ./dugnad.1")
    ) { _, context in context.printManual() }
  }
}

extension Context {
  private var description: ToolDescription {
    ToolDescription(
      program: Commands.program, root: Commands.root(Say(language: language)))
  }

  private var words: KitWords { language == .en ? .en : .nb }

  fileprivate func printScript(for shell: Shell) {
    console.out(description.completionScript(for: shell, words: words))
  }

  fileprivate func printManual() {
    console.out(
      description.manualPage(
        words: words, titles: language == .en ? .en : .nb, version: Commands.edition,
        date: Commands.versionDay, sections: ManualSections.all(language)))
  }
}

/// What a shell may complete a word with: one candidate a line, then a tab and what it is.
private enum Candidates {
  /// Prints a list; nothing where there is no ledger or no such list, since a shell is no place for
  /// messages.
  static func print(_ list: String, _ context: Context) {
    if list == "exports" {
      for kind in ExportKind.allCases { context.print(kind.word(context.language)) }
      return
    }
    guard let view = try? context.view() else { return }
    for (text, meaning) in candidates(list, view) {
      context.print(meaning.isEmpty ? text : text + "\t" + meaning)
    }
  }

  private static func candidates(_ list: String, _ view: LedgerView) -> [(String, String)] {
    let state = view.state
    switch list {
    case "persons":
      let persons = state.persons.keys.sorted()
      let named = persons.compactMap { id in
        view.open.register.profile(of: id).map { (id: id.text, name: $0.name) }
      }
      // Names first: that is what people type.
      return named.map { ($0.name, $0.id) }
        + persons.map { id in
          (id.text, view.open.register.profile(of: id)?.name ?? "")
        }
    case "activities":
      return state.activities.values.sorted { $0.seq < $1.seq }
        .map { ($0.details.code.text, $0.details.name) }
    case "shifts":
      // The newest are the likeliest.
      return state.shifts.values.sorted { $0.id > $1.id }.map { shift in
        let plan = shift.plan
        return (
          shift.id.text,
          "\(shift.activity.text) \(plan.on.text) \(plan.start.text)–\(plan.end.text)"
        )
      }
    case "years":
      let years = Set(state.entries.values.map(\.content.on.year))
      return years.union(state.closings.keys).union(state.years.keys).sorted(by: >)
        .map { ("\($0)", "") }
    default: return []
    }
  }
}
