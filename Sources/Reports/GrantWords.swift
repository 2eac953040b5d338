// The words of grants, participants and marks, in one place for sentences and tables.

package import Domain
package import Wording

package enum GrantWords {
  package static let participants = Phrase(
    nb: "Deltakere", nn: "Deltakarar", en: "Participants")
  package static let voucherLine = Phrase(
    nb: "Regnskapslinje", nn: "Rekneskapslinje", en: "Amount")
  package static let claim = Phrase(
    nb: "Ført på tilskudd", nn: "Ført på tilskot", en: "Claim")
  package static let sent = Phrase(nb: "Sendt rapport", nn: "Send rapport", en: "Sent report")

  package static func name(_ form: CentreDetails.Form) -> Phrase {
    switch form {
    case .municipal: Phrase(nb: "kommunal", en: "municipal")
    case .association: Phrase(nb: "forening", en: "association")
    case .foundation: Phrase(nb: "stiftelse", nn: "stifting", en: "foundation")
    case .cooperative: Phrase(nb: "samvirke", en: "cooperative")
    case .other: Phrase(nb: "annet", nn: "anna", en: "other")
    }
  }

  package static func name(_ mark: WorkMark) -> Phrase {
    switch mark {
    case .paid: Phrase(nb: "lønnet", nn: "lønna", en: "paid")
    case .inKind: Phrase(nb: "betalt i naturalia", en: "paid in kind")
    case .publicTask:
      Phrase(nb: "offentlig oppgave", nn: "offentleg oppgåve", en: "public task")
    case .board: Phrase(nb: "styreverv", en: "board work")
    case .travel: Phrase(nb: "reisetid", en: "travel time")
    case .openPlace:
      Phrase(nb: "åpen møteplass", nn: "open møteplass", en: "open meeting place")
    }
  }

  package static func name(_ status: GrantStatus) -> Phrase {
    switch status {
    case .planned: Phrase(nb: "planlagt", en: "planned")
    case .applied: Phrase(nb: "søkt", en: "applied")
    case .granted: Phrase(nb: "innvilget", nn: "innvilga", en: "granted")
    case .refused: Phrase(nb: "avslått", nn: "avslått", en: "refused")
    case .reported: Phrase(nb: "rapportert", en: "reported")
    case .settled: Phrase(nb: "oppgjort", nn: "oppgjord", en: "settled")
    }
  }

  package static func name(_ measure: GrantGoal.Measure) -> Phrase {
    switch measure {
    case .hours: Phrase(nb: "frivillige timer", nn: "frivillige timar", en: "volunteer hours")
    case .volunteers: Phrase(nb: "ulike frivillige", en: "different volunteers")
    case .attendances: Phrase(nb: "oppmøter", nn: "frammøte", en: "attendances")
    case .participants:
      Phrase(nb: "ulike deltakere", nn: "ulike deltakarar", en: "different participants")
    case .days:
      Phrase(nb: "dager med deltakere", nn: "dagar med deltakarar", en: "days with participants")
    case .activities: Phrase(nb: "aktiviteter", nn: "aktivitetar", en: "activities")
    case .openPlaces:
      Phrase(nb: "åpne møteplasser", nn: "opne møteplassar", en: "open meeting places")
    }
  }

  package static func name(_ book: GrantAmount.Book) -> Phrase {
    switch book {
    case .budget: Phrase(nb: "budsjett", en: "budget")
    case .accounts: Phrase(nb: "regnskap", nn: "rekneskap", en: "accounts")
    }
  }

  package static func name(_ flow: GrantAmount.Flow) -> Phrase {
    switch flow {
    case .income: Phrase(nb: "inntekt", en: "income")
    case .cost: Phrase(nb: "kostnad", en: "cost")
    }
  }

  package static func name(_ funding: GrantAmount.Funding) -> Phrase {
    switch funding {
    case .grant: Phrase(nb: "tilskuddet", nn: "tilskotet", en: "the grant")
    case .municipality: Phrase(nb: "kommunen", en: "the municipality")
    case .own: Phrase(nb: "egne midler", nn: "eigne midlar", en: "own means")
    case .others: Phrase(nb: "andre", en: "others")
    }
  }

  /// "oppmøter", as it stands after a number.
  package static func counted(_ measure: ParticipantCount.Measure, _ count: Int) -> Phrase {
    switch measure {
    case .attendances:
      count == 1
        ? Phrase(nb: "oppmøte", nn: "frammøte", en: "attendance")
        : Phrase(nb: "oppmøter", nn: "frammøte", en: "attendances")
    case .different:
      count == 1
        ? Phrase(nb: "deltaker", nn: "deltakar", en: "participant")
        : Phrase(nb: "ulike deltakere", nn: "ulike deltakarar", en: "different participants")
    }
  }

  /// "0–12 år", "65 år og over".
  package static func ages(_ band: AgeBand, _ language: Language) -> String {
    if band.to == AgeBand.years.upperBound {
      return Phrase(
        nb: "\(band.from) år og over", nn: "\(band.from) år og over",
        en: "\(band.from) years and over")(language)
    }
    return Phrase(nb: "\(band.from)–\(band.to) år", en: "\(band.from)–\(band.to) years")(language)
  }
}

extension SentReport.Form {
  /// How the kept file ends.
  package var fileExtension: String {
    switch self {
    case .text: "txt"
    case .markdown: "md"
    case .csv: "csv"
    case .json: "json"
    case .html: "html"
    }
  }
}
