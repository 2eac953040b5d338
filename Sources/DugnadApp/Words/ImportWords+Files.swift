// Why a file could not be read as a sheet, and how to save it so that it can.

import Files
import Import
import Wording

extension Failure {
  /// How to make a file that every spreadsheet program can write and we can read.
  private static let saveAsCSV = Phrase(
    nb: "lagre den som CSV: Fil → Lagre som → CSV UTF-8 (kommadelt)",
    nn: "lagre henne som CSV: Fil → Lagre som → CSV UTF-8 (kommadelt)",
    en: "save it as CSV: File → Save As → CSV UTF-8 (comma delimited)")

  /// A file that could not be opened or read.
  static func unreadable(_ error: FilesError, _ path: String) -> Failure {
    let message: Phrase
    switch error {
    case .system(let error) where error.code == SystemError.notFound:
      message = Phrase(nb: "Filen finnes ikke.", en: "there is no such file")
    case .notRegularFile(_, .directory):
      message = Phrase(nb: "Det er en mappe, ikke en fil.", en: "that is a folder, not a file")
    case .notRegularFile(_, .symlink):
      message = Phrase(
        nb: "Det er en lenke; si filen den fører til.",
        en: "that is a link; say the file it leads to")
    case .notRegularFile(_, .fifo), .notRegularFile(_, .other), .notRegularFile(_, .socket):
      message = Phrase(
        nb: "Det er ikke en vanlig fil; bruk - for å lese standard inn.",
        en: "that is no regular file; use - to read standard input")
    default:
      let cause = FindingWords.cause(error)
      message = Phrase(
        nb: "Filen kunne ikke leses: \(cause.nb).", en: "the file could not be read: \(cause.en)")
    }
    return Failure("no-file", place: path, message)
  }

  /// A ledger's own files are no sheets.
  static func isJSON(_ path: String) -> Failure {
    Failure(
      "not-a-sheet", place: path,
      Phrase(
        nb: "Det er JSON, slik regnskapet selv skriver, og ikke et regneark.",
        en: "that is JSON, as the ledger itself writes it, and not a spreadsheet"))
  }

  /// Text that could not be taken apart into rows.
  static func sheet(_ fault: SheetFault, _ path: String?) -> Failure {
    func failure(_ nb: String, _ en: String, _ hints: [Phrase] = [], at place: String? = nil)
      -> Failure
    {
      let whole = path.map { $0 + (place.map { ":" + $0 } ?? "") } ?? place
      return Failure("unreadable-sheet", place: whole, Phrase(nb: nb, en: en), hints: hints)
    }
    switch fault {
    case .empty: return failure("Det står ingenting der.", "there is nothing in it")
    case .notText(let kind): return notText(kind, path)
    case .badByte(let byte, let line, let column):
      return failure(
        "Byten \(byte) er verken UTF-8 eller Windows-1252.",
        "byte \(byte) is neither UTF-8 nor Windows-1252", [saveAsCSV], at: "\(line):\(column)")
    case .badCharacter(let line, let column):
      return failure(
        "Et tegn er ødelagt.", "a character is broken", [saveAsCSV], at: "\(line):\(column)")
    case .strayQuote(let line, let column):
      return failure(
        "Et anførselstegn står midt i en celle.", "a quotation mark stands inside a cell",
        [
          Phrase(
            nb: "fjern tegnet, eller skriv cellen i anførselstegn med tegnet dobbelt",
            en: "remove the mark, or quote the cell and double the mark")
        ], at: "\(line):\(column)")
    case .openQuote(let line, let column):
      return failure(
        "Et anførselstegn som begynner en celle, har ingen slutt.",
        "a quotation mark that begins a cell is never closed", at: "\(line):\(column)")
    case .tooManyBytes(let max):
      return failure(
        "Filen er for stor; høyst \(max >> 20) MB leses.",
        "the file is too large; at most \(max >> 20) MB are read", [splitFile])
    case .tooManyRows(let max):
      return failure(
        "Filen har for mange rader; høyst \(max) leses.",
        "the file has too many rows; at most \(max) are read", [splitFile])
    case .tooManyColumns(let line, let max):
      return failure(
        "Raden har mer enn \(max) kolonner.", "the row has more than \(max) columns",
        at: "\(line)")
    case .tooManyCells(let max):
      return failure(
        "Filen har for mange celler; høyst \(max) leses.",
        "the file has too many cells; at most \(max) are read", [splitFile])
    case .cellTooLong(let line, let column, let max):
      return failure(
        "Cellen har mer enn \(max) byte.", "the cell has more than \(max) bytes",
        at: "\(line):\(column)")
    }
  }

  private static let splitFile = Phrase(
    nb: "del den i flere, for eksempel én for hvert år",
    en: "split it into several, such as one a year")

