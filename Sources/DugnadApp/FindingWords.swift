// What a verification found, in words: what each kind of finding means.

import EventStore
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
    case .sentDiffers:
      Phrase(
        nb: "en rapport er sendt med andre tall enn linjene gir",
        en: "a report was sent with other figures than the lines give")
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
}
