// The committed ledger says what Kongsberg's annual report for 2024 says, figure by figure. The table
// below is copied from the report, not from our data file.

import Foundation
import Testing

struct KongsbergFiguresTests {
  /// The rows of the report: code, volunteers, hours.
  static let rows: [(code: String, volunteers: Int, hours: Int)] = [
    ("butikken", 14, 334), ("familiedag", 4, 16), ("butikkdugnad", 2, 6), ("tolk", 1, 80),
    ("engelskkurs", 1, 48), ("sykkelpilot", 2, 64), ("elvelangs", 28, 156), ("filming-ny", 5, 15),
    ("filosofi-plan", 1, 16), ("handling", 2, 88), ("ikt", 4, 398), ("intervju", 1, 8),
    ("nymoen", 5, 1_694), ("kulturkafe", 35, 120), ("lesevenn", 4, 172), ("minnebok", 8, 64),
    ("menneskebib", 33, 99), ("menneskebibfilm", 13, 39), ("miljoko", 14, 54),
    ("praktisk", 15, 274), ("filosofi-prakt", 11, 117), ("seniordans", 3, 216),
    ("spillkveld", 1, 24), ("snorydding", 6, 146), ("spraktrenere", 17, 1_081), ("turgaing", 2, 21),
    ("evaluering", 10, 30), ("testpanel", 5, 15), ("strikking", 5, 430), ("ukm", 5, 20),
    ("kur", 4, 36), ("vitensenter", 2, 12),
  ]

  /// The recruitment table, in its order.
  static let groups: [(name: String, people: Int)] = [
    ("Menneskebibliotek", 33), ("Elvelangs", 28), ("Flyktningmottaket", 17), ("Språkkaféer", 17),
    ("Miljøkofestival og spillkvelder", 15), ("Praktisk hjelp, transport", 15),
    ("Livets minnebok", 8), ("Nymoens kafé", 5), ("Lesevenn og el-rickshaw", 5), ("IKT-kafé", 4),
    ("Seniordans", 3), ("Strikking for alle", 5), ("Handling", 2), ("Engelskkurs", 1),
  ]

  /// The sectors: participations, different people, hours.
  static let sectors: [(name: String, participations: Int, distinct: Int, hours: Int)] = [
    ("For frivillig sektor", 83, 80, 632), ("For kommunale virksomheter", 129, 101, 1_622),
    ("Helse og omsorg", 8, 7, 257), ("Egne møteplasser", 19, 19, 2_794),
    ("Praktisk hjelp – en til en", 24, 18, 588),
  ]

  /// The sum of a figure over rows.
  static func sum(_ rows: [[String: Any]], _ figure: String) -> Int {
    rows.reduce(0) { $0 + ($1.int(figure) ?? 0) }
  }

