// init: a new ledger in a folder, with its first coordinator.

import CommandLineKit
import Domain
import EventStore
import Files
import Integrity
import Register
import Wording

/// `dugnad init`.
enum Init {
  static let folder = Parameter<String>.operand("folder", optional: true, completion: .directory)
  static let name = Parameter<String>.option("name", aliases: ["navn"], placeholder: "NAME")
  static let coordinator = Parameter<String>.option(
    "coordinator", aliases: ["koordinator"], placeholder: "NAME")

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "init", ["start"], group: say(nb: "Regnskapet", en: "The ledger"),
      summary: say(nb: "begynn et nytt regnskap", en: "begin a new ledger"),
      discussion: say(
        nb:
          "Mappen får events/ (loggen), register/ (hvem personene er, bare for deg) og Snapshots/.",
        en: "The folder gets events/ (the log), register/ (who the persons are, for you alone) and "
          + "Snapshots/."),
      parameters: [
        ParameterSpec(
          folder,
          help: say(
            nb: "mappen; ellers den du står i", en: "the folder; else the one you stand in"),
          placeholder: say(nb: "MAPPE", en: "FOLDER")
        ),
        ParameterSpec(
          name, help: say(nb: "frivilligsentralens navn", en: "the volunteer centre's name"),
          required: true),
        ParameterSpec(
          coordinator, help: say(nb: "ditt navn, som koordinator", en: "your name, as coordinator"),
          required: true),
      ],
      examples: [
        Example(
          say(
            nb: "init sentralen --navn \"Vår frivilligsentral\" --koordinator \"Kari Eksempel\"",
            en: "init centre --name \"Our volunteer centre\" --coordinator \"Kari Eksempel\""),
          say(
            nb: "et nytt regnskap i mappen «sentralen»", en: "a new ledger in the folder 'centre'"))
      ], run: run)
  }

  private static func run(_ arguments: Arguments, _ context: Context) throws {
    guard let name = arguments[name], let coordinator = arguments[coordinator] else { return }
    let path = context.absolute(arguments[folder] ?? arguments[Common.ledger] ?? ".")
    let folder = LedgerFolder(path: path)
    for warning in LedgerPlace.warnings(about: path, calls: context.world.calls) {
      context.warn(warning)
    }
    let profile = try context.profile(
      PersonID(seq: 2), try context.checkedName(coordinator), born: nil,
      salt: context.world.random(PersonProfile.saltBytes))
    let centre = try context.checkedName(name)
    try refuseForeignRegister(folder, context)
    let opened = LedgerOpened(
      origin: "dugnad-" + context.randomName(length: 20), name: centre, reconstruction: false
    )
    let founder = PersonRegistered(
      role: .coordinator, commitment: profile.commitment.hex)
    do throws(StoreError) {
      try folder.create(calls: context.world.calls)
    } catch {
      throw Failure(error)
    }
    try context.carryOut(in: folder, as: profile.id) { open in
      return .open(opened, founder: founder)
    } beforeCommit: { open, _ in
      return try open.save(profile)
    }
  }

  /// A register without a log is what is left when the log was lost: nobody may begin over it. Only the
  /// founder alone can stand there, from a start that was interrupted.
  private static func refuseForeignRegister(
    _ folder: LedgerFolder, _ context: Context
  ) throws {
    // Where there is a log, it is a ledger already, and that is what is said.
    if LedgerPlace.isLedger(folder.path, calls: context.world.calls),
      try !context.open(folder).log.isEmpty
    {
      return
    }
    let register = try context.registerToWrite(in: folder)
    if register.profiles.contains(where: { $0.id.seq != 2 }) {
      throw Failure(
        "register-without-log", exit: .unverified, place: folder.register,
        Phrase(
          nb: "Her er et register over personer, men ingen logg.",
          en: "there is a register of persons here, but no log"),
        hints: [
          Phrase(
            nb: "legg tilbake events/ fra en kopi; vil du begynne på nytt, velg en annen mappe",
            en: "restore events/ from a copy; to begin anew, choose another folder")
        ])
    }
  }
}