  private static func notText(_ kind: FileKind, _ path: String?) -> Failure {
    let what: Phrase
    var hint = saveAsCSV
    switch kind {
    case .zip: what = Phrase(nb: "et zip-arkiv", en: "a zip archive")
    case .pdf:
      what = Phrase(nb: "en PDF", en: "a PDF")
      hint = Phrase(
        nb:
          "merk tabellen, kopier den, lim den inn i Excel og lagre som CSV; eller lim inn her med -",
        en: "mark the table, copy it, paste it into Excel and save as CSV; or paste it here with -")
    case .oldExcel:
      what = Phrase(
        nb: "en gammel Office-fil (.xls, .doc), eller en arbeidsbok med passord",
        en: "an old Office file (.xls, .doc), or a workbook with a password")
    case .picture:
      what = Phrase(nb: "et bilde", en: "a picture")
      hint = Phrase(nb: "skriv tallene inn i et regneark", en: "type the figures into a sheet")
    case .binary: what = Phrase(nb: "ikke tekst", en: "no text")
    }
    return Failure(
      "not-a-sheet", place: path,
      Phrase(
        nb: "Filen kan ikke leses som regneark: det er \(what.nb).",
        en: "the file cannot be read as a sheet: it is \(what.en)"), hints: [hint])
  }

  // MARK: - Workbooks

  static func noUnzip(_ path: String) -> Failure {
    Failure(
      "no-unzip", place: path,
      Phrase(
        nb: "Arbeidsbøker (.xlsx) leses med systemets unzip, og den finnes ikke her.",
        en: "workbooks (.xlsx) are read with the system's unzip, which is not here"),
      hints: [saveAsCSV])
  }

  static func patternInName(_ path: String) -> Failure {
    Failure(
      "bad-file-name", place: path,
      Phrase(
        nb: "En arbeidsbok kan ikke ha * ? [ ] eller \\ i navnet eller mappen.",
        en: "a workbook cannot have * ? [ ] or \\ in its name or folder"),
      hints: [Phrase(nb: "gi filen et annet navn", en: "rename the file")])
  }

  static func encrypted(_ path: String) -> Failure {
    Failure(
      "encrypted", place: path,
      Phrase(nb: "Arkivet har passord.", en: "the archive has a password"), hints: [saveAsCSV])
  }

  static func brokenArchive(_ path: String) -> Failure {
    Failure(
      "broken-workbook", place: path,
      Phrase(
        nb: "Arbeidsboken er ødelagt; unzip får den ikke opp.",
        en: "the workbook is damaged; unzip cannot open it"), hints: [saveAsCSV])
  }

  /// XML that is no sheet.
  static func workbook(_ fault: XlsxFault, _ path: String) -> Failure {
    let message: Phrase
    switch fault {
    case .missingPart(let part) where part.hasSuffix("workbook.xml") || part.hasSuffix(".rels"):
      return Failure(
        "not-a-sheet", place: path,
        Phrase(
          nb: "Det er et arkiv, men ikke en Excel-arbeidsbok (.xlsx).",
          en: "that is an archive, but not an Excel workbook (.xlsx)"), hints: [saveAsCSV])
    case .missingPart(let part):
      message = Phrase(nb: "Arbeidsboken mangler \(part).", en: "the workbook lacks \(part)")
    case .badXML(let part, let byte):
      message = Phrase(
        nb: "\(part) i arbeidsboken kan ikke leses (byte \(byte)).",
        en: "\(part) of the workbook cannot be read (byte \(byte))")
    case .doctype(let part):
      message = Phrase(
        nb: "\(part) har en dokumenttype, og det har ingen ekte arbeidsbok.",
        en: "\(part) declares a document type, which no true workbook does")
    case .badReference(let part, let cell):
      message = Phrase(
        nb: "Celle \(cell) i \(part) viser til noe som ikke finnes.",
        en: "cell \(cell) of \(part) refers to something that is not there")
    case .tooLarge(let part, let max):
      message = Phrase(
        nb: "\(part) er for stor; høyst \(max >> 20) MB leses.",
        en: "\(part) is too large; at most \(max >> 20) MB are read")
    case .tooManyRows(let max):
      message = Phrase(
        nb: "Arket har for mange rader; høyst \(max) leses.",
        en: "the sheet has too many rows; at most \(max) are read")
    case .tooManyColumns(let row, let max):
      message = Phrase(
        nb: "Rad \(row) har mer enn \(max) kolonner.", en: "row \(row) has more than \(max) columns"
      )
    case .tooManyCells(let max):
      message = Phrase(
        nb: "Arket har for mange celler; høyst \(max) leses.",
        en: "the sheet has too many cells; at most \(max) are read")
    case .cellTooLong(let cell, let max):
      message = Phrase(
        nb: "Celle \(cell) har mer enn \(max) byte.", en: "cell \(cell) has more than \(max) bytes")
    case .noSheets:
      message = Phrase(nb: "Arbeidsboken har ingen ark med celler.", en: "no sheet has cells")
    case .empty(let sheet):
      message = Phrase(
        nb: "Det står ingenting i arket «\(sheet)».", en: "there is nothing in the sheet '\(sheet)'"
      )
    }
    return Failure("unreadable-sheet", place: path, message, hints: [saveAsCSV])
  }
}
