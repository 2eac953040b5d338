// What was checked before the report was given away: procedure, result, finding.

import Domain
import Projections
import Wording

extension GrantReport {
  var checks: ReportSection {
    let review = GrantReview(figures, in: state, today: making.at.osloDay)
    var section = ReportSection(
      key: "checks", title: say(nb: "Kontrollhandlinger", nn: "Kontrollhandlingar", en: "Checks"),
      columns: [
        ReportColumn("check", words.columns.code, isDataOnly: true),
        ReportColumn("procedure", say(nb: "Handling", en: "Procedure")),
        ReportColumn("result", say(nb: "Resultat", en: "Result")),
        ReportColumn("finding", say(nb: "Funn", en: "Finding")),
        ReportColumn("entries", words.columns.entries),
      ])
    section.rows = review.checks.map { check in
      ReportRow(
        .item,
        [
          .text(check.procedure.rawValue), .text(procedure(check.procedure)),
          .text(result(check)), .text(finding(check.finding)),
          .text(check.entries.map(\.text).joined(separator: " ")),
        ])
    }
    return section
  }

  private func result(_ check: GrantCheck) -> String {
    if !check.entries.isEmpty {
      let share = share(check.minutes)
      return OwnWords.counted(check.entries.count, .entries, language) + ", "
        + Numbers.countedHours(minutes: check.minutes, language) + (share.map { " (\($0))" } ?? "")
    }
    switch (check.procedure, check.finding) {
    case (.sum, _):
      return Numbers.countedHours(minutes: figures.totals.minutes, language)
    case (.share, .unknown):
      return say(
        nb: "ingen inntekter er ført", nn: "ingen inntekter er førte", en: "no incomes are booked")
    case (.share, _):
      guard figures.grant.details.share != nil else {
        return say(nb: "ikke et krav", nn: "ikkje eit krav", en: "not asked for")
      }
      return sharePercent(.accounts) ?? ""
    case (.deadline, _):
      return check.day.map { written($0, language) } ?? say(nb: "ingen", en: "none")
    case (.otherLedgers, _):
      return say(nb: "ikke synlig herfra", nn: "ikkje synleg herfrå", en: "not visible from here")
    default: return say(nb: "ingen", en: "none")
    }
  }

  /// "12,5 %" of the claimed hours.
  private func share(_ minutes: Int) -> String? {
    let (product, overflow) = minutes.multipliedReportingOverflow(by: 100)
    guard !overflow, figures.totals.minutes > 0 else { return nil }
    return Numbers.decimal(product, figures.totals.minutes, places: 1, language)
      + Numbers.hardSpace + "%"
  }

  private func finding(_ finding: GrantCheck.Finding) -> String {
    switch finding {
    case .clean: say(nb: "i orden", en: "in order")
    case .noted: say(nb: "merk", en: "note")
    case .failed: say(nb: "AVVIK", en: "DEVIATION")
    case .unknown:
      say(nb: "kan ikke kontrolleres", nn: "kan ikkje kontrollerast", en: "cannot be checked")
    }
  }

  private func procedure(_ procedure: GrantCheck.Procedure) -> String {
    switch procedure {
    case .sum:
      say(
        nb: "Linjene summert mot summen", nn: "Linjene summerte mot summen",
        en: "Lines added up against the sum")
    case .claims:
      say(
        nb: "Ført mer enn føringen har, på dette eller i alt",
        nn: "Ført meir enn føringa har, på dette eller i alt",
        en: "Claimed more than the entry has, here or in all")
    case .scope:
      say(
        nb: "Utenfor tilskuddets dager eller aktiviteter",
        nn: "Utanfor dagane eller aktivitetane til tilskotet",
        en: "Outside the grant's days or activities")
    case .excluded:
      say(
        nb: "Lønnet, eller arbeid som tilskuddet holder utenfor",
        nn: "Løna, eller arbeid som tilskotet held utanfor",
        en: "Paid, or work that the grant leaves out")
    case .unapproved:
      say(nb: "Ikke godkjent nå", nn: "Ikkje godkjende no", en: "Not approved now")
    case .ownApproval:
      say(
        nb: "Godkjent av den som førte dem eller selv var frivillig",
        nn: "Godkjende av den som førte dei eller sjølv var frivillig",
        en: "Approved by who recorded them, or by the volunteer")
    case .late:
      say(
        nb: "Ført eller rettet etter at året var avsluttet",
        nn: "Førte eller retta etter at året var avslutta",
        en: "Recorded or corrected after the year was closed")
    case .enteredLate:
      say(
        nb: "Ført mer enn \(GrantCheck.lateDays) dager etter arbeidet",
        nn: "Førte meir enn \(GrantCheck.lateDays) dagar etter arbeidet",
        en: "Recorded more than \(GrantCheck.lateDays) days after the work")
    case .estimated:
      say(nb: "Anslått eller summert", nn: "Estimerte eller summerte", en: "Estimated or summaries")
    case .share:
      say(
        nb: "Lokal andel mot kravet", nn: "Lokal del mot kravet",
        en: "Local share against what is asked for")
    case .deadline:
      say(
        nb: "Frister som er gått ut uten at noe er ført som sendt",
        nn: "Fristar som er gått ut utan at noko er ført som sendt",
        en: "Deadlines that passed with nothing recorded as sent")
    case .otherLedgers:
      say(
        nb: "De samme timene ført hos andre", nn: "Dei same timane førte hos andre",
        en: "The same hours claimed elsewhere")
    }
  }
}
