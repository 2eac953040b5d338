// What funders ask for, as data files: every one parses, says where it comes from, and claims no more.

import DugnadApp
import Foundation
import Testing
import Wording

struct ProfileTests {
  /// `grant profiles --json`, which needs no ledger.
  private func items(_ language: String = "nb") throws -> [[String: Any]] {
    let tool = try Tool()
    defer { tool.remove() }
    let json = try tool.done("grant", "profiles", "--json", "--lang", language).json()
    #expect(json.text("schema") == "dugnad-grant-profiles:1")
    return json.items
  }

  private func item(_ code: String) throws -> [String: Any] {
    try #require(try items().first { $0.text("code") == code })
  }

  @Test func `every file in the folder is a profile`() throws {
    #expect(Profile.all.map(\.code) == ["bufdir", "state", "frifond", "gjensidige", "blank"])
    let folder = Tool.repository.appending(path: "Sources/DugnadApp/Profiles").path
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(names == Profile.all.map { $0.code + ".json" }.sorted())
    for name in names {
      let bytes = try Data(contentsOf: URL(filePath: folder + "/" + name))
      #expect(try Profile(file: Array(bytes)).code + ".json" == name)
    }
  }

  @Test func `every rule names its source, and nothing is empty in any language`() {
    for profile in Profile.all {
      var phrases = [profile.name] + profile.kinds.map(\.words)
      phrases += profile.told.map(\.words) + profile.conditions.map(\.words)
      for phrase in phrases {
        #expect(!phrase.nb.isEmpty && !phrase.nn.isEmpty && !phrase.en.isEmpty, "\(profile.code)")
      }
      let sources = profile.told.map(\.source) + profile.conditions.map(\.source)
      #expect(sources.allSatisfy { $0.count > 3 }, "\(profile.code)")
      #expect(profile.told.isEmpty == (profile.code == "blank"))
      #expect((profile.rules == nil) == (profile.code == "blank"))
      // Codes are said once.
      #expect(Set(profile.kinds.map(\.code)).count == profile.kinds.count)
      #expect(Set(profile.conditions.map(\.code)).count == profile.conditions.count)
    }
  }

  @Test func `what the funders print is what the profiles hold`() throws {
    let bufdir = try item("bufdir")
    #expect(bufdir.text("target") == "0-24")
    #expect(bufdir["calendarYear"] as? Bool == true)
    #expect(bufdir.list("kinds").compactMap { $0.text("code") } == (1...12).map { "4.\($0)" })
    #expect(bufdir.list("kinds")[7].text("text") == "åpen møteplass")
    #expect(bufdir.text("rules")?.contains("FOR-2021-11-23-3261") == true)
    let state = try item("state")
    #expect(state.int("share") == 40)
    #expect(
      state.list("conditions").compactMap { $0.text("code") } == [
        "purpose", "ownership", "advisory-body", "own-accounts", "annual-report", "premises",
        "staff", "local-share", "name",
      ])
    #expect(try item("frifond").text("target") == "0-25")
    // Nobody aged 12 has a place in the form, and the profile does not make one.
    #expect(
      try item("gjensidige")["ages"] as? [String] == ["0-11", "13-19", "20-25", "26-64", "65-150"])
  }

  @Test func `no profile claims a deadline, a sum or a report form`() throws {
    for profile in Profile.files {
      let text = String(decoding: profile, as: UTF8.self).lowercased()
      for word in ["frist", "deadline", "januar", "kroner", " kr ", "skjemafelt"] {
        #expect(!text.contains(word), "\(word)")
      }
    }
  }

  @Test func `a condition's words are found by its code, and a kind by its number or words`() throws
  {
    let state = try #require(Profile.named("state"))
    let advisory = try #require(state.conditions.first { $0.words.en.contains("advisory") })
    #expect(state.words(of: advisory.code)?.nb.contains("rådgivende organ") == true)
    let bufdir = try #require(Profile.named("bufdir"))
    #expect(bufdir.words(of: advisory.code) == nil)
    for typed in ["4.8", "åpen møteplass", "Open meeting place", "4.8 åpen møteplass"] {
      #expect(bufdir.kind(typed)?.text == "4.8 åpen møteplass", "\(typed)")
    }
    #expect(bufdir.kind("4.13") == nil)
    #expect(Profile.named("finnes-ikke") == nil)
  }

  @Test func `a source is named once with its years`() throws {
    let state = try #require(Profile.named("state"))
    #expect(state.sources.count == 1)
    #expect(state.sources.first?.year == "2023–2024")
  }

  @Test(arguments: [
    ("\"0-24\"", "\"24-0\""), ("\"0-24\"", "\"0-151\""),
    ("\"code\": \"bufdir\"", "\"code\": \"B\""),
    ("\"excluded\": []", "\"excluded\": [\"paid\"]"),
    ("\"ages\": []", "\"ages\": [\"0-12\",\"12-19\"]"),
    ("\"ages\": []", "\"ages\": [\"barn\"]"), ("\"Bufdir\"", "\" Bufdir\""), ("{", "["),
    ("\"excluded\": []", "\"excluded\": [], \"share\": 101"),
    (
      "\"conditions\": []",
      "\"conditions\": [{\"code\":\"Å\",\"words\":{\"nb\":\"\",\"nn\":\"\",\"en\":\"\"},\"source\":\"\"}]"
    ),
  ])
  func `a file that is no profile is refused`(good: String, bad: String) throws {
    let file = try #require(Profile.files.first)
    let text = String(decoding: file, as: UTF8.self)
    let place = try #require(text.firstRange(of: good))
    let spoilt = text.replacingCharacters(in: place, with: bad)
    #expect(throws: (any Error).self) { try Profile(file: Array(spoilt.utf8)) }
  }
}
