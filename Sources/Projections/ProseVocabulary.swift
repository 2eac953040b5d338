// The words that tell what a number in a text is, in bokmål, nynorsk and English. All are compared as
// keys: small letters, no accents but those of æ, ø and å.

/// What a number in a text may count.
package enum ProseMeasure: String, Hashable, Sendable, CaseIterable {
  /// Volunteers, without a word on how they are counted.
  case volunteers
  case distinct, participations, headcount, hours, fte, entries, activities
  /// The hours of one full-time equivalent.
  case divisor
  /// Participations of people who were counted already.
  case repeats
  /// Different volunteers of each group, added up.
  case sumOfGroups
}

extension ProseMeasure {
  /// Whether it counts volunteers, however they are counted.
  var isOfPeople: Bool { self == .volunteers || self == .distinct }
}

/// Words of running text.
enum ProseVocabulary {
  static let numbers: [String: Int] = [
    "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "sju": 7, "syv": 7, "åtte": 8, "ni": 9,
    "ti": 10, "elleve": 11, "tolv": 12, "tretten": 13, "fjorten": 14, "femten": 15,
    "seksten": 16, "sytten": 17, "atten": 18, "nitten": 19, "tjue": 20, "tyve": 20, "tretti": 30,
    "førti": 40, "femti": 50,
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50,
  ]

  /// Number words that are other words too: they count only right before what they count.
  static let doubtfulNumbers: Set<String> = ["to", "ti", "fire", "six", "ten"]

