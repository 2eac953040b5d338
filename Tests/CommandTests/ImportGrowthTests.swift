// A workbook that grows through a year, and every order of import, undo and redo.

import Foundation
import Testing

struct ImportGrowthTests {
  @Test func `a workbook over twelve months, with new and update`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    var rows: [String] = []
    let names = ["Frivillig Alfa", "Frivillig Beta", "Frivillig Ærlig"]
    for month in 1...12 {
      for (place, name) in names.enumerated() {
        rows.append("Kafé;\(name);\(3 + place).\(month).2024;\(1 + place)")
      }
      // Equal rows are genuine: two shifts of one day without times.
      rows.append(rows[rows.count - 1])
      if month % 3 == 0 {
        // An hour is mended, and a row that should not have been there goes.
        rows[rows.count - 6] = "Kafé;Frivillig Alfa;28.\(month - 1).2024;7"
        rows.remove(at: rows.count - 8)
      }
      try tool.sheet("timer 2024.csv", rows)
      let way = month == 1 ? [] : [month % 3 == 0 ? "--update" : "--new"]
      let ran = try tool.run(["import", "timer 2024.csv"] + way)
      #expect(ran.code == 0, "\(month): \(ran.err)")
      let again = try tool.imported("timer 2024.csv")
      #expect(again["import"] is NSNull, "month \(month): nothing is left to do")
      #expect(try tool.standing().count == rows.count)
    }
    let minutes = rows.reduce(0) { $0 + (Int($1.split(separator: ";")[3]) ?? 0) * 60 }
    let standing = try tool.standing().reduce(0) { $0 + (Int($1.split(separator: " ")[3]) ?? 0) }
    #expect(standing == minutes)
    try tool.done("audit")
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `in whatever order, nobody is there twice`(seed: UInt64) throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    var random = Steps(state: seed)
    var rows: [String] = []
    var day = 0
    for step in 0..<24 {
      switch random.next(8) {
      case 0, 1:
        day += 1
        rows.append("Kafé;Frivillig Alfa;\(day).1.2024;\(1 + random.next(3))")
      case 2 where !rows.isEmpty: rows.remove(at: random.next(rows.count))
      case 3: try tool.run("undo")
      case 4: try tool.run("redo")
      case 5: try tool.run("undo", "--cascade", try tool.newestImport() ?? "i1")
      default:
        if rows.isEmpty { continue }
        try tool.sheet("liste.csv", rows)
        try tool.run("import", "liste.csv", random.next(2) == 0 ? "--new" : "--update")
      }
      let days = try tool.standing().map { $0.split(separator: " ")[2] }
      #expect(Set(days).count == days.count, "seed \(seed), step \(step): \(days)")
      #expect(try tool.run("audit").code == 0, "seed \(seed), step \(step)")
    }
  }
}

extension Tool {
  /// The newest import in the log.
  fileprivate func newestImport() throws -> String? {
    try lines().lastIndex { $0.contains(#""type":"import.made""#) }.map { "i\($0 + 1)" }
  }
}

/// Numbers that look random and are the same every time.
private struct Steps {
  var state: UInt64

  mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }
}
