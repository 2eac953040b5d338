// What was expected of the bytes of a line, and why a file was not to be had.

import EventFormat
import Files
import Wording

extension FindingWords {
  /// Returns what was expected of the bytes of a line.
  static func format(_ error: FormatError) -> Phrase {
    let key = error.key.map { " «\($0)»" } ?? ""
    let what = kind(error.kind)
    let enKey = error.key.map { " at '\($0)'" } ?? ""
    return Phrase(nb: "\(what.nb)\(key.isEmpty ? "" : " ved\(key)")", en: what.en + enKey)
  }

  private static func kind(_ kind: FormatError.Kind) -> Phrase {
    switch kind {
    case .lineTooLong(let bytes):
      Phrase(nb: "linjen er for lang (\(bytes) byte)", en: "the line is too long (\(bytes) bytes)")
    case .afterEnd: Phrase(nb: "noe står etter slutten", en: "something stands after the end")
    case .punctuation: Phrase(nb: "ventet en annen skrivemåte", en: "expected another spelling")
    case .typeUnknown: Phrase(nb: "ukjent type eller versjon", en: "unknown type or version")
    case .number: Phrase(nb: "ventet et helt tall", en: "expected a whole number")
    case .numberOutside(let range):
      Phrase(
        nb: "ventet et tall fra \(range.lowerBound) til \(range.upperBound)",
        en: "expected a number from \(range.lowerBound) to \(range.upperBound)")
    case .text(let fault): text(fault)
    case .repeatedText: Phrase(nb: "en tekst står to ganger", en: "a text stands twice")
    case .boolean: Phrase(nb: "ventet true eller false", en: "expected true or false")
    case .word:
      Phrase(nb: "ventet et av ordene i formatet", en: "expected one of the format's words")
    case .id: Phrase(nb: "ventet en id", en: "expected an id")
    case .code: Phrase(nb: "ventet en aktivitetskode", en: "expected the code of an activity")
    case .command: Phrase(nb: "ventet en kommando-id", en: "expected a command id")
    case .origin: Phrase(nb: "ventet et opphav", en: "expected an origin")
    case .day: Phrase(nb: "ventet en dag", en: "expected a day")
    case .clock: Phrase(nb: "ventet et klokkeslett", en: "expected a time of day")
    case .moment: Phrase(nb: "ventet et tidspunkt", en: "expected a moment")
    case .period: Phrase(nb: "ventet en periode", en: "expected a period")
    case .age:
      Phrase(
        nb: "ventet en aldersgruppe, for eksempel 0-12",
        en: "expected an age band, for example 0-12")
    case .organisation:
      Phrase(nb: "ventet et organisasjonsnummer (ni sifre)", en: "expected nine digits")
    case .hexDigits: Phrase(nb: "ventet heksadesimale sifre", en: "expected hex digits")
    case .ranges: Phrase(nb: "ventet stigende linjeområder", en: "expected rising ranges of lines")
    }
  }

  private static func text(_ fault: FormatError.TextFault) -> Phrase {
    switch fault {
    case .notUTF8: Phrase(nb: "teksten er ikke UTF-8", en: "the text is not UTF-8")
    case .escape:
      Phrase(nb: "tegnet skulle stått som seg selv", en: "the character should stand as itself")
    case .controlCharacter:
      Phrase(nb: "et styretegn i teksten", en: "a control character in the text")
    case .spaceAtEnd:
      Phrase(nb: "mellomrom i enden av teksten", en: "a space at an end of the text")
    case .empty: Phrase(nb: "teksten er tom", en: "the text is empty")
    case .notComposed:
      Phrase(nb: "teksten er ikke på normalform C", en: "the text is not in normal form C")
    case .endless: Phrase(nb: "teksten slutter ikke", en: "the text does not end")
    case .tooLong(let bytesMax):
      Phrase(nb: "teksten er over \(bytesMax) byte", en: "the text is over \(bytesMax) bytes")
    }
  }

  /// Returns why a file was not to be had.
  static func cause(_ error: FilesError) -> Phrase {
    switch error {
    case .system(let error):
      switch error.code {
      case SystemError.noSpace, SystemError.quotaExceeded:
        return Phrase(nb: "disken er full", en: "the disk is full")
      case SystemError.readOnlyFileSystem:
        return Phrase(nb: "disken kan bare leses", en: "the disk is read-only")
      case SystemError.permissionDenied:
        return Phrase(
          nb: "du har ikke lov til det (\(error.path))",
          en: "you are not allowed to (\(error.path))")
      case SystemError.alreadyExists:
        return Phrase(
          nb: "noe annet ligger der (\(error.path))", en: "something else is there (\(error.path))")
      case SystemError.notFound:
        return Phrase(
          nb: "den finnes ikke (\(error.path))", en: "there is no such file (\(error.path))")
      default:
        return Phrase(
          nb: "\(error.call.rawValue) svarte «\(error.message)»",
          en: "\(error.call.rawValue): \(error.message)")
      }
    case .notRegularFile(let path, let found):
      return Phrase(
        nb: "\(path) er ikke en vanlig fil (\(found.rawValue))",
        en: "\(path) is not a regular file (\(found.rawValue))")
    case .busy: return Phrase(nb: "noen andre bruker den", en: "somebody else uses it")
    }
  }
}
