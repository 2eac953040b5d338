// The yearly report in English.

extension ReportWords {
  /// The catalogue in English.
  package static let en = ReportWords(
    language: .en,
    columns: Columns(
      activity: "Activity", code: "Code", group: "Group", category: "Category",
      sector: "Sector", recipient: "Recipient unit", centre: "Volunteer centre",
      volunteers: "Volunteers", perActivity: "Volunteers counted per activity",
      distinct: "Different volunteers", headcount: "Unnamed", activities: "Activities",
      entries: "Entries", hours: "Hours", fullTimeEquivalents: "Full-time equivalents",
      value: "Value", day: "Day", period: "Period", person: "Individual", howKnown: "How known",
      voucher: "Voucher", recordedBy: "Recorded by", recordedAt: "Recorded at",
      approvedBy: "Approved by", line: "Line", remark: "Remark"),
    tables: Tables(
      perActivity: "Volunteers and hours per activity",
      perGroup: "Different volunteers per group",
      perSector: "Volunteers and hours per sector",
      perCategory: "Volunteers and hours per category",
      perRecipient: "Volunteers and hours per recipient unit",
      sum: "Total", ofWhich: "of which", outsideSum: "Outside the total",
      noGroup: "No group", noCategory: "No category", noSector: "No sector",
      groupNote: "A volunteer in two groups is counted in both.",
      openYear: "the year is not closed",
      example: "EXAMPLE: people and days are invented",
      afterClosing: "learned after closing", suppressed: "fewer than 3"),
    figures: Figures(
      distinctInYear: "Different volunteers in the year",
      perActivity: "volunteers counted per activity",
      headcount: "people without a name", hours: "hours", entries: "entries",
      fullTimeEquivalents: "full-time equivalents", value: "value at an hourly rate"),
    states: States(
      recorded: "recorded", estimated: "estimated", summary: "summary", approved: "approved",
      notApproved: "not approved", signedUp: "signed up", waiting: "on the waiting list",
      withdrawn: "withdrawn", cancelled: "cancelled", volunteer: "volunteer",
      coordinator: "coordinator", approver: "approver"),
    lines: Lines(
      title: { "Volunteer effort \($1) – \($0)" },
      fullTimeEquivalents: { hoursPerYear, minutes in
        "A voluntary full-time equivalent is \(hoursPerYear) hours = "
          + "\(Numbers.decimal(minutes, hoursPerYear * 60, places: 1, .en)) full-time equivalents"
      },
      reconciliation: { perActivity, again, distinct in
        Numbers.counted(perActivity, "volunteer", "volunteers", .en) + " counted per activity − "
          + Numbers.integer(again, .en) + " counted again = "
          + Numbers.counted(distinct, "volunteer", "different volunteers", .en)
      },
      sumOfGroups: {
        "Sum of the groups: \(Numbers.counted($0, "volunteer", "volunteers", .en)), "
          + "counted as different within each group"
      },
      unnamed: { "\(Numbers.integer($0, .en)) unnamed" },
      unnamedAttendances: {
        Numbers.counted($0, "unnamed attendance", "unnamed attendances", .en)
      },
      value: { minutes, rate, value in
        Numbers.countedHours(minutes: minutes, .en) + " × \(Numbers.kroner(ore: rate, .en)) = "
          + Numbers.kroner(ore: value, .en)
      },
      footer: { "Through line \($0), checksum \($1)" },
      asKnownOn: { "as known on \($0)" },
      closedAt: { "closed at line \($0)" },
      approvedOn: { "approved by the annual meeting on \($0)" },
      lateEntries: { "Late entries from \($0)" },
      divisor: { "A full-time equivalent is \($0) hours" }))
}
