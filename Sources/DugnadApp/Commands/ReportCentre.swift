// report centre: one page about the centre.

import CommandLineKit
import Domain
import Projections
import Reports
import Wording

/// `dugnad report centre`.
enum ReportCentreCommand {
  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "centre", ["sentral"],
      summary: say(
        nb: "én side om sentralen: år for år, aktiviteter, tilskudd",
        en: "one page about the centre: year by year, activities, grants"),
      parameters: Common.printing(say) + Common.reading(say),
      examples: [
        Example(
          say(nb: "rapport sentral --form html -o om-oss.html", en: "report centre"),
          say(nb: "til styret eller en ny samarbeidspartner", en: "for the board or a new partner"))
      ]
    ) { _, context in
      let view = try context.view()
      let years = YearStatistics().folded(over: view.log).years
      try context.deliver(
        CentreReport(
          years.map { view.of($0).figures }, in: view.state, basis: view.basis, context.language
        ).report)
    }
  }
}
