// What audit found, in words: what it is, and what to do.

import Domain
import EventFormat
import EventStore
import Files
import Integrity
import Wording

/// Sentences about findings.
enum FindingWords {
  /// Returns what a kind of finding means, for `audit --list-checks`.
  static func meaning(_ id: FindingID) -> Phrase {
    switch id {
    case .lineDamaged:
      Phrase(nb: "bytene er ikke en linje i formatet", en: "the bytes are not a line of the format")
    case .typeUnknown:
      Phrase(
        nb: "en hendelse av ukjent type eller versjon", en: "an event of unknown type or version")
    case .numberWrong:
      Phrase(nb: "linjenummeret er ikke det neste", en: "the line's number is not the next one")
    case .chainBroken:
      Phrase(
        nb: "hash stemmer ikke med linjen og linjen over",
        en: "hash does not match the line and the line above")
    case .timeBackwards:
      Phrase(nb: "tidspunktet er før linjen over", en: "the time is before that of the line above")
    case .transactionBroken:
      Phrase(
        nb: "linjen passer ikke i transaksjonen sin", en: "the line does not fit its transaction")
    case .segmentWrong:
      Phrase(
        nb: "linjen står i filen for et annet år", en: "the line stands in the file of another year"
      )
    case .openingWrong:
      Phrase(
        nb: "linje 1, og bare den, åpner regnskapet", en: "line 1, and no other, opens the ledger")
    case .eventIllegal:
      Phrase(
        nb: "hendelsen var ikke tillatt da den ble ført",
        en: "the event was not allowed when it was recorded")
    case .closingDiffers:
      Phrase(
        nb: "et år er avsluttet med andre tall enn linjene gir",
        en: "a year was closed with other figures than the lines give")
    case .tailUnfinished:
      Phrase(
        nb: "en skriving som ikke ble fullført; den teller ikke",
        en: "a write that was not finished; it does not count")
    case .newlineMissing:
      Phrase(nb: "en hel linje uten linjeskift", en: "a whole line without its newline")
    case .fileStray:
      Phrase(
        nb: "en fil i events/ som ikke hører til", en: "a file in events/ that does not belong")
    case .writeStopped:
      Phrase(
        nb: "events/DAMAGED finnes: ingenting kan føres",
        en: "events/DAMAGED is there: nothing can be recorded")
    case .registerDiffers:
      Phrase(
        nb: "registeret sier noe annet om en person enn det loggen er ført for",
        en: "the register says something else of a person than the log was recorded for")
    case .registerBeyondLog:
      Phrase(
        nb: "registeret kjenner personer etter loggens slutt: loggen har vært lengre",
        en: "the register knows persons beyond the end of the log: the log has been longer")
    case .registerUnreadable:
      Phrase(nb: "registeret kan ikke leses", en: "the register cannot be read")
    case .registerLacks:
      Phrase(
        nb: "registeret mangler personer eller ord som loggen er ført for",
        en: "the register lacks persons or words that the log was recorded for")
    case .tornKept:
      Phrase(
        nb: "rester av en skriving som ble lagt til side",
        en: "the rest of a write that was set aside")
    case .headSame:
      Phrase(
        nb: "hodet som noen har tatt vare på, er loggens hode nå",
        en: "the head that somebody kept is that of the log now")
    case .headExtends:
      Phrase(
        nb: "loggen går videre fra hodet som noen har tatt vare på",
        en: "the log goes on from the head that somebody kept")
    case .headCut:
      Phrase(
        nb: "loggen slutter før hodet som noen har tatt vare på: slutten er kuttet av",
        en: "the log ends before the head that somebody kept: its end was cut off")
    case .headRewritten:
      Phrase(
        nb: "loggen er skrevet om siden noen tok vare på hodet",
        en: "the log was rewritten since somebody kept the head")
    case .headForeign:
      Phrase(nb: "et hode for et annet regnskap", en: "a head of another ledger")
    case .headUnreadable:
      Phrase(
        nb: "her er det ikke noe hode å holde mot loggen",
        en: "there is no head here to hold against the log")
    }
  }

