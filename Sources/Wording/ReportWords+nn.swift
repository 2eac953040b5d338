// The yearly report in nynorsk.

extension ReportWords {
  /// The catalogue in nynorsk.
  package static let nn = ReportWords(
    language: .nn,
    columns: Columns(
      activity: "Aktivitet", code: "Kode", group: "Gruppe", category: "Kategori",
      sector: "Sektor", recipient: "Mottakareining", centre: "Frivilligsentral",
      volunteers: "Frivillige", perActivity: "Frivillige talde per aktivitet",
      distinct: "Ulike frivillige", headcount: "Tal utan namn", activities: "Aktivitetar",
      entries: "Føringar", hours: "Timar", fullTimeEquivalents: "Årsverk",
      value: "Verdi", day: "Dag", period: "Periode", person: "Person", howKnown: "Korleis kjent",
      voucher: "Bilag",
      recordedBy: "Ført av", recordedAt: "Ført", approvedBy: "Godkjend av", line: "Linje",
      remark: "Merknad"),
    tables: Tables(
      perActivity: "Frivillige og timar per aktivitet",
      perGroup: "Ulike frivillige per gruppe",
      perSector: "Frivillige og timar per sektor",
      perCategory: "Frivillige og timar per kategori",
      perRecipient: "Frivillige og timar per mottakareining",
      sum: "Sum", ofWhich: "av dette", outsideSum: "Utanfor summen",
      noGroup: "Utan gruppe", noCategory: "Utan kategori", noSector: "Utan sektor",
      groupNote: "Ein frivillig i to grupper er tald i begge.",
      openYear: "året er ikkje avslutta",
      example: "DØME: personar og dagar er oppdikta",
      afterClosing: "kjent etter avslutning", suppressed: "færre enn 3"),
    figures: Figures(
      distinctInYear: "Ulike frivillige i året", perActivity: "frivillige talde per aktivitet",
      headcount: "tal utan namn", hours: "timar", entries: "føringar",
      fullTimeEquivalents: "årsverk", value: "verdi med timesats"),
    states: States(
      recorded: "ført", estimated: "estimert", summary: "summert", approved: "godkjend",
      notApproved: "ikkje godkjend", signedUp: "påmeld", waiting: "på venteliste",
      withdrawn: "avmeld", cancelled: "avlyst", volunteer: "frivillig",
      coordinator: "koordinator", approver: "godkjennar"),
    lines: Lines(
      title: { "Frivillig innsats \($1) – \($0)" },
      fullTimeEquivalents: { hoursPerYear, minutes in
        "Eit frivillig årsverk er \(hoursPerYear) timar = "
          + "\(Numbers.decimal(minutes, hoursPerYear * 60, places: 1, .nn)) årsverk"
      },
      reconciliation: { perActivity, again, distinct in
        Numbers.counted(perActivity, "frivillig tald", "frivillige talde", .nn)
          + " per aktivitet − " + Numbers.counted(again, "tald", "talde", .nn)
          + " fleire gonger = " + Numbers.counted(distinct, "frivillig", "ulike frivillige", .nn)
      },
      sumOfGroups: {
        "Sum av gruppene: \(Numbers.counted($0, "frivillig, tald", "frivillige, talde", .nn)) "
          + "som ulike per gruppe"
      },
      unnamed: { "\(Numbers.integer($0, .nn)) utan namn" },
      unnamedAttendances: { "\(Numbers.counted($0, "frammøte", "frammøte", .nn)) utan namn" },
      value: { minutes, rate, value in
        Numbers.countedHours(minutes: minutes, .nn) + " × \(Numbers.kroner(ore: rate, .nn)) = "
          + Numbers.kroner(ore: value, .nn)
      },
      footer: { "Per linje \($0), kontrollsum \($1)" },
      asKnownOn: { "slik det var kjent \($0)" },
      closedAt: { "avslutta ved linje \($0)" },
      approvedOn: { "godkjend av årsmøtet \($0)" },
      lateEntries: { "Etterføringar frå \($0)" },
      divisor: { "Eit årsverk er \($0) timar" }))
}
