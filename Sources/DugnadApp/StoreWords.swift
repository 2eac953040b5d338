// What went wrong with files and locks, and what verification found, in words.

import Domain
import EventFormat
import EventStore
import Files
import Register
import Wording

extension Failure {
  /// Tells why the log could not be read or written, and whether anything was recorded.
  init(_ error: StoreError) {
    switch error {
    case .noLedger(let path):
      self.init(
        "no-ledger", place: path,
        Phrase(nb: "Her er det ikke noe regnskap.", en: "there is no ledger here"))
    case .ledgerExists(let path):
      self.init(
        "ledger-exists", place: path,
        Phrase(nb: "Her er det alt et regnskap.", en: "there is a ledger here already"),
        hints: [
          Phrase(nb: "se hvordan det står til: dugnad", en: "see how it stands: dugnad")
        ])
    case .damaged(let finding):
      self.init(
        finding.id.rawValue, exit: .unverified, place: finding.place, FindingWords.text(finding),
        hints: [
          Phrase(
            nb: "se alt som er galt: dugnad kontroll. Legg tilbake filen fra en sikkerhetskopi.",
            en: "see all that is wrong: dugnad audit. Restore the file from a copy.")
        ])
    case .writingStopped(let marker):
      self.init(
        "write-stopped", exit: .unverified, place: marker,
        Phrase(
          nb: "Det er sett skade i loggen; ingenting kan føres før noen har sett på den.",
          en: "damage was seen in the log; nothing can be recorded before somebody has looked"),
        hints: [
          Phrase(
            nb: "se hva: dugnad kontroll. Når filen er lagt tilbake fra en kopi, slett \(marker)",
            en: "see what: dugnad audit. When the file is restored from a copy, delete \(marker)")
        ])
    case .busy(let holder):
      let who = holder.map { " (\($0))" } ?? ""
      self.init(
        "busy", exit: .busy,
        Phrase(
          nb: "Et annet program\(who) skriver i regnskapet. Ingenting er ført.",
          en: "another process\(who) is writing to the ledger. Nothing was recorded."),
        hints: [Phrase(nb: "prøv igjen om litt", en: "try again in a while")])
    case .files(let error):
      self.init(error)
    case .unwritable(let seq, let error):
      self.init(
        "unwritable",
        Phrase(
          nb: "Linje \(seq) har ingen skrivemåte i loggen (\(FindingWords.format(error).nb)). "
            + "Ingenting er ført.",
          en:
            "line \(seq) has no spelling in the log (\(FindingWords.format(error).en)). Nothing was "
            + "recorded."))
    case .unfit(let finding):
      self.init(
        "unfit", exit: .bug, place: finding.place,
        Phrase(
          nb: "En feil hos oss: linjen passer ikke (\(finding.id.rawValue)). Ingenting er ført.",
          en:
            "a fault of ours: the line does not fit (\(finding.id.rawValue)). Nothing was recorded."
        ))
    case .unsure(let error):
      let cause = FindingWords.cause(error)
      self.init(
        "unsure",
        Phrase(
          nb: "Disken svarte ikke som den skulle (\(cause.nb)); det er usikkert om dette ble ført.",
          en: "the disk did not answer as it should (\(cause.en)); this may or may not be recorded"),
        hints: [
          Phrase(
            nb: "se etter med dugnad logg før du prøver igjen",
            en: "look with dugnad log before you try again")
        ])
    case .spent:
      self.init(
        "spent", exit: .bug,
        Phrase(nb: "En feil hos oss: brukt skriver.", en: "a fault of ours: a spent writer"))
    }
  }

  init(_ error: FilesError) {
    let cause = FindingWords.cause(error)
    self.init(
      "files", place: error.path, Phrase(nb: cause.nb.capitalizedFirst + ".", en: cause.en))
  }

  /// The same failure, told by a command that would have recorded something.
  var sayingNothingRecorded: Failure {
    guard code == "files" else { return self }
    var failure = self
    failure.hints.append(Phrase(nb: "ingenting er ført", en: "nothing was recorded"))
    return failure
  }

  init(_ error: RegisterError) {
    switch error {
    case .files(let error): self.init(error)
    case .unreadable(let path):
      self.init(
        "register-unreadable", place: path,
        Phrase(
          nb: "Registeret over personer kan ikke leses.",
          en: "the register of persons cannot be read"),
        hints: [
          Phrase(
            nb: "legg det tilbake fra en kopi; loggen trenger det ikke, men navnene gjør det",
            en: "restore it from a copy; the log does not need it, but the names do")
        ])
    case .unknownSchema(let schema):
      self.init(
        "register-newer",
        Phrase(
          nb: "Registeret er skrevet av en nyere dugnad (\(schema)). Ingenting er ført.",
          en: "the register was written by a newer dugnad (\(schema)); nothing was recorded"))
    case .badName(let fault):
      self = RejectionWords.plain
        .failure(.badText(field: .name, fault))
    case .badBirthYear(let year):
      self.init(
        "bad-birth-year",
        Phrase(nb: "\(year) kan ikke være et fødselsår.", en: "\(year) cannot be a year of birth"))
    case .idTaken(let person):
      self.init(
        "register-taken", exit: .unverified,
        Phrase(
          nb: "Registeret har alt en annen \(person.text); logg og register passer ikke sammen.",
          en: "the register has another \(person.text); log and register do not belong together"))
    }
  }
}

extension FilesError {
  var path: String? {
    switch self {
    case .system(let error): error.path
    case .notRegularFile(let path, _): path
    case .busy: nil
    }
  }
}

extension Finding {
  /// `events/2024.jsonl:37:120`.
  var place: String {
    file + (line > 0 ? ":\(line)" + (byte > 0 ? ":\(byte)" : "") : "")
  }
}
