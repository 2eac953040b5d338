// The sections of the annual report about money, conditions, and who vouches for the figures.

import Domain
import Projections
import Wording

extension AnnualReport {
  /// How the hours are known.
  var certainty: ReportSection? {
    let known = figures.totals.known
    let all = figures.totals.minutes
    guard all > 0 else { return nil }
    var section = ReportSection(
      key: "known",
      title: label(
        nb: "Hvordan timene er kjent", nn: "Korleis timane er kjende", en: "How the hours are known"
      ),
      columns: [
        ReportColumn("known", words.columns.howKnown),
        ReportColumn("minutes", words.columns.hours, .right),
        ReportColumn("percent", label(nb: "Prosent", en: "Percent"), .right),
      ])
    for (name, minutes) in [
      (words.states.recorded, known.recorded), (words.states.estimated, known.estimated),
      (words.states.summary, known.summary),
    ] where minutes > 0 {
      section.rows.append(
        ReportRow(.item, [.text(name), .hours(minutes), percent(minutes, of: all)]))
    }
    section.rows.append(
      ReportRow(.sum, [.text(words.tables.sum), .hours(all), percent(all, of: all)]))
    return section
  }

  /// Per cent with one decimal.
  private func percent(_ part: Int, of all: Int) -> ReportCell {
    let (product, overflow) = part.multipliedReportingOverflow(by: 100)
    return overflow || all == 0 ? .empty : ReportCell(.decimal(product, over: all, places: 1))
  }

  /// Funding: each grant that the year lies in.
  var money: [ReportSection] {
    if beside.grants.isEmpty { return [] }
    var section = ReportSection(
      key: "funding", title: label(nb: "Finansiering", en: "Funding"),
      columns: [
        ReportColumn(
          "what",
          label(nb: "Tilskudd og regnskap", nn: "Tilskot og rekneskap", en: "Grant and accounts")),
        ReportColumn("status", OwnWords.status(language)),
        ReportColumn("amount", label(nb: "Kroner", en: "Kroner"), .right),
      ])
    for item in beside.grants {
      let grant = item.figures.grant
      let step = grant.steps.last
      section.rows.append(
        ReportRow(
          .item,
          [
            .text("\(grant.details.funder): \(grant.details.scheme) (\(grant.id.text))"),
            .text(GrantWords.name(grant.status)(language)),
            kroner((grant.step(.granted) ?? step)?.amount),
          ]))
      for booked in grant.amounts where booked.amount.book == .accounts {
        let amount = booked.amount
        let source = amount.funding.map { GrantWords.name($0)(language) }
        section.rows.append(
          ReportRow(
            .item,
            [
              .text("– " + amount.post),
              .text(
                [GrantWords.name(amount.flow)(language), source].compactMap { $0 }
                  .joined(separator: ", ")), kroner(amount.amount),
            ]))
      }
      if let share = item.figures.localShare(.accounts) {
        section.notes.append(shareNote(share, grant))
      }
    }
    section.notes.append(knownLine)
    return [section]
  }

  private func kroner(_ ore: Int?) -> ReportCell {
    ore.map { ReportCell(.decimal($0, over: 100, places: 2)) } ?? .empty
  }

  /// "Lokal finansiering 51,0 % av inntektene; kravet er minst 40 %: oppfylt."
  private func shareNote(_ share: LocalShare, _ grant: Grant) -> String {
    let (product, overflow) = share.local.multipliedReportingOverflow(by: 100)
    let percent = overflow ? "–" : Numbers.decimal(product, share.all, places: 1, language)
    let text = label(
      nb: "Lokal finansiering: \(percent) % av inntektene som er ført her",
      nn: "Lokal finansiering: \(percent) % av inntektene som er førte her",
      en: "Local financing: \(percent) % of the income booked here")
    guard let least = grant.details.share else { return text + "." }
    let isMet = share.isAtLeast(percent: least)
    return text
      + (isMet
        ? label(
          nb: "; kravet er minst \(least) %.",
          nn: "; kravet er minst \(least) %.",
          en: "; at least \(least) % is asked for.")
        : label(
          nb: "; kravet er minst \(least) %, og det er UNDER.",
          nn: "; kravet er minst \(least) %, og det er UNDER.",
          en: "; at least \(least) % is asked for, and it is BELOW."))
  }

