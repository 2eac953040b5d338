// The yearly report in bokmål.

extension ReportWords {
  /// The catalogue in bokmål.
  package static let nb = ReportWords(
    language: .nb,
    columns: Columns(
      activity: "Aktivitet", code: "Kode", group: "Gruppe", category: "Kategori",
      sector: "Sektor", recipient: "Mottakerenhet", centre: "Frivilligsentral",
      volunteers: "Frivillige", perActivity: "Frivillige talt per aktivitet",
      distinct: "Ulike frivillige", headcount: "Antall uten navn", activities: "Aktiviteter",
      entries: "Føringer", hours: "Timer", fullTimeEquivalents: "Årsverk",
      value: "Verdi", day: "Dag", period: "Periode", person: "Person", howKnown: "Hvordan kjent",
      voucher: "Bilag",
      recordedBy: "Ført av", recordedAt: "Ført", approvedBy: "Godkjent av", line: "Linje",
      remark: "Merknad"),
    tables: Tables(
      perActivity: "Frivillige og timer per aktivitet",
      perGroup: "Ulike frivillige per gruppe",
      perSector: "Frivillige og timer per sektor",
      perCategory: "Frivillige og timer per kategori",
      perRecipient: "Frivillige og timer per mottakerenhet",
      sum: "Sum", ofWhich: "herav", outsideSum: "Utenfor summen",
      noGroup: "Uten gruppe", noCategory: "Uten kategori", noSector: "Uten sektor",
      groupNote: "En frivillig i to grupper er talt i begge.",
      openYear: "året er ikke avsluttet",
      example: "EKSEMPEL: personer og dager er oppdiktet",
      afterClosing: "kjent etter avslutning", suppressed: "færre enn 3"),
    figures: Figures(
      distinctInYear: "Ulike frivillige i året", perActivity: "frivillige talt per aktivitet",
      headcount: "antall uten navn", hours: "timer", entries: "føringer",
      fullTimeEquivalents: "årsverk", value: "verdi med timesats"),
    states: States(
      recorded: "ført", estimated: "anslått", summary: "summert", approved: "godkjent",
      notApproved: "ikke godkjent", signedUp: "påmeldt", waiting: "på venteliste",
      withdrawn: "avmeldt", cancelled: "avlyst", volunteer: "frivillig",
      coordinator: "koordinator", approver: "godkjenner"),
    lines: Lines(
      title: { "Frivillig innsats \($1) – \($0)" },
      fullTimeEquivalents: { hoursPerYear, minutes in
        "Et frivillig årsverk er \(hoursPerYear) timer = "
          + "\(Numbers.decimal(minutes, hoursPerYear * 60, places: 1, .nb)) årsverk"
      },
      reconciliation: { perActivity, again, distinct in
        Numbers.counted(perActivity, "frivillig", "frivillige", .nb) + " talt per aktivitet − "
          + Numbers.integer(again, .nb) + " talt flere ganger = "
          + Numbers.counted(distinct, "frivillig", "ulike frivillige", .nb)
      },
      sumOfGroups: {
        "Sum av gruppene: \(Numbers.counted($0, "frivillig", "frivillige", .nb)), "
          + "talt som ulike per gruppe"
      },
      unnamed: { "\(Numbers.integer($0, .nb)) uten navn" },
      unnamedAttendances: { "\(Numbers.counted($0, "oppmøte", "oppmøter", .nb)) uten navn" },
      value: { minutes, rate, value in
        Numbers.countedHours(minutes: minutes, .nb) + " × \(Numbers.kroner(ore: rate, .nb)) = "
          + Numbers.kroner(ore: value, .nb)
      },
      footer: { "Per linje \($0), kontrollsum \($1)" },
      asKnownOn: { "slik det var kjent \($0)" },
      closedAt: { "avsluttet ved linje \($0)" },
      approvedOn: { "godkjent av årsmøtet \($0)" },
      lateEntries: { "Etterføringer fra \($0)" },
      divisor: { "Et årsverk er \($0) timer" }))
}
