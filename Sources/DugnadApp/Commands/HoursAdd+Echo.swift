// Said back before it is recorded: how many people and how many hours, where a slip costs most.

import Domain
import Import
import Wording

extension Context {
  /// Tells how much several people come to; one person's entry says that itself.
  func tellSums(of entries: [HourEntry]) {
    if isJSON || entries.count == 1 && entries[0].who.heads == 1 { return }
    if let sums = sums(of: entries) { tell(sums) }
  }

  /// "5 personer, 10 t i alt, 2 t hver", or nil beyond all numbers.
  func sums(of entries: [HourEntry]) -> String? {
    var (heads, minutes) = (0, 0)
    for entry in entries {
      let (people, tooMany) = heads.addingReportingOverflow(entry.who.heads)
      let (sum, tooLong) = minutes.addingReportingOverflow(entry.minutes)
      if tooMany || tooLong { return nil }
      (heads, minutes) = (people, sum)
    }
    let people = Numbers.counted(
      heads, Phrase(nb: "person", en: "person")(language),
      Phrase(nb: "personer", nn: "personar", en: "people")(language), language)
    var parts = [
      people, Numbers.duration(minutes: minutes, language) + say(nb: " i alt", en: " in all"),
    ]
    if let each = Self.each(entries), heads > 1 {
      parts.append(
        Numbers.duration(minutes: each, language)
          + Phrase(nb: " hver", nn: " kvar", en: " each")(language))
    }
    return parts.joined(separator: ", ")
  }

  /// The minutes of each, if all have the same.
  private static func each(_ entries: [HourEntry]) -> Int? {
    let shares = Set(
      entries.map { entry -> Int? in
        let (share, rest) = entry.minutes.quotientAndRemainder(dividingBy: entry.who.heads)
        return rest == 0 ? share : nil
      })
    return shares.count == 1 ? shares.first ?? nil : nil
  }

  /// Tells how a sentence was understood, and what of it was left unsaid.
  func tellUnderstood(
    _ entries: [HourEntry], _ activity: Activity, _ assumed: Set<NaturalEntry.Assumption>,
    in open: OpenLedger
  ) {
    guard !isJSON, let first = entries.first else { return }
    let whos = entries.map { entry in
      switch entry.who {
      case .person(let person): open.name(person)
      case .unnamed(let heads): ReportWords.of(language).lines.unnamed(heads)
      }
    }
    tell(
      say(nb: "Forstått: ", en: "Understood: ")
        + "\(activity.details.name), \(written(first.on, first.start)): "
        + whos.joined(separator: ", "))
    if let sums = sums(of: entries) { tell("  " + sums) }
    for assumption in NaturalEntry.Assumption.allCases where assumed.contains(assumption) {
      tell("  " + words(assumption)(language))
    }
  }

  /// "tirsdag 5. mars 2024 kl. 18.00", "mars 2024".
  private func written(_ period: Period, _ start: Clock?) -> String {
    func parts(_ day: Day) -> DateParts {
      let (year, month, day) = day.parts
      return DateParts(year, month, day)
    }
    let first = parts(period.first)
    switch period.kind {
    case .day:
      let clock = start.map {
        say(nb: " kl. ", en: " at ") + Dates.clock(hour: $0.hour, minute: $0.minute, language)
      }
      return Dates.long(first, weekday: period.first.weekday, language) + (clock ?? "")
    case .month: return Dates.month(year: first.year, month: first.month, language)
    case .year: return "\(first.year)"
    case .range: return Dates.range(first, parts(period.last), language)
    }
  }

  private func words(_ assumption: NaturalEntry.Assumption) -> Phrase {
    switch assumption {
    case .today: Phrase(nb: "uten dag: i dag", nn: "utan dag: i dag", en: "no day said: today")
    case .year:
      Phrase(
        nb: "uten årstall: sist det var den dagen", nn: "utan årstal: sist det var den dagen",
        en: "no year said: the last such day")
    case .weekday:
      Phrase(
        nb: "bare ukedagen: den siste som har vært", nn: "berre vekedagen: den siste som har vore",
        en: "the weekday alone: the last one there was")
    case .each:
      Phrase(
        nb: "tiden gjelder hver av dem uten navn (ellers: i alt)",
        nn: "tida gjeld kvar av dei utan namn (elles: i alt)",
        en: "the time is that of each unnamed (otherwise: in all)")
    }
  }
}
