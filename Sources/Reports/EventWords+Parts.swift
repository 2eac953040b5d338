// The parts that sentences about events are made of.

import Domain
import Projections
import Wording

extension EventWords {
  /// "2 t 30 min i sprakkafe for p17 (2024-03-05, anslått, bilag perm 3)".
  func describe(_ content: HourEntry) -> String {
    let states = ReportWords.of(language).states
    var remarks = [content.on.text]
    if let start = content.start { remarks.append(say(nb: "kl. ", en: "at ") + clock(start)) }
    switch content.known {
    case .recorded: break
    case .estimated: remarks.append(states.estimated)
    case .summary: remarks.append(states.summary)
    }
    if let shift = content.shift { remarks.append(say(nb: "vakt ", en: "shift ") + shift.text) }
    if let voucher = content.voucher {
      remarks.append(say(nb: "bilag ", en: "voucher ") + voucher)
    }
    return Numbers.duration(minutes: content.minutes, language) + say(nb: " i ", en: " in ")
      + content.activity.text + say(nb: " for ", en: " for ") + who(content.who)
      + " (\(remarks.joined(separator: ", ")))"
  }

  /// "p17", or "68 uten navn".
  func who(_ who: HourEntry.Who) -> String {
    switch who {
    case .person(let person): names(person)
    case .unnamed(let heads): ReportWords.of(language).lines.unnamed(heads)
    }
  }

  /// "aktiviteten sprakkafe: «Språkkafé», gruppe «Språkkaféer», utenfor summen".
  func describe(_ details: ActivityDetails) -> String {
    let words = ReportWords.of(language)
    var parts = [quoted(details.name)]
    if let group = details.group {
      parts.append("\(words.columns.group.lowercased()) \(quoted(group))")
    }
    if let sector = details.sector {
      parts.append("\(words.columns.sector.lowercased()) \(quoted(sector))")
    }
    if !details.counted { parts.append(words.tables.outsideSum.lowercased()) }
    return say(nb: "aktiviteten", en: "the activity") + " \(details.code.text): "
      + parts.joined(separator: ", ")
  }

  private func quoted(_ name: String) -> String { say(nb: "«\(name)»", en: "“\(name)”") }

  /// "5. mars 2024 kl. 18.00–20.00, 3 plasser".
  func describe(_ plan: ShiftPlan) -> String {
    let places = plan.places.map { count in
      let (one, many) = (
        say(nb: "plass", en: "place"), say(nb: "plasser", nn: "plassar", en: "places")
      )
      return ", " + Numbers.counted(count, one, many, language)
    }
    return "\(written(plan.on, language)) \(say(nb: "kl.", en: "at")) \(clock(plan.start))–"
      + clock(plan.end) + (places ?? "")
  }

  /// "12–15, 17".
  func text(_ ranges: LineRanges) -> String {
    ranges.ranges.map { range in
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
    }.joined(separator: ", ")
  }

  /// "angret i linje 740 av p2, 6. mars 2024".
  func undone(by turn: Turn) -> String {
    let (by, day) = (names(turn.by), written(turn.at.osloDay, language))
    return say(
      nb: "angret i linje \(turn.seq) av \(by), \(day)",
      nn: "angra i linje \(turn.seq) av \(by), \(day)",
      en: "undone in line \(turn.seq) by \(by), \(day)")
  }

  /// "gjort om igjen i linje 741 av p2, 7. mars 2024".
  func redone(by turn: Turn) -> String {
    let (by, day) = (names(turn.by), written(turn.at.osloDay, language))
    return say(
      nb: "gjort om igjen i linje \(turn.seq) av \(by), \(day)",
      nn: "gjort om att i linje \(turn.seq) av \(by), \(day)",
      en: "redone in line \(turn.seq) by \(by), \(day)")
  }

  func clock(_ clock: Clock) -> String {
    Dates.clock(hour: clock.hour, minute: clock.minute, language)
  }

  func role(_ role: Role) -> String {
    let states = ReportWords.of(language).states
    return switch role {
    case .volunteer: states.volunteer
    case .coordinator: states.coordinator
    case .approver: states.approver
    }
  }

  func known(_ known: HourEntry.Known) -> String {
    let states = ReportWords.of(language).states
    return switch known {
    case .recorded: states.recorded
    case .estimated: states.estimated
    case .summary: states.summary
    }
  }

  func reason(_ reason: Reason) -> String {
    switch reason {
    case .typo: say(nb: "skrivefeil", en: "typing error")
    case .duplicate: say(nb: "ført to ganger", nn: "ført to gonger", en: "recorded twice")
    case .wrongPerson: say(nb: "feil person", en: "wrong person")
    case .wrongActivity: say(nb: "feil aktivitet", en: "wrong activity")
    case .wrongDay: say(nb: "feil dag", en: "wrong day")
    case .wrongMinutes: say(nb: "feil timetall", nn: "feil timetal", en: "wrong hours")
    case .cancelled: say(nb: "avlyst", en: "cancelled")
    case .fewSignups: say(nb: "få påmeldte", nn: "få påmelde", en: "few sign-ups")
    case .weather: say(nb: "vær", nn: "vêr", en: "weather")
    case .illness: say(nb: "sykdom", nn: "sjukdom", en: "illness")
    case .other: say(nb: "annet", nn: "anna", en: "other")
    }
  }
}
