// The header words people use, in bokmål, nynorsk and English. The first three are those of our own
// templates, in that order.

package import Wording

extension ColumnField {
  /// The header of a template.
  package func heading(_ language: Language) -> String {
    switch language {
    case .nb: headers[0]
    case .nn: headers[1]
    case .en: headers[2]
    }
  }

  /// Every known header, the templates' first: never fewer than three.
  var headers: [String] {
    switch self {
    case .activity:
      [
        "Aktivitet", "Aktivitet", "Activity", "Aktiviteter", "Aktivitetar", "Aktiviteten",
        "Aktivitetsnavn", "Aktivitetsnamn", "Navn på aktivitet", "Namn på aktivitet", "Tiltak",
        "Oppgave", "Oppgåve", "Oppdrag", "Activities", "Activity name", "Task",
      ]
    case .person:
      [
        "Navn", "Namn", "Name", "Person", "Personen", "Frivillig", "Den frivillige", "Fullt navn",
        "Fullt namn", "Full name", "Volunteer", "Volunteer name", "Hvem", "Kven", "Who",
        "Navn på frivillig", "Namn på frivillig", "Fornavn og etternavn", "For- og etternavn",
        "Førenamn og etternamn",
      ]
    case .firstName: ["Fornavn", "Førenamn", "First name", "Firstname", "Given name"]
    case .lastName:
      ["Etternavn", "Etternamn", "Last name", "Lastname", "Surname", "Family name"]
    case .headcount:
      [
        "Antall personer", "Tal på personar", "Number of people", "Antall", "Antal", "Ant",
        "Tal på", "Antal personar", "Antall frivillige", "Antal frivillige", "Tal på frivillige",
        "Frivillige", "Personer", "Personar", "Headcount", "People", "Persons", "Volunteers",
        "Number of volunteers",
      ]
    case .on:
      [
        "Dato", "Dato", "Date", "Datoen", "Dag", "Dagen", "Day", "Når", "When", "Periode",
        "Perioden", "Period", "Tidsrom", "Dato eller periode", "Dato/periode", "Date or period",
      ]
    case .firstDay:
      [
        "Fra dato", "Frå dato", "From date", "Startdato", "Første dag", "Fyrste dag",
        "Fra og med", "Frå og med", "Start date", "First day",
      ]
    case .lastDay:
      [
        "Til dato", "Til dato", "To date", "Sluttdato", "Siste dag", "Til og med", "End date",
        "Last day",
      ]
    case .month: ["Måned", "Månad", "Month", "Mnd"]
    case .year: ["År", "År", "Year", "Årstall", "Årstal"]
    case .hours:
      [
        "Timer", "Timar", "Hours", "Antall timer", "Antal timar", "Tal på timar", "Timetall",
        "Timetal", "Timer totalt", "Timar totalt", "Totalt timer", "Timer i alt", "Timar i alt",
        "Sum timer", "Sum timar", "Number of hours", "Total hours", "Hrs", "Varighet",
        "Varigheit", "Duration",
      ]
    case .hoursEach:
      [
        "Timer hver", "Timar kvar", "Hours each", "Timer per person", "Timer pr person",
        "Timar per person", "Timar pr person", "Hours per person",
      ]
    case .minutes:
      ["Minutter", "Minutt", "Minutes", "Antall minutter", "Antal minutt", "Min"]
    case .start:
      [
        "Fra kl.", "Frå kl.", "From", "Fra", "Frå", "Kl. fra", "Start", "Starttid", "Start time",
        "Starttidspunkt", "Fra klokken", "Begynte",
      ]
    case .end:
      [
        "Til kl.", "Til kl.", "To", "Til", "Kl. til", "Slutt", "Sluttid", "End", "End time",
        "Sluttidspunkt", "Til klokken", "Sluttet", "Until",
      ]
    case .span:
      ["Kl.", "Kl.", "Times", "Klokkeslett", "Klokken", "Klokka", "Fra-til", "Frå-til", "From-to"]
    case .known:
      [
        "Hvordan kjent", "Korleis kjent", "How known", "Kjent", "Kjend", "Grunnlag", "Known",
        "Basis",
      ]
    case .voucher:
      [
        "Bilag", "Bilag", "Voucher", "Bilagsnr", "Bilagsnummer", "Bilag nr", "Perm", "Perm/ark",
        "Referanse", "Reference",
      ]
    case .shift: ["Vakt", "Vakt", "Shift", "Vakt-id", "Vaktnr", "Shift id"]
    case .role: ["Rolle", "Rolle", "Role"]
    case .birthYear:
      [
        "Fødselsår", "Fødselsår", "Year of birth", "Fødeår", "Født", "Fødd", "Fødselsdato",
        "Birth year", "Born",
      ]
    case .code: ["Kode", "Kode", "Code", "Aktivitetskode", "Activity code"]
    case .group: ["Gruppe", "Gruppe", "Group", "Aktivitetsgruppe", "Activity group"]
    case .category: ["Kategori", "Kategori", "Category", "Nasjonal kategori"]
    case .sector: ["Sektor", "Sektor", "Sector"]
    case .recipient:
      [
        "Mottaker", "Mottakar", "Recipient", "Mottakerenhet", "Mottakareining", "Enhet", "Eining",
        "Recipient unit", "Unit",
      ]
    case .alsoFor: ["Også for", "Også for", "Also for"]
    case .counted:
      ["I summen", "I summen", "Counted", "Regnes med", "Reknast med", "Teller", "Tel"]
    case .aliases:
      ["Andre navn", "Andre namn", "Other names", "Alias", "Aliaser", "Også kalt", "Aliases"]
    case .places:
      ["Plasser", "Plassar", "Places", "Antall plasser", "Tal på plassar", "Capacity", "Kapasitet"]
    }
  }
}
