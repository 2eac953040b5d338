// LES-MEG.txt: what the bundle is and how to check it without us, for somebody who has never heard of
// dugnad.

import Domain
import Integrity
import Wording

/// The text that comes first.
struct ReadMe {
  private let manifest: BundleManifest
  private let checkpoint: Checkpoint
  private let signatures: Int

  /// - Parameter signatures: how many signatures of the checkpoint are in the bundle.
  init(_ manifest: BundleManifest, _ checkpoint: Checkpoint, signatures: Int = 0) {
    self.manifest = manifest
    self.checkpoint = checkpoint
    self.signatures = signatures
  }

  /// Paragraphs with an empty line between them, wrapped for a window without wrapping.
  var text: String {
    var paragraphs = [title + "\n" + String(repeating: "=", count: columnWidth(title))]
    if manifest.opening.reconstruction {
      paragraphs.append(wrapped(ReportWords.of(manifest.language).tables.example + "."))
    }
    paragraphs += [
      wrapped(what), how, wrapped(convenience), head, wrapped(limits), wrapped(privacy),
    ]
    return paragraphs.joined(separator: "\n\n") + "\n"
  }

  private func say(nb: String, nn: String, en: String) -> String {
    Phrase(nb: nb, nn: nn, en: en)(manifest.language)
  }

  private var grant: String { manifest.grant?.text ?? "" }
  private var sent: Int { manifest.sent ?? 0 }

  private var title: String {
    let (ledger, year) = (manifest.opening.name, manifest.year ?? 0)
    return switch manifest.kind {
    case .year:
      say(
        nb: "Dokumentasjonspakke \(year) – \(ledger)",
        nn: "Dokumentasjonspakke \(year) – \(ledger)",
        en: "Evidence bundle \(year) – \(ledger)")
    case .figures:
      say(
        nb: "Tallene for \(year) – \(ledger)", nn: "Tala for \(year) – \(ledger)",
        en: "The figures of \(year) – \(ledger)")
    case .person:
      say(
        nb: "Kvittering for frivillige timer – \(ledger)",
        nn: "Kvittering for frivillige timar – \(ledger)",
        en: "Receipt for volunteer hours – \(ledger)")
    case .grant:
      say(
        nb: "Dokumentasjonspakke for tilskudd \(grant) – \(ledger)",
        nn: "Dokumentasjonspakke for tilskot \(grant) – \(ledger)",
        en: "Evidence bundle of grant \(grant) – \(ledger)")
    }
  }

  private var what: String {
    let line = manifest.closing ?? 0
    return switch manifest.kind {
    case .year:
      say(
        nb:
          "Her er rapporten for året slik det ble avsluttet (linje \(line) i loggen), hver føring "
          + "bak hvert tall (timeliste.csv), og et bevis for at føringene står i loggen.",
        nn:
          "Her er rapporten for året slik det vart avslutta (linje \(line) i loggen), kvar føring "
          + "bak kvart tal (timeliste.csv), og eit bevis for at føringane står i loggen.",
        en:
          "This is the report of the year as it was closed (line \(line) of the log), every entry "
          + "behind every figure (timeliste.csv), and a proof that the entries stand in the log.")
    case .figures:
      say(
        nb:
          "Her er tallene for året slik det ble avsluttet (linje \(line) i loggen), uten føringer og "
          + "uten tall om færre enn tre personer. Bare summene for hele året kan kontrolleres her.",
        nn:
          "Her er tala for året slik det vart avslutta (linje \(line) i loggen), utan føringar og "
          + "utan tal om færre enn tre personar. Berre summane for heile året kan kontrollerast her.",
        en: "These are the figures of the year as it was closed (line \(line) of the log), without "
          + "entries and without figures about fewer than three people. Only the totals of the year "
          + "can be checked here.")
    case .person:
      say(
        nb: "Her er det som er ført for én frivillig: kvitteringen (kvittering.txt), hver føring "
          + "(timeliste.csv), og et bevis for at føringene står i loggen. Ingen andres timer er med.",
        nn: "Her er det som er ført for éin frivillig: kvitteringa (kvittering.txt), kvar føring "
          + "(timeliste.csv), og eit bevis for at føringane står i loggen. Ingen andre sine timar er med.",
        en: "This is what is recorded for one volunteer: the receipt (kvittering.txt), every entry "
          + "(timeliste.csv), and a proof that the entries stand in the log. Nobody else's hours are "
          + "in it.")
    case .grant:
      say(
        nb:
          "Her er rapporten for tilskudd \(grant) slik det sto da rapporten ble sendt (linje \(sent) i "
          + "loggen), hver føring som da var ført på tilskuddet (timeliste.csv), og et bevis for at "
          + "føringene står i loggen og at ingen av dem mangler. Timelisten viser hele føringene; hvor "
          + "mye av hver som er ført på tilskuddet, står i rapporten. Timer som ikke er ført på "
          + "tilskuddet, er ikke med.",
        nn:
          "Her er rapporten for tilskot \(grant) slik det stod då rapporten vart send (linje \(sent) i "
          + "loggen), kvar føring som då var ført på tilskotet (timeliste.csv), og eit bevis for at "
          + "føringane står i loggen og at ingen av dei manglar. Timelista viser heile føringane; kor "
          + "mykje av kvar som er ført på tilskotet, står i rapporten. Timar som ikkje er førte på "
          + "tilskotet, er ikkje med.",
        en:
          "This is the report of grant \(grant) as it was when the report was sent (line \(sent) of the "
          + "log), every entry that was claimed on the grant then (timeliste.csv), and a proof that the "
          + "entries stand in the log and that none of them is missing. The time sheet shows the entries "
          + "whole; how much of each is claimed on the grant stands in the report. Hours that are not "
          + "claimed on the grant are not in it.")
    }
  }