  /// Returns what to do about a kind of finding.
  static func remedy(_ id: FindingID) -> Phrase {
    switch id {
    case .lineDamaged, .numberWrong, .chainBroken, .timeBackwards, .transactionBroken,
      .segmentWrong, .openingWrong:
      Phrase(
        nb: "noe er endret etterpå: sammenlign med en kopi, og legg filen tilbake derfra",
        en: "something was changed afterwards: compare with a copy, and restore the file from it")
    case .typeUnknown:
      Phrase(
        nb: "regnskapet er skrevet av en nyere dugnad: bruk den",
        en: "the ledger was written by a newer dugnad: use that")
    case .eventIllegal, .closingDiffers:
      Phrase(
        nb: "linjen er ikke skrevet av dugnad etter reglene: spør den som førte den",
        en: "dugnad did not write this line by its rules: ask who recorded it")
    case .tailUnfinished:
      Phrase(
        nb: "neste føring legger restene i events/torn-N; ingenting som er bekreftet, er borte",
        en: "the next record sets the rest aside in events/torn-N; nothing acknowledged is lost")
    case .newlineMissing:
      Phrase(nb: "neste føring retter det", en: "the next record mends it")
    case .fileStray: Phrase(nb: "flytt den ut av events/", en: "move it out of events/")
    case .writeStopped:
      Phrase(
        nb: "legg tilbake filen fra en kopi, kontroller på nytt, og slett events/DAMAGED",
        en: "restore the file from a copy, audit again, and delete events/DAMAGED")
    case .registerDiffers, .registerUnreadable, .registerLacks:
      Phrase(
        nb: "legg tilbake register/ fra en kopi; tallene er de samme uten",
        en: "restore register/ from a copy; the figures are the same without")
    case .registerBeyondLog:
      Phrase(
        nb: "legg tilbake events/ fra den nyeste kopien", en: "restore events/ from the newest copy"
      )
    case .tornKept:
      Phrase(
        nb: "kan slettes når du har sett på den", en: "may be deleted when you have looked at it")
    case .headSame, .headExtends:
      Phrase(
        nb: "i orden: det som sto der den gang, står der fortsatt",
        en: "in order: what stood there then stands there still")
    case .headCut:
      Phrase(
        nb: "finn en kopi med minst så mange linjer; er det ingen, er føringene borte",
        en: "find a copy with at least so many lines; if there is none, the records are lost")
    case .headRewritten:
      Phrase(
        nb: "sammenlign med en kopi fra den gang, og spør den som fører",
        en: "compare with a copy from then, and ask who records")
    case .headForeign:
      Phrase(
        nb: "hold det mot regnskapet med dette opphavet",
        en: "hold it against the ledger of this origin"
      )
    case .headUnreadable:
      Phrase(
        nb:
          "bruk et kontrollpunkt, et vitnes svar, en dokumentasjonspakke, eller bunnlinjen i en rapport "
          + "(«Per linje 731, kontrollsum 9f2c1b33a0de»)",
        en:
          "use a checkpoint, the answer of a witness, an evidence bundle, or the last line of a report "
          + "('Through line 731, checksum 9f2c1b33a0de')")
    }
  }

  /// Returns what one finding says.
  static func text(_ finding: Finding, _ words: RejectionWords? = nil) -> Phrase {
    let meaning = meaning(finding.id)
    guard let facts = facts(finding.facts, words) else { return meaning }
    return Phrase(nb: "\(meaning.nb) – \(facts.nb)", en: "\(meaning.en) – \(facts.en)")
  }

  private static func facts(_ facts: Finding.Facts, _ words: RejectionWords?) -> Phrase? {
    switch facts {
    case .none, .opening: return nil
    case .entry(let kind):
      return Phrase(nb: "ikke en fil (\(kind.rawValue))", en: "not a file (\(kind.rawValue))")
    case .unreadable(let error): return cause(error)
    case .format(let error): return format(error)
    case .type(let type, let version):
      return Phrase(nb: "\(type), versjon \(version)", en: "\(type), version \(version)")
    case .hash(let found, let computed):
      let (says, is_) = (found.hex.prefix(12), computed.hex.prefix(12))
      return Phrase(
        nb: "den sier \(says)…, regnet ut \(is_)…", en: "it says \(says)…, computed \(is_)…")
    case .number(let found, let expected):
      return Phrase(
        nb: "\(found) der \(expected) skulle stått", en: "\(found) where \(expected) is due")
    case .time(let found, let above):
      return Phrase(
        nb: "\(found.text) etter \(above.text)", en: "\(found.text) after \(above.text)")
    case .year(let year): return Phrase(nb: "en linje fra \(year)", en: "a line of \(year)")
    case .mismatch(let field):
      return Phrase(
        nb: "«\(name(field))» er en annen enn over",
        en: "'\(name(field))' differs from the line above")
    case .commandUsed(let id):
      return Phrase(
        nb: "kommandoen \(id.text) er brukt før", en: "command \(id.text) was used before")
    case .founder(let person):
      return Phrase(
        nb: "\(person.text) blir ikke registrert", en: "\(person.text) is not registered")
    case .rejection(let rejection):
      let words = words ?? RejectionWords.plain
      return words.failure(rejection).message
    case .persons(let persons):
      let list = persons.prefix(8).map(\.text).joined(separator: ", ")
      return Phrase(nb: list, en: list)
    case .closing(let year, let keys):
      let list = keys.joined(separator: ", ")
      return Phrase(
        nb: "avslutningen av \(year) stemmer ikke med linjene over: \(list)",
        en: "the closing of \(year) is not what the lines above it give: \(list)")
    case .tail(let bytes): return Phrase(nb: "\(bytes) byte", en: "\(bytes) bytes")
    case .head(let size, let lines):
      return Phrase(
        nb: "hodet er ved linje \(size), loggen har \(lines)",
        en: "the head is at line \(size), the log has \(lines)")
    case .closingHead(let line):
      return Phrase(
        nb: "avslutningen i linje \(line) har denne kontrollsummen",
        en: "the closing in line \(line) has this digest")
    case .changed(let lines):
      let (first, last) = (lines.lowerBound, lines.upperBound)
      return first == last
        ? Phrase(nb: "fra linje \(first)", en: "from line \(first) on")
        : Phrase(
          nb: "et sted i linje \(first) til \(last)", en: "somewhere in lines \(first) to \(last)")
    case .origin(let origin): return Phrase(nb: origin, en: origin)
    }
  }

  private static func name(_ field: Envelope.Field) -> String {
    switch field {
    case .seq: "seq"
    case .at: "at"
    case .by: "by"
    case .command: "cmd"
    case .left: "left"
    case .type: "type"
    }
  }

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
        nb: "ventet en aldersgruppe, for eksempel 0-12", en: "expected an age band, for example 0-12")
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
