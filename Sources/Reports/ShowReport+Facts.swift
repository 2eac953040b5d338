// A thing as it is now, as pairs of a label and a value.

import Domain
import Projections
import Wording

extension ShowReport {
  struct Fact {
    let label: String
    let value: ReportValue

    init(_ label: String, _ value: ReportValue) {
      self.label = label
      self.value = value
    }

    init(_ label: String, _ text: String) { self.init(label, .text(text)) }
  }

  var facts: [Fact] {
    switch trail.thing {
    case .entry(let id): state.entries[id].map(facts) ?? gone
    case .shift(let id): state.shifts[id].map(facts) ?? gone
    case .person(let id): state.persons[id].map(facts) ?? gone
    case .activity(let code): state.activities[code].map(facts) ?? gone
    case .signup: signupFacts
    case .imported, .line: []
    case .centre, .participants, .grant, .amount, .claim, .sent: grantFacts
    }
  }

  var columns: ReportWords.Columns { ReportWords.of(language).columns }
  private var states: ReportWords.States { ReportWords.of(language).states }
  var words: EventWords { EventWords(language: language, names: names) }
  /// What is said of a thing whose first line is undone.
  var gone: [Fact] {
    guard let undo = trail.lines(.shapes).first?.undoneBy else { return [] }
    return [
      Fact(
        OwnWords.status(language),
        "\(OwnWords.doesNotStand(language)): \(words.undone(by: undo))")
    ]
  }

  private func facts(_ entry: Entry) -> [Fact] {
    let content = entry.content
    var facts = [
      Fact(columns.activity, content.activity.text),
      Fact(columns.period, .period(content.on)),
      Fact(columns.person, words.who(content.who)),
      Fact(columns.hours, Numbers.duration(minutes: content.minutes, language)),
      Fact(columns.howKnown, words.known(content.known)),
    ]
    if let shift = content.shift { facts.append(Fact(OwnWords.shift(language), shift.text)) }
    if let voucher = content.voucher { facts.append(Fact(columns.voucher, voucher)) }
    facts.append(Fact(columns.recordedBy, stamp(entry.recordedBy, entry.recordedAt)))
    facts.append(
      Fact(
        columns.approvedBy,
        entry.approval.map { stamp($0.by, $0.at) } ?? states.notApproved))
    return facts
  }

  private func facts(_ shift: Shift) -> [Fact] {
    var facts = [
      Fact(columns.activity, shift.activity.text),
      Fact(columns.day, words.describe(shift.plan)),
      Fact(
        OwnWords.places(language),
        shift.plan.places.map { "\(shift.placesTaken)/\($0)" } ?? "\(shift.placesTaken)"),
    ]
    if let reason = shift.cancelled {
      facts.append(
        Fact(OwnWords.status(language), "\(states.cancelled): \(words.reason(reason))"))
    }
    facts += shift.signups.enumerated().map { index, signup in
      Fact(
        index == 0 ? OwnWords.signups(language) : "",
        "\(signup.id.text) \(names(signup.person)), \(status(signup.status))")
    }
    return facts
  }

  private func facts(_ person: Person) -> [Fact] {
    [Fact(OwnWords.role(language), words.role(person.role))]
      + effort(state.entries.values.filter { $0.content.who.person == person.id })
  }

  private func facts(_ activity: Activity) -> [Fact] {
    let details = activity.details
    var facts: [Fact] = []
    if !details.aliases.isEmpty {
      facts.append(Fact(OwnWords.aliases(language), details.aliases.joined(separator: ", ")))
    }
    let category = details.category.map {
      NationalCategory.named($0.rawValue)?.name(language) ?? $0.rawValue
    }
    let marks = [
      (columns.group, details.group), (columns.category, category),
      (columns.sector, details.sector), (columns.recipient, details.recipient),
    ]
    facts += marks.compactMap { label, text in text.map { Fact(label, $0) } }
    if !details.recipients.isEmpty {
      facts.append(Fact(OwnWords.also(language), details.recipients.joined(separator: ", ")))
    }
    facts.append(Fact(OwnWords.counted(language), .flag(details.counted)))
    if let ended = activity.ended {
      facts.append(Fact(OwnWords.ended(language), .period(Period(ended))))
    }
    return facts + effort(state.entries.values.filter { $0.content.activity == details.code })
  }

  /// A sign-up by its own lines: the shift's are not in its trail.
  private var signupFacts: [Fact] {
    let standing = trail.lines(.shapes).filter(\.stands).map(\.recorded.event)
    guard case .signupMade(let shift, let person, let waiting) = standing.first else {
      return gone
    }
    var status: Signup.Status = waiting ? .waiting : .placed
    for event in standing {
      if case .signupWithdrawn = event { status = .withdrawn }
      if case .signupPromoted = event { status = .placed }
    }
    return [
      Fact(OwnWords.shift(language), shift.text), Fact(columns.person, names(person)),
      Fact(OwnWords.status(language), self.status(status)),
    ]
  }

  /// Hours by year, the newest first.
  private func effort(_ entries: [Entry]) -> [Fact] {
    let years = Dictionary(grouping: entries, by: \.content.on.year)
    return years.sorted { $0.key > $1.key }.map { year, entries in
      let minutes = entries.clampedSum { $0.content.minutes }
      return Fact(
        "\(columns.hours) \(year)",
        Numbers.hours(minutes: minutes, language) + " ("
          + OwnWords.counted(entries.count, .entries, language) + ")")
    }
  }

  private func stamp(_ person: PersonID, _ moment: Instant) -> String {
    "\(names(person)), \(written(moment, language))"
  }

  private func status(_ status: Signup.Status) -> String {
    switch status {
    case .placed: states.signedUp
    case .waiting: states.waiting
    case .withdrawn: states.withdrawn
    }
  }
}