  private var how: String {
    [
      wrapped(
        say(
          nb:
            "Slik kontrollerer du pakken, uten oss og uten nett: pakk ut ZIP-filen, og gjør ett av "
            + "disse.",
          nn:
            "Slik kontrollerer du pakken, utan oss og utan nett: pakk ut ZIP-fila, og gjer eitt av "
            + "desse.",
          en:
            "How to check the bundle, without us and without a network: unpack the ZIP file, and do "
            + "one of these.")),
      say(
        nb: "  - Åpne kontroll.html i en nettleser, og slipp hele ZIP-filen på siden.",
        nn: "  - Opne kontroll.html i ein nettlesar, og slepp heile ZIP-fila på sida.",
        en: "  - Open kontroll.html in a browser, and drop the whole ZIP file on the page."),
      say(
        nb: "  - Kjør: python3 verify.py PAKKEN.zip", nn: "  - Køyr: python3 verify.py PAKKEN.zip",
        en: "  - Run: python3 verify.py BUNDLE.zip"),
    ].joined(separator: "\n")
  }

  private var convenience: String {
    say(
      nb:
        "Kontrollprogrammene følger med for å gjøre det lett. Vil du være sikker, henter du dem et "
        + "annet sted, eller skriver ditt eget etter formatbeskrivelsen (events/README.md, CC0).",
      nn:
        "Kontrollprogramma følgjer med for å gjere det lett. Vil du vere sikker, hentar du dei ein "
        + "annan stad, eller skriv ditt eige etter formatskildringa (events/README.md, CC0).",
      en:
        "The checkers are in here to make it easy. To be sure, take them from elsewhere, or write your "
        + "own from the format page (events/README.md, CC0).")
  }

  /// The checkpoint in a line, and how its signatures are checked. The command is not wrapped.
  private var head: String {
    let (size, origin) = (checkpoint.size, checkpoint.origin)
    let root = String(checkpoint.root.hex.prefix(12))
    let line = say(
      nb: "Kontrollpunkt: \(size) linjer, rot \(root)…, opphav \(origin).",
      nn: "Kontrollpunkt: \(size) linjer, rot \(root)…, opphav \(origin).",
      en: "Checkpoint: \(size) lines, root \(root)…, origin \(origin).")
    guard signatures > 0 else {
      return line + "\n"
        + say(
          nb: "Det er ikke underskrevet.", nn: "Det er ikkje underskrive.", en: "It is not signed.")
    }
    let command = say(
      nb: "  ssh-keygen -Y verify -f UNDERSKRIVERE -I HVEM -n checkpoint.dugnad ",
      nn: "  ssh-keygen -Y verify -f UNDERSKRIVARAR -I KVEN -n checkpoint.dugnad ",
      en: "  ssh-keygen -Y verify -f ALLOWED_SIGNERS -I WHO -n checkpoint.dugnad ")
    return [
      line,
      wrapped(
        say(
          nb:
            "Underskriftene kontrolleres slik, med nøkler du har fått et annet sted enn herfra (for "
            + "et vitnes underskrift: -n witness.dugnad):",
          nn:
            "Underskriftene blir kontrollerte slik, med nøklar du har fått ein annan stad enn herifrå "
            + "(for underskrifta til eit vitne: -n witness.dugnad):",
          en:
            "The signatures are checked like this, with keys that you have from elsewhere (for the "
            + "signature of a witness: -n witness.dugnad):")),
      command + "-s kontrollpunkt.txt.1.sig < kontrollpunkt.txt",
    ].joined(separator: "\n")
  }

