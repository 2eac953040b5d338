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
    if !claims.parts.isEmpty { out.append("") }
    out += [sum, "", provenance]
    return out.joined(separator: "\n") + "\n"
  }
  private var sum: String {
    let total = Numbers.duration(minutes: claims.minutes, language)
    let entries = Numbers.integer(claims.entries, language)
    return switch claims.entries {
    case 0:
      Phrase(
        nb: "Ingen timer er ført.", nn: "Ingen timar er førte.", en: "No hours are recorded.")(
          language)
    case 1:
      Phrase(
        nb: "I alt \(total), i én føring.", nn: "I alt \(total), i éi føring.",
        en: "In all \(total), in one entry.")(language)
    default:
      Phrase(
        nb: "I alt \(total), i \(entries) føringer.", nn: "I alt \(total), i \(entries) føringar.",
        en: "In all \(total), in \(entries) entries.")(language)
    }
  }

  private var provenance: String {
    let (line, person) = (checkpoint.size, claims.person.text)
    let root = checkpoint.root.hex.prefix(12)
    return Phrase(
      nb:
        "Det er sentralen som fører timene. Kvitteringen er laget av loggen slik den var ved linje "
        + "\(line)\n(\(person), rot \(root)), og kan kontrolleres med filene den ligger sammen med.",
      nn: "Det er sentralen som fører timane. Kvitteringa er laga av loggen slik han var ved linje "
        + "\(line)\n(\(person), rot \(root)), og kan kontrollerast med filene ho ligg saman med.",
      en:
        "It is the centre that keeps the record. This receipt was made from the log as it was at line "
        + "\(line)\n(\(person), root \(root)), and can be checked with the files beside it.")(
        language)
  }
}
