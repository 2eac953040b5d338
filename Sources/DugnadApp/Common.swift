// Parameters that mean the same in every command: declared once, with their help.

import CommandLineKit
import Domain
import Import
import Wording

/// Returns words in the language a command line is declared in.
struct Say {
  let language: Language
  func callAsFunction(nb: String, en: String) -> String { Phrase(nb: nb, en: en)(language) }
}

extension CommandSpec where Context == DugnadApp.Context {
  /// Declares a command under its name in the language of this run, which help and messages then use.
  /// The names in the other language are understood all the same.
  init(
    _ say: Say, _ name: String, _ norwegian: [String], group: String = "", summary: String,
    discussion: String = "", parameters: [ParameterSpec] = [], examples: [Example] = [],
    subcommands: [CommandSpec<Context>] = [],
    run: (@Sendable (Arguments, Context) throws -> Void)? = nil
  ) {
    let own = say.language == .en ? name : norwegian.first ?? name
    self.init(
      own, aliases: ([name] + norwegian).filter { $0 != own }, group: group, summary: summary,
      discussion: discussion, parameters: parameters, examples: examples, subcommands: subcommands,
      run: run)
  }
}

/// The shared parameters.
enum Common {
  static let ledger = Parameter<String>.option(
    "ledger", aliases: ["regnskap"], placeholder: "DIR", completion: .directory)
  static let language = Parameter<String>.option(
    "lang", aliases: ["språk"], placeholder: "nb|nn|en", choices: ["nb", "nn", "en"])
  static let json = Parameter<Bool>.flag("json")
  static let by = Parameter<String>.option(
    "by", aliases: ["av"], placeholder: "PERSON", completion: .query("persons"))
  static let once = Parameter<CommandID>.option("once", placeholder: "ID") {
    text throws(BadValue) in
    guard let id = CommandID(text) else { throw BadValue(expected: "command-id") }
    return id
  }
  static let dryRun = Parameter<Bool>.flag("dry-run", short: "n", aliases: ["prøv"])
  static let clockChecked = Parameter<Bool>.flag("clock-checked", aliases: ["klokka-stemmer"])
  static let yes = Parameter<Bool>.flag("yes", short: "y", aliases: ["ja"])
  static let knownOn = Parameter<SpelledMoment>.option(
    "as-known-on", aliases: ["slik-kjent"], placeholder: "DATE|TIME|LINE"
  ) { text throws(BadValue) in
    guard let moment = SpelledMoment(text) else { throw BadValue(expected: "moment") }
    return moment
  }
  static let format = Parameter<String>.option(
    "format", aliases: ["form"], placeholder: "FORM",
    choices: ["text", "markdown", "csv", "json", "html"])
  static let open = Parameter<Bool>.flag("open", aliases: ["åpne"])
  static let output = Parameter<String>.option(
    "output", short: "o", aliases: ["til-fil"], placeholder: "FILE", completion: .file)
  static let reason = Parameter<String>.option(
    "reason", aliases: ["grunn"], placeholder: "REASON", choices: Reason.allCases.map(\.rawValue))
  static let activity = Parameter<String>.option(
    "activity", short: "a", aliases: ["aktivitet"], placeholder: "CODE",
    completion: .query("activities"))
  static let person = Parameter<String>.option(
    "person", short: "p", placeholder: "PERSON", completion: .query("persons"))
  static let on = Values.period("on", aliases: ["dag", "den"])
  /// Hours of a closed year, beside its figures.
  static let late = Parameter<Bool>.flag("late", aliases: ["etter", "etterfør"])

  /// What every command takes.
  static func everywhere(_ say: Say) -> [ParameterSpec] {
    [
      ParameterSpec(
        ledger,
        help: say(
          nb:
            "mappen med regnskapet; ellers DUGNAD_LEDGER, ellers nærmeste mappe oppover med events/",
          en:
            "the ledger's folder; else DUGNAD_LEDGER, else the nearest folder upwards with events/"
        ), everywhere: true),
      ParameterSpec(
        language,
        help: say(
          nb: "språk: nb, nn eller en (ellers etter maskinens språk)",
          en: "language: nb, nn or en (else the machine's)"), everywhere: true),
      ParameterSpec(
        json, help: say(nb: "svar som JSON", en: "answer as JSON"), everywhere: true),
    ]
  }

  /// What every command that writes takes.
  static func writing(_ say: Say) -> [ParameterSpec] {
    [
      ParameterSpec(
        by,
        help: say(
          nb: "hvem som fører: id eller navn; ellers DUGNAD_BY, ellers den eneste koordinatoren",
          en: "who records: id or name; else DUGNAD_BY, else the only coordinator")),
      ParameterSpec(
        once,
        help: say(
          nb: "gjør kommandoen trygg å gjenta: samme id og innhold skrives bare én gang",
          en: "makes a retry safe: the same id and content is written only once")),
      ParameterSpec(
        dryRun,
        help: say(
          nb: "vis hva som ville bli skrevet og endret; skriv ingenting",
          en: "show what would be written and changed; write nothing")),
      ParameterSpec(
        clockChecked,
        help: say(
          nb: "klokka er sett på og stemmer, selv om regnskapet har hvilt i over 400 dager",
          en: "the clock was looked at and is right, though the ledger rested over 400 days")),
    ]
  }

  /// What every command takes that records hours in a year that may be closed.
  static func late(_ say: Say) -> ParameterSpec {
    ParameterSpec(
      late,
      help: say(
        nb: "timer fra et avsluttet år, kjent for sent: føres ved siden av årets sum",
        en: "hours of a closed year, known too late: recorded beside the year's sum"))
  }

  /// What every command that reads takes.
  static func reading(_ say: Say) -> [ParameterSpec] {
    [
      ParameterSpec(
        knownOn,
        help: say(
          nb:
            "slik det var kjent da: en dato (til dagens slutt), et tidspunkt i UTC, en linje, eller nå "
            + "(også om et avsluttet år)",
          en:
            "as it was known then: a date (to the end of that day), a time in UTC, a line, or now "
            + "(also of a closed year)"))
    ]
  }

  /// What every report takes.
  static func printing(_ say: Say) -> [ParameterSpec] {
    [
      ParameterSpec(
        format,
        help: say(
          nb: "form: text, markdown, csv, json eller html",
          en: "form: text, markdown, csv, json or html"),
        defaultText: "text"),
      ParameterSpec(
        output,
        help: say(nb: "skriv til en fil i stedet", en: "write to a file instead")),
      ParameterSpec(
        open,
        help: say(
          nb: "vis i nettleseren: skriver HTML, til en midlertidig fil uten -o",
          en: "show it in the browser: writes HTML, to a temporary file without -o")),
    ]
  }
}

/// A point in what the ledger has known: now, a date, a moment, or a line.
enum SpelledMoment: Hashable, Sendable {
  case now
  case day(SpelledDay)
  case instant(Instant)
  case line(Int)

  init?(_ text: String) {
    if ["now", "nå", "no"].contains(searchKey(text)) || text == "nå" {
      self = .now
    } else if let line = LineNumber.parse(text) {
      self = .line(line)
    } else if let instant = Instant(text: text) {
      self = .instant(instant)
    } else if let day = SpelledDay(text) {
      self = .day(day)
    } else {
      return nil
    }
  }
}
