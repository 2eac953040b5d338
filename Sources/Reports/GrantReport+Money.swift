// What was applied for, granted and used; budget against accounts; the conditions.

import Domain
import Projections
import Wording

extension GrantReport {
  /// Applied for against granted against what stands now; nil before the application.
  var agreed: ReportSection? {
    let (applied, granted) = (figures.grant.step(.applied), figures.grant.step(.granted))
    if applied == nil && granted == nil { return nil }
    var section = ReportSection(
      key: "agreed",
      title: say(
        nb: "Søkt, innvilget og ført", nn: "Søkt, innvilga og ført",
        en: "Applied for, granted and recorded"),
      columns: [
        ReportColumn("what", ""),
        ReportColumn("applied", say(nb: "Søkt", en: "Applied"), .right),
        ReportColumn("granted", say(nb: "Innvilget", nn: "Innvilga", en: "Granted"), .right),
        ReportColumn("recorded", say(nb: "Ført", en: "Recorded"), .right),
      ])
    // The grant's own money as the accounts say it came.
    let received = figures.posts.filter { $0.funding == .grant }.clampedSum { $0.accounts }
    section.rows = [
      ReportRow(
        .item,
        [
          .text(say(nb: "Tilskudd (kr)", nn: "Tilskot (kr)", en: "Grant (NOK)")),
          kroner(applied?.amount), kroner(granted?.amount),
          kroner(received == 0 ? nil : received),
        ]),
      ReportRow(
        .item,
        [
          .text(say(nb: "Egne timer", nn: "Eigne timar", en: "Own hours")),
          applied?.minutes.map { .hours($0) } ?? .empty,
          granted?.minutes.map { .hours($0) } ?? .empty,
          cell(.hours(minutes: figures.totals.minutes), .hours),
        ]),
    ]
    return section
  }

  func kroner(_ ore: Int?) -> ReportCell {
    ore.map { ReportCell(.decimal($0, over: 100, places: 2)) } ?? .empty
  }

  var money: ReportSection? { money([.budget, .accounts]) }

  func money(_ books: [GrantAmount.Book]) -> ReportSection? {
    // (A plan does not show what only the accounts have.)
    let posts = figures.posts.filter { post in books.contains { post.amount($0) != 0 } }
    if posts.isEmpty { return nil }
    func headed(_ text: String) -> String { sentence(text) + say(nb: " (kr)", en: " (NOK)") }
    let comparing = books.count > 1
    var section = ReportSection(
      key: "money",
      title: comparing
        ? say(nb: "Budsjett og regnskap", nn: "Budsjett og rekneskap", en: "Budget and accounts")
        : sentence(GrantWords.name(books[0])(language)),
      columns: [
        ReportColumn("flow", say(nb: "Art", en: "Flow")),
        ReportColumn("post", say(nb: "Post", en: "Post")),
        ReportColumn("funding", say(nb: "Fra", nn: "Frå", en: "From")),
      ] + books.map { ReportColumn($0.rawValue, headed(GrantWords.name($0)(language)), .right) }
        + (comparing
          ? [ReportColumn("difference", headed(say(nb: "avvik", en: "difference")), .right)] : []))
    func amounts(_ amount: (GrantAmount.Book) -> Int) -> [ReportCell] {
      let cells = books.map { kroner(amount($0)) }
      return comparing ? cells + [kroner(amount(.accounts) - amount(.budget))] : cells
    }
    for flow in GrantAmount.Flow.allCases {
      let rows = posts.filter { $0.flow == flow }
      if rows.isEmpty { continue }
      let name = sentence(GrantWords.name(flow)(language))
      section.rows += rows.map { post in
        ReportRow(
          .item,
          [
            .text(name), .text(post.name),
            post.funding.map { .text(GrantWords.name($0)(language)) } ?? .empty,
          ] + amounts(post.amount))
      }
      section.rows.append(
        ReportRow(
          .sum,
          [.text(name), .text(words.tables.sum), .empty] + amounts { figures.sum($0, flow) }))
    }
    section.notes = books.compactMap(shareNote)
    return section
  }

  /// "Lokal andel av inntektene i regnskapet: 51,0 % (krav: minst 40 %)".
  private func shareNote(_ book: GrantAmount.Book) -> String? {
    guard let percent = sharePercent(book) else { return nil }
    let asked = figures.grant.details.share.map { least in
      let least = "\(least)\(Numbers.hardSpace)%"
      return say(
        nb: " (krav: minst \(least))", nn: " (krav: minst \(least))",
        en: " (asked for: at least \(least))")
    }
    let name = GrantWords.name(book)(language)
    return say(
      nb: "Lokal andel av inntektene, \(name): \(percent)",
      nn: "Lokal del av inntektene, \(name): \(percent)",
      en: "Local share of the incomes, \(name): \(percent)") + (asked ?? "")
  }

  /// "51,0 %"; nil without incomes.
  func sharePercent(_ book: GrantAmount.Book) -> String? {
    guard let share = figures.localShare(book) else { return nil }
    let (product, overflow) = share.local.multipliedReportingOverflow(by: 100)
    if overflow { return nil }
    return Numbers.decimal(product, share.all, places: 1, language) + Numbers.hardSpace + "%"
  }

  var conditions: ReportSection? {
    if figures.grant.answers.isEmpty { return nil }
    var section = ReportSection(
      key: "conditions",
      title: say(
        nb: "Vilkår, slik sentralen svarer", nn: "Vilkår, slik sentralen svarar",
        en: "Conditions, as the centre answers"),
      columns: [
        ReportColumn("condition", say(nb: "Vilkår", en: "Condition")),
        ReportColumn("met", say(nb: "Oppfylt", nn: "Oppfylt", en: "Met")),
      ])
    section.rows = figures.grant.answers.sorted { $0.key < $1.key }.map {
      ReportRow(
        .item,
        [.text(conditionNames[$0.key]?(language) ?? $0.key.text), ReportCell(.flag($0.value))])
    }
    return section
  }
}
