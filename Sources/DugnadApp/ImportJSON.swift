// What an import says to programs: everything, schema `dugnad-import:1`.

import CommandLineKit
import Domain
import Import
import Projections
import Register
import Reports
import Wording

extension ImportTeller {
  /// Returns the import as JSON; without a decision there was nothing to record.
  func json(
    _ decided: Decided?, isDryRun: Bool = false, _ changes: [Context.Change] = []
  ) -> JSONValue {
    let recorded = decided?.recorded ?? []
    var members: [JSONMember] = []
    func add(_ key: String, _ value: JSONValue) {
      members.append(JSONMember(key: key, value: value))
    }
    add("schema", .string("dugnad-import:1"))
    add("dryRun", .bool(isDryRun))
    add("repeated", .bool(decided?.isRepeated ?? false))
    add("import", .string(orNull: recorded.isEmpty ? nil : plan.id.text))
    add("source", .string(plan.made.source))
    add("kind", .string(plan.made.kind.rawValue))
    add("digest", .string(plan.made.digest))
    add("after", .string(orNull: plan.made.after?.text))
    add("rows", .integer(plan.made.rows))
    if let table = plan.made.table {
      add("year", .integer(table.year))
      add("distinct", table.distinct.map { .integer($0) } ?? .null)
    }
    add("columns", .array(reading.columns.map(json)))
    add("ignored", .array(reading.ignored.map(json)))
    add("sums", .array(reading.sums.map(json)))
    add(
      "texts",
      .array(
        reading.trailingTexts.map {
          .object(["line": .integer($0.line), "text": .string($0.text)])
        }))
    if let comparison = plan.comparison { add("comparison", json(comparison)) }
    add("there", .array(plan.there.map { json($0.line, $0.id) }))
    add(
      "differing",
      .array(
        plan.differing.map {
          .object([
            "line": .integer($0.line), "id": .string($0.id), "text": .string($0.text(language)),
            "changed": .bool($0.isChanged),
          ])
        }))
    add("notes", .array(plan.notes.map { .string($0(language)) }))
    add("totals", totals)
    add("items", .array(recorded.map(json)))
    add(
      "warnings",
      .array((decided?.warnings ?? []).map { .string(context.words($0, open)(language)) }))
    if isDryRun {
      add(
        "changes",
        .array(
          changes.map {
            .object([
              "figure": .string($0.address.text), "before": .string($0.before),
              "after": .string($0.after),
            ])
          }))
    }
    return .object(members)
  }

  private var totals: JSONValue {
    let contents = plan.entries.map(\.content)
    return .object([
      "entries": .integer(contents.count),
      "minutes": .integer(contents.clampedSum { $0.minutes }),
      "persons": .integer(Set(contents.compactMap(\.who.person)).count),
      "headcount": .integer(contents.reduce(0) { $0 + ($1.who.person == nil ? $1.who.heads : 0) }),
      "corrections": .integer(plan.corrections.count),
      "takenBack": .integer(plan.vanished.count),
      "newPersons": .array(plan.persons.map { .string($0.id.text) }),
      "newActivities": .array(plan.activities.map { .string($0.code.text) }),
    ])
  }

  private func json(_ column: SheetColumn) -> JSONValue {
    .object([
      "column": .string(column.letters), "header": .string(column.header),
      "field": .string(orNull: column.field?.rawValue),
    ])
  }

  private func json(_ sum: SumCheck) -> JSONValue {
    .object([
      "line": .integer(sum.line), "field": .string(sum.field.rawValue),
      "printed": .integer(sum.printed), "computed": .integer(sum.computed),
      "agrees": .bool(sum.agrees),
    ])
  }

  private func json(_ line: Int, _ id: String) -> JSONValue {
    .object(["line": .integer(line), "id": .string(id)])
  }

  private func json(_ comparison: Comparison) -> JSONValue {
    .object([
      "same": .array(comparison.same.map { json($0.line, $0.entry.text) }),
      "takenBack": .array(comparison.takenBack.map { json($0.line, $0.entry.text) }),
      "new": .array(comparison.new.map { .integer($0.line) }),
      "changed": .array(comparison.changed.map { json($0.row.line, $0.entry.text) }),
      "vanished": .array(comparison.vanished.map { .string($0.text) }),
    ])
  }

  private func json(_ recorded: Recorded) -> JSONValue {
    .object([
      "seq": .integer(recorded.seq), "id": .string(recorded.idText),
      "type": .string(EventType(recorded.event).rawValue),
      "text": .string(open.words(recorded, language)),
    ])
  }
}
