// What to do about what a verification found.

import EventStore
import Wording

extension FindingWords {
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
    case .eventIllegal, .closingDiffers, .sentDiffers:
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
}
