// import: a spreadsheet becomes one transaction, or nothing does.

import CommandLineKit
import Domain
import Import

/// `dugnad import`.
enum ImportCommand {
  static let file = Parameter<String>.operand("file", optional: true, completion: .file)
  static let kind = sheetKind("kind", aliases: ["slag"])
  static let map = Parameter<ColumnChoice>.option(
    "map", aliases: ["kolonne"], placeholder: "COLUMN=FIELD", repeats: true
  ) { text throws(BadValue) in
    guard let choice = ColumnChoice(text) else { throw BadValue(expected: "column-choice") }
    return choice
  }
  static let source = Parameter<String>.option("source", aliases: ["kilde"], placeholder: "NAME")
  static let sheet = Parameter<String>.option("sheet", aliases: ["ark"], placeholder: "NAME")
  static let year = Parameter<Int>.option("year", aliases: ["år"], placeholder: "YEAR") {
    text throws(BadValue) in
    guard text.utf8.count == 4, let year = LineNumber.parse(text), Day.years.contains(year)
    else { throw BadValue(expected: "year") }
    return year
  }
  static let distinct = Values.count("distinct", aliases: ["ulike"])
  static let new = Parameter<Bool>.flag("new", aliases: ["nye"])
  static let all = Parameter<Bool>.flag("all", aliases: ["alle"])
  static let update = Parameter<Bool>.flag("update", aliases: ["oppdater"])
  static let addPersons = Parameter<Bool>.flag("add-persons", aliases: ["nye-personer"])
  static let addActivities = Parameter<Bool>.flag("add-activities", aliases: ["nye-aktiviteter"])
  static let template = sheetKind("template", aliases: ["mal"])

