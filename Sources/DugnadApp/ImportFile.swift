// From a word on the command line to a sheet: the bytes of a file, of a paste, or of a workbook.
// Everything here is bounded, and happens before the ledger is touched.

import CommandLineKit
import Domain
import Files
import Import
import Integrity
import Wording

/// A file that was read, before anything is looked up in a ledger.
struct ImportedFile {
  /// The file's name without folders; nil for a paste.
  let name: String?
  /// SHA-256 of its bytes, 64 hex digits.
  let digest: String
  let sheet: Sheet
  /// The name of the sheet that was read, if the workbook has several.
  let sheetName: String?

  /// What the file is called in messages.
  func title(_ language: Language) -> String {
    name ?? Phrase(nb: "innlimingen", nn: "innliminga", en: "the paste")(language)
  }
}

extension Context {
  /// Reads the file named on the command line, or standard input for `-`.
  func readImported(_ typed: String) throws -> ImportedFile {
    typed == "-" ? try readPaste() : try readFile(typed)
  }

  private func readPaste() throws -> ImportedFile {
    if console.inputIsTerminal {
      tell(
        say(
          nb:
            "Lim inn fra Excel (merk cellene, Ctrl-C, og lim inn her). Avslutt med Enter og Ctrl-D.",
          en:
            "Paste from Excel (mark the cells, Ctrl-C, and paste here). End with Enter and Ctrl-D.")
      )
    }
    guard let bytes = console.readInput(Sheet.bytesMax) else {
      throw Failure(
        "input-failed",
        Phrase(nb: "Innlimingen kunne ikke leses.", en: "the paste could not be read"))
    }
    if FileKind.of(bytes) == .zip {
      throw Failure(
        "workbook-pasted",
        Phrase(
          nb: "En arbeidsbok (.xlsx) kan ikke leses fra standard inn.",
          en: "a workbook (.xlsx) cannot be read from standard input"),
        hints: [Phrase(nb: "si hva filen heter", en: "say the name of the file")])
    }
    return ImportedFile(
      name: nil, digest: SHA256.hash(bytes).hex, sheet: try delimited(bytes, nil), sheetName: nil)
  }

  private func readFile(_ typed: String) throws -> ImportedFile {
    let path = absolute(typed)
    let bytes = try bytes(of: path)
    let name = Path.name(of: path)
    let digest = SHA256.hash(bytes).hex
    if FileKind.of(bytes) == .zip {
      let (sheet, sheetName) = try readWorkbook(path)
      return ImportedFile(name: name, digest: digest, sheet: sheet, sheetName: sheetName)
    }
    if arguments.has(ImportCommand.sheet) {
      throw Failure.usage(
        "no-sheets", nb: "--ark gjelder arbeidsbøker (.xlsx); denne filen er tekst.",
        en: "--sheet is for workbooks (.xlsx); this file is text")
    }
    return ImportedFile(
      name: name, digest: digest, sheet: try delimited(bytes, path), sheetName: nil)
  }

  private func bytes(of path: String) throws -> [UInt8] {
    let bytes: [UInt8]?
    do throws(FilesError) {
      let file = try File.open(path, .read, system: world.calls)
      bytes = try file.status().size > Sheet.bytesMax ? nil : file.readAll()
    } catch {
      throw Failure.unreadable(error, path)
    }
    guard let bytes else { throw Failure.sheet(.tooManyBytes(max: Sheet.bytesMax), path) }
    // The log and the register are files too, and somebody will try.
    if bytes.first == UInt8(ascii: "{") { throw Failure.isJSON(path) }
    return bytes
  }

  private func delimited(_ bytes: [UInt8], _ path: String?) throws -> Sheet {
    do throws(SheetFault) {
      return try Sheet(delimited: bytes)
    } catch {
      throw Failure.sheet(error, path)
    }
  }
}
