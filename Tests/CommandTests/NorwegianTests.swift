// The commands under their Norwegian names, and names with æ, ø, å however they are typed.

import Foundation
import Testing

struct NorwegianTests {
  @Test func `a day's work in Norwegian from beginning to end`() throws {
    var tool = try Tool()
    defer { tool.remove() }
    tool.environment["LANG"] = "nb_NO.UTF-8"
    try tool.done("start", "--navn", "Prøvesentralen", "--koordinator", "Åse Ødegård")
    try tool.done("person", "ny", "Frivillig Alfa", "--født", "1950")
    try tool.done("person", "ny", "Frivillig Beta", "--rolle", "volunteer")
    try tool.done("aktivitet", "ny", "Språkkafé", "--gruppe", "Språkkaféer", "--sektor", "Egne")
    try tool.done("aktivitet", "endre", "sprakkafe", "--kategori", "inkludering")
    try tool.done("vakt", "ny", "sprakkafe", "--den", "1.3.2024", "--kl", "18-20", "--plasser", "1")
    try tool.done("påmelding", "ny", "s7", "alfa", "beta")
    try tool.done("påmelding", "meld-av", "s7", "alfa")
    try tool.done("vakt", "avlys", "s7", "--grunn", "weather")
    try tool.done(
      "timer", "ny", "sprakkafe", "--person", "alfa", "--dag", "1.3.2024", "--kl", "18-20")
    try tool.done(
      "timar", "før", "sprakkafe", "--antall", "3", "--timer", "1,5", "--hver", "--dag", "1.3.2024")
    try tool.done("timer", "rett", "h13", "--minutter", "90")
    try tool.done("timer", "godkjenn", "--alle")
    try tool.done("timer", "godkjenn", "h13", "--trekk-tilbake")
    try tool.done("år", "sett", "2024", "--årsverk", "1700", "--timesats", "300,50")
    try tool.done("angre", "--prøv")
    try tool.done("angre")
    try tool.done("gjenta")
    try tool.done("angre")
    try tool.done("gjør-om")
    for words in [
      ["statistikk", "2024"], ["tall", "2024"], ["rapport", "år", "2024"],
      ["forklar", "2024/hours"],
      ["logg", "--nyeste", "3"], ["vis", "h13"], ["timer", "liste"], ["person", "liste"],
      ["aktivitet", "liste"], ["vakt", "liste"], ["påmelding", "liste"], ["år", "liste"],
      ["kontroll"], ["kontroller"], ["spill-av"], [],
    ] {
      let ran = try tool.run(words)
      #expect(ran.code == 0, "\(words): \(ran.err)")
      #expect(!ran.out.isEmpty, "\(words)")
    }
    let report = try tool.done("rapport", "år", "2024").out.plain
    #expect(report.contains("Et frivillig årsverk er 1700 timer"))
  }

  @Test(arguments: [
    ["påmelding", "liste"], ["år", "liste"], ["rapport", "år", "2024"],
  ])
  func `a word typed with combining marks is the same word`(words: [String]) throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let apart = words.map(\.decomposedStringWithCanonicalMapping)
    #expect(zip(apart, words).contains { !$0.utf8.elementsEqual($1.utf8) })
    let ran = try tool.run(apart)
    #expect(ran.code == 0, "\(ran.err)")
    #expect(try ran.out == tool.run(words).out)
  }

  @Test func `names typed apart are stored together`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let name = "Kåre Sjøgård"
    let typed = name.decomposedStringWithCanonicalMapping
    #expect(try tool.ids("person", "add", typed) == ["p8"])
    try tool.done("activity", "add", "Blåbærtur".decomposedStringWithCanonicalMapping)
    let persons = try tool.run("person", "list", "--json").out
    #expect(persons.utf8.count == persons.precomposedStringWithCanonicalMapping.utf8.count)
    #expect(persons.contains(name))
    #expect(try tool.log().contains(#""code":"blabaertur","name":"Blåbærtur""#))
    #expect(try tool.run("audit").code == 0)
  }

  @Test(arguments: ["ærlig", "Ærlig", "frivillig ærlig", "ÆRLIG", "ær", "p5"])
  func `a person is found by a part of the name in any case`(typed: String) throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    for typed in [typed, typed.decomposedStringWithCanonicalMapping] {
      let ran = try tool.appended(
        "hours", "add", "kafe", "--person", typed, "--on", "2024-03-01", "--minutes", "10")
      #expect(ran.items.first?.text("text")?.contains("Frivillig Ærlig (p5)") == true)
    }
  }

  @Test(arguments: ["kafe", "Kafé", "kafé", "KAFÉ", "kaf"])
  func `an activity is found by code, name or a part of it`(typed: String) throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let ran = try tool.run("hours", "add", typed, "-p", "p3", "--on", "2024-03-01", "-m", "10")
    #expect(ran.code == 0, "\(ran.err)")
    #expect(ran.out.contains("kafe"))
  }
}
