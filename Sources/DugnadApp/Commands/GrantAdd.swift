// grant add: the rules of a profile are copied into the log, after somebody has confirmed them.

import CommandLineKit
import Domain
import Import
import Wording

/// `dugnad grant add`.
enum GrantAdd {
  static let profile = Parameter<String>.option(
    "profile", aliases: ["profil"], placeholder: "PROFILE",
    choices: Profile.all.map(\.code) + ["list"])
  static let confirmed = Parameter<Bool>.flag("confirmed", aliases: ["bekreftet"])
  static let applied = Values.kroner("applied", aliases: ["søkt"])

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "add", ["ny"], summary: say(nb: "legg til et tilskudd", en: "add a grant"),
      discussion: say(
        nb:
          "Reglene i en profil er lest i kilder fra tidligere år. De skrives ut med kilde, og du "
          + "bekrefter at de stemmer med det tilskuddsgiveren skriver nå; så står de i loggen. Frister "
          + "er i ingen profil: dem skriver du inn.",
        en:
          "The rules of a profile were read in sources of earlier years. They are printed with "
          + "their sources, and you confirm that they are what the funder writes now; then they "
          + "stand in the log. No profile has deadlines: those are entered."),
      parameters: [
        ParameterSpec(
          profile,
          help: say(
            nb: "reglene å begynne med; «list» viser dem",
            en: "the rules to begin with; 'list' shows them"
          ), defaultText: "blank")
      ] + Grants.content(say) + [
        ParameterSpec(
          applied, help: say(nb: "kroner det er søkt om", en: "kroner applied for")),
        ParameterSpec(
          Hours.hours, help: say(nb: "egne timer i søknaden", en: "own hours of the application")),
        ParameterSpec(
          Grants.on,
          help: say(nb: "dagen det ble søkt; ellers i dag", en: "the day of applying; else today")),
        ParameterSpec(
          confirmed,
          help: say(
            nb: "reglene er sett på og stemmer med tilskuddsgiverens",
            en: "the rules were looked at and are the funder's")),
      ] + Common.writing(say),
      examples: [
        Example(
          say(
            nb:
              "tilskudd ny --profil bufdir --år 2024 --aktivitet sprakkafe=4.8 "
              + "--bekreftet",
            en:
              "grant add --profile bufdir --year 2024 --activity sprakkafe=4.8 "
              + "--confirmed"),
          say(nb: "får en id (g12)", en: "gets an id (g12)")),
        Example(
          say(
            nb: "tilskudd ny --tilskuddsgiver Sparebanken --ordning Gaver --år 2024",
            en: "grant add --funder Sparebanken --scheme Gifts --year 2024"),
          say(nb: "uten profil", en: "without a profile")),
      ], run: run)
  }

  private static func run(_ arguments: Arguments, _ context: Context) throws {
    if arguments[profile] == "list" { return try GrantProfiles.show(context) }
    let profile = arguments[profile].flatMap(Profile.named)
    let make: Context.MakeCommand = { open in try command(profile, context, open) }
    guard let profile, !profile.told.isEmpty else { return try context.carryOut(make) }
    context.tell(
      Phrase(
        nb:
          "Regler som kopieres, lest i kilder fra årene som står i klammer. Se etter at de stemmer "
          + "med det tilskuddsgiveren skriver nå:",
        nn:
          "Reglar som vert kopierte, lesne i kjelder frå åra som står i klammer. Sjå etter at dei "
          + "stemmer med det tilskotsgjevaren skriv no:",
        en:
          "Rules that are copied, read in sources of the years in brackets. See that they are what "
          + "the funder writes now:")(context.language))
    for line in GrantProfiles.lines(of: profile, context.language) { context.tell(line) }
    if arguments[Common.dryRun] || arguments[confirmed] { return try context.carryOut(make) }
    guard context.console.canAsk, !context.isJSON else {
      throw Failure(
        "not-confirmed", exit: .usage,
        Phrase(
          nb: "Reglene over kan være endret siden; noen må bekrefte dem.",
          en: "the rules above may have changed since; somebody must confirm them"),
        hints: [
          Phrase(
            nb:
              "stemmer de med det tilskuddsgiveren skriver nå, legg til --bekreftet; ellers si hva "
              + "som gjelder, eller begynn uten: --profil blank",
            en: "if they are what the funder writes now, add --confirmed; else say what holds, or "
              + "begin without: --profile blank")
        ])
    }
    context.tell(
      context.say(
        nb: "Stemmer dette med det tilskuddsgiveren skriver nå?",
        en: "Is this what the funder writes now?"))
    try context.carryOutAsking(make)
  }

  private static func command(
    _ profile: Profile?, _ context: Context, _ open: OpenLedger
  ) throws -> Command {
    let arguments = context.arguments
    guard let funder = arguments[Grants.funder]?.asStored ?? profile?.funder,
      let scheme = arguments[Grants.scheme]?.asStored ?? profile?.scheme
    else {
      throw Failure(
        "funder-and-scheme", exit: .usage,
        Phrase(
          nb: "Si hvem som gir det og hva ordningen heter: --tilskuddsgiver og --ordning.",
          en: "say who gives it and what the scheme is called: --funder and --scheme"),
        hints: [
          Phrase(
            nb: "noen ligger ferdig: dugnad tilskudd profiler",
            en: "some come along: dugnad grant profiles")
        ])
    }
    guard let days = try context.givenDays() else {
      throw Failure.usage(
        "which-days", nb: "Si hvilken tid det gjelder: --år 2024, eller --fra og --til.",
        en: "say which time it is for: --year 2024, or --from and --to")
    }
    var details = GrantDetails(
      funder: funder, scheme: scheme, profile: profile?.code, rules: profile?.rules, from: days.0,
      to: days.1, excluded: profile?.excluded ?? [], ages: profile?.ages ?? [],
      target: profile?.target, share: profile?.share)
    try context.apply(to: &details)
    if profile?.isForCalendarYear == true,
      Period(from: details.from, to: details.to)?.kind != .year
    {
      context.warn(
        Phrase(
          nb: "Ordningen gjelder hele kalenderår, og dette er ikke ett.",
          en: "the scheme is for whole calendar years, and this is not one"))
    }
    var facts = try context.givenFacts(open, profile)
    let (amount, minutes) = (arguments[applied], arguments[Hours.hours]?.minutes)
    if amount != nil || minutes != nil {
      let day = arguments[Grants.on]?.day(today: context.today) ?? context.today
      facts.append(.moved(GrantStep(.applied, on: day, amount: amount, minutes: minutes)))
    }
    let id = GrantID(seq: open.ledger.history.count + 1)
    return facts.isEmpty
      ? .addGrant(details) : .all([.addGrant(details), .noteGrant(id, facts)])
  }
}