  static let hours: Set<String> = [
    "time", "timer", "timar", "timene", "timane", "hour", "hours", "t", "h", "dugnadstimer",
    "dugnadstimar", "arbeidstimer", "arbeidstimar", "frivilligtimer", "frivilligtimar",
  ]
  static let fte: Set<String> = ["årsverk", "årsvek", "årsverka", "årsverkene", "fte", "ftes"]
  static let volunteers: Set<String> = ["frivillige", "frivillig", "volunteers", "volunteer"]
  static let participations: Set<String> = [
    "deltakelser", "deltagelser", "deltakingar", "participations",
  ]
  static let entries: Set<String> = ["føringer", "føringar", "entries"]
  static let activities: Set<String> = ["aktiviteter", "aktivitetar", "activities", "aktiviter"]
  /// Words that say that everyone is counted once.
  static let distinct: Set<String> = [
    "ulike", "forskjellige", "unike", "different", "distinct", "unique",
  ]
  /// What may stand between a number and its noun without counting fewer.
  static let plainAdjectives: Set<String> = [
    "ulike", "forskjellige", "unike", "different", "distinct", "unique", "frivillige", "volunteer",
    "voluntary", "frivillig", "ulønnede", "ulønte", "unpaid",
  ]
  /// After "frivillige" these are what is counted, and no volunteers.
  static let notPeople: Set<String> = [
    "lag", "organisasjoner", "organisasjonar", "foreninger", "foreiningar", "sektor", "innsats",
    "arbeid", "oppdrag", "tjenester", "tenester", "krefter", "bidrag", "aktiviteter",
    "aktivitetar", "organisations", "organizations", "work", "effort", "sector", "activities",
    "service", "services", "sentraler", "sentralar", "centre", "centres", "center", "centers",
    "tiltak", "team", "teams",
  ]
  /// Words that say that a number is over everything.
  static let whole: Set<String> = [
    "sum", "summen", "totalt", "total", "totalen", "tilsammen", "alt", "samlet", "samla", "samlede",
    "samlete", "årets", "året", "all", "altogether", "overall", "sammen", "saman", "year",
  ]
  /// Words of sentences that say nothing about a single activity.
  static let neutral: Set<String> = [
    "i", "vi", "og", "hadde", "har", "hatt", "var", "vært", "vore", "er", "det", "den", "de", "på",
    "til", "av", "med", "ble", "blei", "vart", "om", "som", "dette", "frivilligsentralen",
    "frivilligsentral", "sentralen", "innsats", "utgjør", "utgjer", "tilsvarer", "svarer", "lagt",
    "ned", "utført", "ført", "førte", "ytt", "gav", "ga", "tel", "talte", "registrert",
    "registrerte", "antall", "tal", "talet", "antallet", "år", "årsverk", "in", "we", "had", "have",
    "the", "of", "were", "was", "and", "to", "a", "there", "is", "that", "this", "our", "våre",
    "gave", "given", "recorded", "number", "at", "for", "gjennom", "through", "ulike",
    "forskjellige",
    "different", "frivillige", "frivillig", "timer", "timar", "volunteers", "volunteer", "hours",
    "en", "et", "ein", "eit", "contributed", "worked", "bidratt", "bidro", "fordelt", "kommune",
  ]
  /// Right before a number: it is no exact one.
  static let about: Set<String> = [
    "over", "ca", "cirka", "circa", "omtrent", "omlag", "lag", "rundt", "nesten", "nærmere",
    "nærare", "enn", "minst", "inntil", "opptil", "around", "about", "almost", "than", "least",
    "nearly", "some", "approximately", "drøyt", "knapt", "snaut", "under", "mellom", "between",
    "maks", "maksimum", "maximum", "minimum", "vel", "nær", "kring", "godt",
  ]
  /// After a noun: only some of those who are counted, or how often.
  static let restricting: Set<String> = [
    "som", "who", "that", "fra", "frå", "from", "med", "with", "under", "over", "mellom", "between",
    "per", "pr", "hver", "kvar", "hvert", "kvart", "each", "every", "om", "fast", "ukentlig", "a",
    "daglig", "mer", "meir", "more", "færre", "fewer", "flere", "fleire", "ekstra", "extra", "til",
    "nye", "new", "av", "of", "à",
  ]
  /// Anywhere near hours: they are the hours of one time, not of a year.
  static let rates: Set<String> = [
    "per", "pr", "hver", "kvar", "hvert", "kvart", "each", "every", "uka", "uken", "veka", "week",
    "weekly", "ukentlig", "dagen", "gangen", "gongen", "mandager", "tirsdager", "onsdager",
    "torsdager", "fredager", "lørdager", "søndager", "måndagar", "tysdagar", "onsdagar",
    "torsdagar", "fredagar", "laurdagar", "søndagar", "mondays", "tuesdays", "wednesdays",
    "thursdays", "fridays", "saturdays", "sundays", "åpent", "ope", "åpen", "open", "varer",
    "varte", "lasts", "lasted", "long", "lang", "langt", "à",
  ]
  /// A number right after one of these names a thing.
  static let references: Set<String> = [
    "side", "s", "page", "p", "punkt", "pkt", "nr", "nummer", "no", "number", "kapittel", "kap",
    "chapter", "tabell", "table", "figur", "figure", "vedlegg", "appendix", "linje", "line",
    "versjon", "version", "del", "part", "fase", "trinn", "uke", "veke", "week", "sak", "note",
    "rom", "etasje", "§", "klasse", "trinn", "boks", "postboks", "orgnr",
  ]
  static let phones: Set<String> = ["tlf", "telefon", "mobil", "phone", "tel", "mob"]
  static let moneyBefore: Set<String> = ["kr", "nok", "kroner", "eur", "usd"]
  static let moneyAfter: Set<String> = [
    "kr", "kroner", "nok", "mill", "millioner", "millionar", "mrd", "million", "millions", "øre",
    "euro", "kronar",
  ]
  static let percents: Set<String> = ["prosent", "percent", "prosentpoeng", "promille"]
  static let ages: Set<String> = ["år", "åringer", "åringar", "åring", "years", "year", "årsdag"]
  static let months: Set<String> = [
    "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober",
    "november", "desember", "january", "february", "march", "may", "june", "july", "october",
    "december", "jan", "feb", "aug", "sept", "sep", "okt", "nov", "des", "oct", "dec",
  ]
  static let clocks: Set<String> = ["kl", "klokka", "klokken"]
  /// Abbreviations whose point ends no sentence.
  static let abbreviations: Set<String> = [
    "kr", "ca", "nr", "bl", "f", "eks", "jan", "feb", "aug", "sept", "okt", "nov", "des", "vedr",
    "m", "a", "pr", "kl", "tlf", "s", "no", "inkl", "etc", "dvs", "jf", "pkt", "st", "mill", "mrd",
  ]
  /// Tables and sections about something that came beside the year's figures.
  static let beside: Set<String> = [
    "etterføringer", "etterføringar", "avslutning", "avslutting", "late", "afterwards", "closing",
    "endringer", "endringar", "changes", "endret", "changed", "endra", "restated", "budsjett",
    "budget", "plan", "mål", "goals", "before", "tidlegare", "tidligere", "earlier",
    // Recipient units and categories often bear the names of activities.
    "mottaker", "mottakere", "mottakar", "mottakarar", "mottakerenhet", "mottakareining",
    "recipient",
    "recipients", "kategori", "kategoriar", "kategorier", "category", "categories",
  ]
}
