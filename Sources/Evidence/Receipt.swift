// kvittering.txt: one volunteer's hours, to print and keep. No seal: the centre is the one who keeps
// the record, and the lines behind it can be checked.

import Domain
import Integrity
import Wording

/// The printable receipt of one person.
struct Receipt {
  private let claims: PersonClaims
  private let name: String
  private let lines: [Recorded]
  private let checkpoint: Checkpoint
  private let language: Language

  init(
    _ claims: PersonClaims, name: String, _ lines: [Recorded], _ checkpoint: Checkpoint,
    _ language: Language
  ) {
    self.claims = claims
    self.name = name
    self.lines = lines
    self.checkpoint = checkpoint
    self.language = language
  }

  var text: String {
    var state = State()
    for line in lines { state.evolve(line) }
    func activity(_ code: ActivityCode) -> String {
      state.activities[code]?.details.name ?? code.text
    }
    let centre = state.opening?.name ?? ""
    var out = [
      Phrase(
        nb: "Frivillige timer – \(centre)", nn: "Frivillige timar – \(centre)",
        en: "Volunteer hours – \(centre)")(language), "", name, "",
    ]
    if state.opening?.reconstruction == true {
      out += [ReportWords.of(language).tables.example, ""]
    }
    let width = claims.parts.map { columnWidth(activity($0.activity)) }.max() ?? 0
    for part in claims.parts {
      let hours = Numbers.duration(minutes: part.minutes, language)
      out.append("\(part.year)  \(padded(activity(part.activity), to: width))  \(hours)")
    }
    let total = Numbers.duration(minutes: claims.minutes, language)
    let entries = Numbers.integer(claims.entries, language)
    out += [
      "",
      Phrase(
        nb: "I alt \(total), i \(entries) føringer.", nn: "I alt \(total), i \(entries) føringar.",
        en: "In all \(total), in \(entries) entries.")(language),
      "",
      Phrase(
        nb: "Sentralen fører timene. Kvitteringen er laget av loggen ved linje \(checkpoint.size) "
          + "(\(claims.person.text), rot \(checkpoint.root.hex.prefix(12))), og kan kontrolleres med "
          + "filene den ligger sammen med.",
        nn: "Sentralen fører timane. Kvitteringa er laga av loggen ved linje \(checkpoint.size) "
          + "(\(claims.person.text), rot \(checkpoint.root.hex.prefix(12))), og kan kontrollerast med "
          + "filene ho ligg saman med.",
        en: "The centre keeps the record. This receipt was made from the log at line \(checkpoint.size) "
          + "(\(claims.person.text), root \(checkpoint.root.hex.prefix(12))), and can be checked with the "
          + "files beside it.")(language),
    ]
    return out.joined(separator: "\n") + "\n"
  }
}