  /// The conditions of each grant that has any.
  var conditions: [ReportSection] {
    beside.grants.compactMap { item in
      let grant = item.figures.grant
      let told = Set(item.conditions.map(\.code))
      let further = grant.answers.keys.filter { !told.contains($0) }.sorted()
      if item.conditions.isEmpty, further.isEmpty { return nil }
      var section = ReportSection(
        key: "conditions",
        title: label(nb: "Vilkår: ", en: "Conditions: ") + grant.details.scheme,
        columns: [
          ReportColumn("condition", label(nb: "Vilkår", en: "Condition")),
          ReportColumn(
            "answer",
            label(nb: "Sentralens svar", nn: "Svaret til sentralen", en: "The centre's answer")),
          ReportColumn("source", label(nb: "Kilde", nn: "Kjelde", en: "Source"), isDataOnly: true),
        ])
      section.rows = item.conditions.map { condition in
        ReportRow(
          .item,
          [
            .text(condition.words(language)), .text(answer(grant.answers[condition.code])),
            condition.source.map { .text($0) } ?? .empty,
          ])
      }
      section.rows += further.map {
        ReportRow(.item, [.text($0.text), .text(answer(grant.answers[$0])), .empty])
      }
      if let rules = grant.details.rules {
        section.notes.append(
          label(
            nb: "Vilkårene er hentet fra: ", nn: "Vilkåra er henta frå: ",
            en: "The conditions are from: ")
            + rules)
      }
      section.notes.append(knownLine)
      return section
    }
  }

  private func answer(_ met: Bool?) -> String {
    switch met {
    case true?: label(nb: "oppfylt", en: "met")
    case false?: label(nb: "ikke oppfylt", nn: "ikkje oppfylt", en: "not met")
    case nil: label(nb: "ikke besvart", nn: "ikkje svart på", en: "not answered")
    }
  }

  /// Who stands behind the figures.
  var vouching: ReportSection {
    let vouched = beside.vouched
    var section = ReportSection(
      key: "vouched",
      title: label(
        nb: "Hvem som står for tallene", nn: "Kven som står for tala",
        en: "Who vouches for the figures"),
      columns: [
        ReportColumn("what", label(nb: "Føringer", nn: "Føringar", en: "Entries")),
        ReportColumn("entries", label(nb: "Antall", nn: "Tal på", en: "Number"), .right),
        ReportColumn("minutes", words.columns.hours, .right),
      ])
    func row(_ name: String, _ entries: Int, _ minutes: Int?) {
      section.rows.append(
        ReportRow(.item, [.text(name), .integer(entries), minutes.map { .hours($0) } ?? .empty]))
    }
    row(label(nb: "ført", nn: "ført", en: "recorded"), vouched.entries, vouched.minutes)
    row(
      label(
        nb: "godkjent av en annen enn den som førte", nn: "godkjend av ein annan enn den som førte",
        en: "approved by somebody else than the recorder"),
      vouched.approved - vouched.ownApproved, vouched.approvedMinutes - vouched.ownApprovedMinutes)
    row(
      label(
        nb: "godkjent av den som førte eller var der",
        nn: "godkjend av den som førte eller var der",
        en: "approved by the recorder or the volunteer"),
      vouched.ownApproved, vouched.ownApprovedMinutes)
    row(
      label(nb: "ikke godkjent", nn: "ikkje godkjend", en: "not approved"),
      vouched.entries - vouched.approved, vouched.minutes - vouched.approvedMinutes)
    if vouched.paid > 0 {
      row(
        label(
          nb: "merket som lønnet (med i timene over)", nn: "merkt som løna (med i timane over)",
          en: "marked as paid (among the hours above)"), vouched.paid, vouched.paidMinutes)
    }
    row(label(nb: "rettet", nn: "retta", en: "corrected"), vouched.corrected, nil)
    row(
      label(
        nb: "ført mer enn \(Vouched.daysClose) dager etter",
        nn: "ført meir enn \(Vouched.daysClose) dagar etter",
        en: "recorded more than \(Vouched.daysClose) days after"), vouched.enteredLate, nil)
    let (recorders, approvers) = (vouched.recorders.count, vouched.approvers.count)
    section.notes = [
      label(
        nb:
          "Ført av \(recorders), godkjent av \(approvers). Sentralen fører regnskapet og svarer for det; "
          + "rapporten viser hva som er ført, ikke at timene er arbeidet.",
        nn:
          "Ført av \(recorders), godkjend av \(approvers). Sentralen fører rekneskapen og svarer for "
          + "han; rapporten viser kva som er ført, ikkje at timane er arbeidde.",
        en:
          "Recorded by \(recorders), approved by \(approvers). The centre keeps the record and answers "
          + "for it; the report shows what was recorded, not that the hours were worked.")
    ]
    return section
  }
}