  private static func sheetKind(_ name: String, aliases: [String]) -> Parameter<SheetKind> {
    .option(name, aliases: aliases, placeholder: "KIND") { text throws(BadValue) in
      guard let kind = SheetKind(word: text) else { throw BadValue(expected: "sheet-kind") }
      return kind
    }
  }

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "import", ["importer"], group: say(nb: "Daglig", en: "Everyday"),
      summary: say(
        nb: "ta inn et regneark: timer, påmeldinger, personer, aktiviteter, vakter",
        en: "take in a spreadsheet: hours, sign-ups, persons, activities, shifts"),
      discussion: say(
        nb: "Tar CSV fra Excel slik den er (;, desimalkomma, æøå), .xlsx, og en innliming (-). "
          + "Kolonnene kjennes på overskriften. Er noe galt, listes alt med linje og kolonne, og "
          + "ingenting føres. Samme fil en gang til gjør ingenting; har den vokst, sier den hva som "
          + "er nytt. Alt kan angres: dugnad angre i731.",
        en:
          "Takes CSV from Excel as it is (;, decimal comma, æøå), .xlsx, and a paste (-). Columns "
          + "are known by their headers. If something is wrong, all of it is listed with line and "
          + "column, and nothing is recorded. The same file again does nothing; if it has grown, it "
          + "says what is new. All of it can be undone: dugnad undo i731."),
      parameters: parameters(say) + Common.writing(say), examples: examples(say), run: run)
  }

  private static func parameters(_ say: Say) -> [ParameterSpec] {
    [
      ParameterSpec(
        file,
        help: say(
          nb: "filen; - leser det som limes inn fra Excel",
          en: "the file; - reads what is pasted from Excel"),
        placeholder: say(nb: "FIL", en: "FILE")),
      ParameterSpec(
        kind,
        help: say(
          nb: "hva radene er, når overskriften ikke sier det: timer, påmeldinger, personer, "
            + "aktiviteter, vakter, tabell",
          en:
            "what the rows are, when the header does not say: hours, signups, persons, activities, "
            + "shifts, table")),
      ParameterSpec(
        map,
        help: say(
          nb: "hva en kolonne er: Hvem=person, C=timer; F=- leses ikke",
          en: "what a column is: Who=person, C=hours; F=- is not read")),
      ParameterSpec(
        source,
        help: say(
          nb: "hva listen heter, også når filen skifter navn; ellers filens navn",
          en: "what the list is called, also when its file is renamed; else the file's name")),
      ParameterSpec(
        sheet, help: say(nb: "arket i en arbeidsbok", en: "the sheet of a workbook")),
      ParameterSpec(
        year,
        help: say(nb: "året til en trykt tabell", en: "the year of a printed table")),
      ParameterSpec(
        distinct,
        help: say(
          nb: "ulike frivillige i en trykt tabell; ellers det sumraden sier",
          en: "distinct volunteers of a printed table; else what the sum row says")),
      ParameterSpec(
        new,
        help: say(
          nb: "ta inn bare det som ikke er der", en: "take in only what is not there")),
      ParameterSpec(
        update,
        help: say(
          nb: "ta inn det nye, rett det som er endret, og ta tilbake det som er borte",
          en: "take in what is new, correct what changed and take back what is gone")),
      ParameterSpec(
        all,
        help: say(
          nb: "ta inn alle rader, også dem som ser ut til å være der",
          en: "take in every row, also those that seem to be there")),
      ParameterSpec(
        addPersons,
        help: say(nb: "legg til personene som er ukjente", en: "add the persons that are unknown")),
      ParameterSpec(
        addActivities,
        help: say(
          nb: "legg til aktivitetene som er ukjente", en: "add the activities that are unknown")),
      ParameterSpec(
        Common.late,
        help: say(
          nb: "rader i avsluttede år føres ved siden av (etterføres)",
          en: "rows of closed years are recorded beside them, as late")),
      ParameterSpec(
        Hours.known,
        help: say(
          nb: "hvordan tallene er kjent: recorded (ført), estimated (anslått), summary (summert)",
          en: "how the figures are known: recorded, estimated or summary")),
      ParameterSpec(
        template,
        help: say(
          nb: "skriv et tomt ark for timer, personer …; ingen FIL",
          en: "write an empty sheet for hours, persons …; no FILE")),
      ParameterSpec(Common.yes, help: say(nb: "ikke spør", en: "do not ask")),
      ParameterSpec(
        Common.output, help: say(nb: "skriv malen til en fil", en: "write the template to a file")),
    ]
  }

  private static func examples(_ say: Say) -> [Example] {
    [
      Example(
        say(nb: "importer timeliste.csv --prøv", en: "import hours.csv --dry-run"),
        say(nb: "vis hva som ville bli ført", en: "show what would be recorded")),
      Example(
        say(nb: "importer timeliste.csv --nye", en: "import hours.csv --new"),
        say(nb: "filen har vokst: bare de nye radene", en: "the file has grown: only the new rows")),
      Example(
        say(
          nb: "importer tabell-2019.csv --år 2019 --nye-aktiviteter",
          en: "import table-2019.csv --year 2019 --add-activities"),
        say(nb: "et tidligere år fra årsrapporten", en: "an earlier year from its annual report")),
      Example(
        say(nb: "importer --mal timer -o timer.csv", en: "import --template hours -o hours.csv"),
        say(nb: "et tomt ark å fylle ut", en: "an empty sheet to fill in")),
    ]
  }

  private static func run(_ arguments: Arguments, _ context: Context) throws {
    if let kind = arguments[template] {
      guard !arguments.has(file) else {
        throw Failure.usage(
          "template-alone", nb: "--mal skriver et tomt ark; da leses ingen fil.",
          en: "--template writes an empty sheet; no file is read then")
      }
      return try context.writeTemplate(kind)
    }
    guard let name = arguments[file] else {
      throw Failure.usage(
        "no-file", nb: "Si hvilken fil, eller - for å lime inn.",
        en: "say which file, or - to paste")
    }
    if [new, all, update].count(where: { arguments[$0] }) > 1 {
      throw Failure.usage(
        "one-way", nb: "Si bare én av --nye, --oppdater og --alle.",
        en: "say only one of --new, --update and --all")
    }
    try context.importFile(name)
  }
}
