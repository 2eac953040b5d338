// LES-MEG.txt: what the bundle is and how to check it without us, for somebody who has never heard of
// dugnad.

import Domain
import Integrity
import Wording

/// The text that comes first.
struct ReadMe {
  private let manifest: BundleManifest
  private let checkpoint: Checkpoint

  init(_ manifest: BundleManifest, _ checkpoint: Checkpoint) {
    self.manifest = manifest
    self.checkpoint = checkpoint
  }

  private func say(nb: String, nn: String, en: String) -> String {
    Phrase(nb: nb, nn: nn, en: en)(manifest.language)
  }

  var text: String {
    let head = String(checkpoint.root.hex.prefix(12))
    return
      ([title, String(repeating: "=", count: title.count), ""] + example + what + [""] + how
      + [
        "",
        say(
          nb: "Loggens hode: \(checkpoint.size) linjer, rot \(head)…, opphav \(checkpoint.origin).",
          nn: "Hovudet til loggen: \(checkpoint.size) linjer, rot \(head)…, opphav \(checkpoint.origin).",
          en: "Head of the log: \(checkpoint.size) lines, root \(head)…, origin \(checkpoint.origin)."),
        "",
      ] + limits).joined(separator: "\n") + "\n"
  }

  private var title: String {
    switch manifest.kind {
    case .year, .figures:
      say(
        nb: "Dokumentasjonspakke \(manifest.year ?? 0) – \(manifest.opening.name)",
        nn: "Dokumentasjonspakke \(manifest.year ?? 0) – \(manifest.opening.name)",
        en: "Evidence bundle \(manifest.year ?? 0) – \(manifest.opening.name)")
    case .person:
      say(
        nb: "Kvittering for frivillige timer – \(manifest.opening.name)",
        nn: "Kvittering for frivillige timar – \(manifest.opening.name)",
        en: "Receipt for volunteer hours – \(manifest.opening.name)")
    }
  }

  private var example: [String] {
    guard manifest.opening.reconstruction else { return [] }
    return [ReportWords.of(manifest.language).tables.example, ""]
  }

  private var what: [String] {
    switch manifest.kind {
    case .year:
      [
        say(
          nb: "Her er rapporten for året slik det ble avsluttet (linje \(manifest.closing ?? 0) i "
            + "loggen), hver føring bak hvert tall, og et bevis for at føringene står i loggen.",
          nn: "Her er rapporten for året slik det vart avslutta (linje \(manifest.closing ?? 0) i "
            + "loggen), kvar føring bak kvart tal, og eit bevis for at føringane står i loggen.",
          en: "This is the report of the year as it was closed (line \(manifest.closing ?? 0) of the "
            + "log), every entry behind every figure, and a proof that the entries stand in the log.")
      ]
    case .figures:
      [
        say(
          nb: "Her er tallene for året slik det ble avsluttet (linje \(manifest.closing ?? 0) i loggen), "
            + "uten føringer og uten tall om færre enn tre personer. Bare summene kan kontrolleres her.",
          nn: "Her er tala for året slik det vart avslutta (linje \(manifest.closing ?? 0) i loggen), "
            + "utan føringar og utan tal om færre enn tre personar. Berre summane kan kontrollerast her.",
          en: "These are the figures of the year as it was closed (line \(manifest.closing ?? 0) of the "
            + "log), without entries and without figures about fewer than three people. Only the totals "
            + "can be checked here.")
      ]
    case .person:
      [
        say(
          nb: "Her er det som er ført for én frivillig, og et bevis for at det står i loggen. Ingen "
            + "andre er med.",
          nn: "Her er det som er ført for éin frivillig, og eit bevis for at det står i loggen. Ingen "
            + "andre er med.",
          en: "This is what is recorded for one volunteer, and a proof that it stands in the log. "
            + "Nobody else is in it.")
      ]
    }
  }

  private var how: [String] {
    [
      say(
        nb: "Slik kontrollerer du, uten oss og uten nett:",
        nn: "Slik kontrollerer du, utan oss og utan nett:",
        en: "How to check it, without us and without a network:"),
      say(
        nb: "  - åpne kontroll.html i en nettleser og slipp hele ZIP-filen på siden, eller",
        nn: "  - opne kontroll.html i ein nettlesar og slepp heile ZIP-fila på sida, eller",
        en: "  - open kontroll.html in a browser and drop the whole ZIP file on the page, or"),
      say(
        nb: "  - kjør: python3 verify.py PAKKEN.zip", nn: "  - køyr: python3 verify.py PAKKEN.zip",
        en: "  - run: python3 verify.py BUNDLE.zip"),
      say(
        nb: "Kontrollprogrammene følger med for å gjøre det lett; den som vil være sikker, henter dem "
          + "et annet sted, eller skriver sitt eget etter formatbeskrivelsen (events/README.md, CC0).",
        nn: "Kontrollprogramma følgjer med for å gjere det lett; den som vil vere sikker, hentar dei "
          + "ein annan stad, eller skriv sitt eige etter formatskildringa (events/README.md, CC0).",
        en: "The checkers are in here for convenience; whoever wants to be sure takes them from "
          + "elsewhere, or writes another from the format page (events/README.md, CC0)."),
      say(
        nb: "Underskrifter: ssh-keygen -Y verify -f UNDERSKRIVERE -I HVEM -n checkpoint.dugnad "
          + "-s kontrollpunkt.txt.1.sig < kontrollpunkt.txt",
        nn: "Underskrifter: ssh-keygen -Y verify -f UNDERSKRIVARAR -I KVEN -n checkpoint.dugnad "
          + "-s kontrollpunkt.txt.1.sig < kontrollpunkt.txt",
        en: "Signatures: ssh-keygen -Y verify -f ALLOWED_SIGNERS -I WHO -n checkpoint.dugnad "
          + "-s kontrollpunkt.txt.1.sig < kontrollpunkt.txt"),
    ]
  }

  private var limits: [String] {
    [
      say(
        nb: "Dette kan pakken ikke vise: at timene er arbeidet. Det gjør bilag, godkjenninger og "
          + "stikkprøver. At ingenting mangler, gjelder i forhold til avslutningen, som sentralen selv har "
          + "ført; en kontroll av hele loggen regner den ut på nytt. Tidspunktene er sentralens egne.",
        nn: "Dette kan pakken ikkje vise: at timane er arbeidde. Det gjer bilag, godkjenningar og "
          + "stikkprøver. At ingenting manglar, gjeld i høve til avslutninga, som sentralen sjølv har "
          + "ført; ein kontroll av heile loggen reknar henne ut på nytt. Tidspunkta er sentralen sine eigne.",
        en: "What the bundle cannot show: that the hours were worked. Vouchers, approvals and samples are "
          + "for that. That nothing is missing is relative to the closing, which the centre itself wrote; "
          + "an audit of the whole log computes it again. The times are the centre's own statement."),
      say(
        nb: "Personer står med nummer, men numrene er fortsatt personopplysninger: del ikke pakken med "
          + "flere enn dem som trenger den.",
        nn: "Personar står med nummer, men numra er framleis personopplysningar: del ikkje pakken med "
          + "fleire enn dei som treng han.",
        en: "Persons are numbers here, but the numbers still are personal data: share the bundle with "
          + "nobody who does not need it."),
    ]
  }
}
