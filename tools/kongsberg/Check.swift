// The tool's own judgement of what it wrote: read again from the start, nothing remembered.

import Domain
import EventStore

/// Everything that must hold of the finished log.
struct Check {
  let facts: Facts
  let log: [Recorded]
  let verification: Verification

  /// Throws with every difference.
  func run() throws {
    let ledger = Ledger(log)
    let (found, printed) = (Figures(of: ledger, facts), Figures(printed: facts))
    var findings = found == printed ? [] : ["figures: \(found)\nbut printed: \(printed)"]
    findings += lines() + people(ledger) + hours(ledger) + desk()
    if !findings.isEmpty { throw Trouble.different(findings) }
  }

  /// The bytes are sound, and every line was allowed at its own moment.
  private func lines() -> [String] {
    var findings = verification.findings.map { "\($0)" }
    if verification.through != log.count || verification.legalThrough != log.count {
      findings.append("verified through line \(verification.legalThrough) of \(log.count)")
    }
    return findings
  }

  /// Every person has exactly the minutes of the data file, in exactly its activities.
  private func people(_ ledger: Ledger) -> [String] {
    var given: [PersonID: [String: Int]] = [:]
    for content in ledger.state.entries.values.map(\.content) {
      guard let person = content.who.person else { continue }
      given[person, default: [:]][content.activity.text, default: 0] += content.minutes
    }
    let people = People(count: facts.persons.reduce(0) { $0 + $1.persons })
    let wanted = facts.persons.flatMap { run in
      [[String: Int]](repeating: run.minutes, count: run.persons)
    }
    var findings = wanted.indices.filter { given[people.volunteer($0)] != wanted[$0] }
      .map { "\(people.volunteer($0).text) has other minutes than the data file" }
    if ledger.state.persons.count != wanted.count + 2 || given.count != wanted.count {
      findings.append("\(ledger.state.persons.count) persons, \(given.count) with hours")
    }
    if ledger.state.persons.values.contains(where: { $0.commitment != nil }) {
      findings.append("a commitment, but there is nobody behind the ids")
    }
    return findings
  }

  /// Whole quarters, no holiday, one place a day, soon recorded, all approved.
  private func hours(_ ledger: Ledger) -> [String] {
    var findings: [String] = []
    for entry in ledger.state.entries.values.sorted(by: { $0.id < $1.id }) {
      let content = entry.content
      if content.minutes % WorkPlan.quarter != 0 {
        findings.append("\(entry.id.text): odd minutes")
      }
      if let day = content.on.day, facts.holidays.contains(day) {
        findings.append("\(entry.id.text): on a holiday")
      }
      let days = entry.recordedAt.osloDay.number - content.on.last.number
      if days < 1 || days > 50 { findings.append("\(entry.id.text): recorded after \(days) days") }
      if entry.approval == nil { findings.append("\(entry.id.text): not approved") }
    }
    for (place, entries) in ledger.state.entriesOnDay where entries.count > 1 {
      findings.append("\(place.person.text) is in two places on \(place.day.text)")
    }
    return findings
  }

  /// Everything was recorded at the desk: on a working day, between 8 and 16 in Oslo.
  private func desk() -> [String] {
    let office = Office(facts: facts)
    return log.filter {
      !office.isWorkday($0.at.osloDay) || !(8..<16).contains($0.at.osloClock.hour)
    }.map { "line \($0.seq): recorded out of hours, \($0.at.text)" }
  }
}
