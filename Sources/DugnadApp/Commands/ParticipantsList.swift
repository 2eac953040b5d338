// participants list: what was counted.

import CommandLineKit
import Domain
import Reports
import Wording

/// `dugnad participants list`.
enum ParticipantsList {
  static let year = Values.year(option: "year", aliases: ["år"])

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "list", ["liste"],
      summary: say(nb: "vis føringer av deltakere", en: "list counts of participants"),
      parameters: [
        ParameterSpec(
          Common.activity, help: say(nb: "bare i aktiviteten", en: "only of the activity")),
        ParameterSpec(year, help: say(nb: "bare i året", en: "only of the year")),
      ] + Common.printing(say) + Common.reading(say)
    ) { arguments, context in
      let view = try context.view()
      let code = try arguments[Common.activity].map { try view.open.activity($0).details.code }
      let counts = view.state.participants.values.filter { count in
        (code == nil || count.content.activity == code)
          && (arguments[year] == nil || count.content.on.year == arguments[year])
      }.sorted { ($0.content.on, $0.id) < ($1.content.on, $1.id) }
      let words = ReportWords.of(context.language)
      try context.list(
        schema: "participants", title: GrantWords.participants(context.language),
        columns: [
          ReportColumn("id", "id"), ReportColumn("on", words.columns.period),
          ReportColumn("activity", words.columns.activity),
          ReportColumn("count", context.say(nb: "Antall", en: "Count"), .right),
          ReportColumn("measure", context.say(nb: "Av", en: "Of")),
          ReportColumn("age", context.say(nb: "Alder", en: "Age")),
          ReportColumn("known", words.columns.howKnown),
        ], counts.map { row($0, context.language, words) })
    }
  }

  private static func row(
    _ counted: Participants, _ language: Language, _ words: ReportWords
  ) -> (cells: [ReportCell], json: JSONValue) {
    let content = counted.content
    let known =
      switch content.known {
      case .recorded: words.states.recorded
      case .estimated: words.states.estimated
      case .summary: words.states.summary
      }
    return (
      [
        .text(counted.id.text), ReportCell(.period(content.on)), .text(content.activity.text),
        .integer(content.count),
        .text(GrantWords.counted(content.measure, content.count)(language)),
        .text(content.age.map { GrantWords.ages($0, language) } ?? ""), .text(known),
      ], counted.json
    )
  }
}

extension Participants {
  /// An item of schema `dugnad-participants:1`.
  fileprivate var json: JSONValue {
    .object([
      "id": .string(id.text), "on": .string(content.on.text),
      "activity": .string(content.activity.text), "count": .integer(content.count),
      "measure": .string(content.measure.rawValue), "age": .string(orNull: content.age?.text),
      "known": .string(content.known.rawValue), "recordedAt": .string(recordedAt.text),
      "recordedBy": .string(recordedBy.text),
      "corrections": .array(corrections.map { .integer($0) }),
    ])
  }
}