  private var limits: String {
    let worked = say(
      nb:
        "Pakken kan ikke vise at timene faktisk er arbeidet: til det trengs bilag, godkjenninger og "
        + "stikkprøver. Tidspunktene er sentralens egne. ",
      nn:
        "Pakken kan ikkje vise at timane faktisk er arbeidde: til det trengst bilag, godkjenningar og "
        + "stikkprøver. Tidspunkta er sentralen sine eigne. ",
      en:
        "The bundle cannot show that the hours were really worked: that takes vouchers, approvals and "
        + "samples. The times are the centre's own statement. ")
    switch manifest.kind {
    case .year, .figures: break
    case .grant: return worked + limitsOfGrant
    case .person:
      return worked
        + say(
          nb:
            "Den kan heller ikke vise at alt som er ført for personen, er med: det er sentralen som "
            + "har valgt ut linjene.",
          nn:
            "Han kan heller ikkje vise at alt som er ført for personen, er med: det er sentralen som "
            + "har valt ut linjene.",
          en:
            "Nor can it show that all that is recorded for the person is in it: it is the centre that "
            + "chose the lines.")
    }
    return worked
      + say(
        nb:
          "At ingenting mangler, gjelder i forhold til avslutningen, som sentralen selv har ført; en "
          + "kontroll av hele loggen regner den ut på nytt.",
        nn: "At ingenting manglar, gjeld i høve til avslutninga, som sentralen sjølv har ført; ein "
          + "kontroll av heile loggen reknar henne ut på nytt.",
        en:
          "That nothing is missing is relative to the closing, which the centre itself wrote; an audit "
          + "of the whole log computes it again.")
  }

  private var limitsOfGrant: String {
    say(
      nb:
        "Den kan heller ikke vise om de samme timene er ført på tilskudd i andre regnskap enn dette. At "
        + "ingenting mangler, gjelder i forhold til rapporten som ble sendt, og treet over alle tilskudd "
        + "som den er bundet til: det har sentralen selv regnet ut, og bare en kontroll av hele loggen "
        + "regner det ut på nytt.",
      nn:
        "Han kan heller ikkje vise om dei same timane er førte på tilskot i andre rekneskapar enn denne. "
        + "At ingenting manglar, gjeld i høve til rapporten som vart send, og treet over alle tilskot "
        + "som han er bunden til: det har sentralen sjølv rekna ut, og berre ein kontroll av heile loggen "
        + "reknar det ut på nytt.",
      en:
        "Nor can it show whether the same hours are claimed on grants in other ledgers than this one. "
        + "That nothing is missing is relative to the report that was sent, and to the tree of all grants "
        + "that it is bound to: the centre itself computed that, and only an audit of the whole log "
        + "computes it again.")
  }

  private var privacy: String {
    switch manifest.kind {
    case .year, .grant:
      say(
        nb:
          "Personer står med nummer, men numrene er fortsatt personopplysninger: del ikke pakken med "
          + "flere enn dem som trenger den.",
        nn:
          "Personar står med nummer, men numra er framleis personopplysningar: del ikkje pakken med "
          + "fleire enn dei som treng han.",
        en:
          "Persons are numbers here, but the numbers still are personal data: share the bundle with "
          + "nobody who does not need it.")
    case .figures:
      say(
        nb: "Pakken sier ingenting om enkelte frivillige.",
        nn: "Pakken seier ingenting om einskilde "
          + "frivillige.", en: "The bundle says nothing about single volunteers.")
    case .person:
      say(
        nb:
          "Pakken handler om én person: den er til personen selv, som avgjør hvem som får se den.",
        nn:
          "Pakken handlar om éin person: han er til personen sjølv, som avgjer kven som får sjå han.",
        en: "The bundle is about one person: it is for that person, who decides who may see it.")
    }
  }

  /// Breaks a paragraph between words, at 78 columns.
  private func wrapped(_ paragraph: String) -> String {
    var lines: [String] = []
    for word in paragraph.split(separator: " ") {
      if let last = lines.last, columnWidth(last) + 1 + columnWidth(String(word)) <= 78 {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }
}
