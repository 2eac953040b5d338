// What one finding says: its kind, and what is known about it.

import Domain
import EventFormat
import EventStore
import Files
import Integrity
import Wording

extension FindingWords {
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
    case .sent(let keys):
      let list = keys.joined(separator: ", ")
      return Phrase(
        nb: "den sendte rapporten stemmer ikke med linjene: \(list)",
        en: "the report that was sent is not what the lines give: \(list)")
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
}