  /// The figures as they are known now; asked once.
  static func stats() throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: Data(now.get().utf8)) as? [String: Any] ?? [:]
  }

  private static let now = Result {
    try Tool(in: Tool.repository).done("stats", "2024", "--json").out
  }

  static func stats(_ more: String...) throws -> [String: Any] {
    let ran = try Tool(in: FileManager.default.temporaryDirectory).run(
      ["stats", "2024", "--json", "--ledger", Tool.repository.path] + more)
    #expect(ran.code == 0, "\(ran.err)")
    return try ran.json()
  }

  @Test func `the table itself adds up to the sums of the report`() {
    #expect(Self.rows.count == 32)
    #expect(Self.rows.map(\.volunteers).reduce(0, +) == 263)
    #expect(Self.rows.map(\.hours).reduce(0, +) == 5_893)
    #expect(Self.sectors.map(\.hours).reduce(0, +) == 5_893)
    #expect(Self.sectors.map(\.participations).reduce(0, +) == 263)
  }

  @Test func `32 activities have the printed volunteers and hours, in the printed order`() throws {
    let activities = try Self.stats().list("activities")
    #expect(activities.map { $0.text("code") } == Self.rows.map(\.code))
    for (row, activity) in zip(Self.rows, activities) {
      #expect(activity.int("participations") == row.volunteers, "\(row.code)")
      #expect(activity.int("distinct") == row.volunteers, "\(row.code)")
      #expect(activity.int("headcount") == 0, "\(row.code)")
      #expect(activity.int("minutes") == row.hours * 60, "\(row.code)")
      #expect(activity["counted"] as? Bool == true, "\(row.code)")
      #expect((activity.int("entries") ?? 0) >= row.volunteers, "\(row.code)")
    }
  }

  @Test func `the totals are those of the report`() throws {
    let stats = try Self.stats()
    #expect(stats.text("schema") == "dugnad-stats:1")
    #expect(stats.int("year") == 2024)
    #expect(stats["reconstruction"] as? Bool == true)
    let totals = stats["totals"] as? [String: Any] ?? [:]
    #expect(totals.int("minutes") == 5_893 * 60)
    #expect(totals.int("participations") == 263)
    #expect(totals.int("distinct") == 225)
    #expect(totals.int("headcount") == 0)
    #expect(totals.int("hoursPerFTE") == 1_650)
    #expect(totals["fte"] as? Double == 3.5715)
    #expect(totals.int("entries") == Self.sum(stats.list("activities"), "entries"))
  }

  @Test func `the gardening at FMC stands outside the sum`() throws {
    let outside = try Self.stats().list("outside")
    #expect(outside.count == 1)
    #expect(outside.first?.text("code") == "hagearbeid-fmc")
    #expect(outside.first?.int("headcount") == 68)
    #expect(outside.first?.int("minutes") == 12_240)
    #expect(outside.first?.int("distinct") == 0)
    #expect(outside.first?["counted"] as? Bool == false)
  }

  @Test func `14 groups have the printed people`() throws {
    let groups = try Self.stats().list("groups")
    #expect(groups.count == 14)
    for (name, people) in Self.groups {
      let group = groups.first { $0.text("name") == name }
      #expect(group?.int("distinct") == people, "\(name)")
    }
    #expect(Self.groups.map(\.people).reduce(0, +) == 158)
  }

  @Test func `5 sectors add up to the year`() throws {
    let sectors = try Self.stats().list("sectors")
    #expect(sectors.count == Self.sectors.count)
    for row in Self.sectors {
      let sector = sectors.first { $0.text("name") == row.name }
      #expect(sector?.int("participations") == row.participations, "\(row.name)")
      #expect(sector?.int("distinct") == row.distinct, "\(row.name)")
      #expect(sector?.int("minutes") == row.hours * 60, "\(row.name)")
    }
  }

  @Test func `groups, sectors and totals follow from the rows of the activities`() throws {
    let stats = try Self.stats()
    let activities = stats.list("activities")
    for key in ["group", "sector"] {
      for part in stats.list(key + "s") {
        let rows = activities.filter { $0.text(key) == part.text("name") }
        for figure in ["minutes", "participations"] {
          let place = "\(key) \(part.text("name") ?? "–"): \(figure)"
          #expect(part.int(figure) == Self.sum(rows, figure), "\(place)")
        }
      }
    }
  }

  @Test func `before the undo of the sheet recorded twice the figures were others`() throws {
    let (before, after) = (
      try Self.stats("--as-known-on", "606"), try Self.stats("--as-known-on", "607")
    )
    #expect(before.int("through") == 606)
    #expect(after.int("through") == 607)
    let language = { (stats: [String: Any]) in
      stats.list("activities").first { $0.text("code") == "spraktrenere" } ?? [:]
    }
    // The hours and entries of 17 people once more, and still 17 people.
    let entries = Self.sum([language(after)], "entries")
    #expect(language(before).int("entries") == entries + 17)
    #expect(
      Self.sum([language(before)], "minutes") - Self.sum([language(after)], "minutes") == 6_615)
    #expect(language(before).int("distinct") == 17)
    #expect(language(after).int("distinct") == 17)
    #expect(before.text("hash") != after.text("hash"))
    // A line inside a transaction is rounded down to the whole ones before it.
    #expect(try Self.stats("--as-known-on", "600").int("through") == 586)
  }

  @Test func `what was known at the end of 2024 is less than what is known now`() throws {
    let then = try Self.stats("--as-known-on", "2024-12-31")
    let totals = then["totals"] as? [String: Any] ?? [:]
    #expect(Self.sum([totals], "minutes") < 5_893 * 60)
    let in2025 = try Self.stats("--as-known-on", "31.12.2024")
    #expect(then.int("through") == in2025.int("through"))
  }
}
