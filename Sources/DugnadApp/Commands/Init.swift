// init: a new ledger in a folder, with its first coordinator.

import CommandLineKit
import Domain
import EventStore
import Files
import Integrity
import Register

/// `dugnad init`.
enum Init {
  static let folder = Parameter<String>.operand("folder", optional: true, completion: .directory)
  static let name = Parameter<String>.option("name", aliases: ["navn"], placeholder: "NAME")
  static let coordinator = Parameter<String>.option(
    "coordinator", aliases: ["koordinator"], placeholder: "NAME")

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      "init", aliases: ["start"], group: say(nb: "Regnskapet", en: "The ledger"),
      summary: say(nb: "begynn et nytt regnskap", en: "begin a new ledger"),
      discussion: say(
        nb:
          "Mappen får events/ (loggen), register/ (hvem personene er, bare for deg) og Snapshots/.",
        en: "The folder gets events/ (the log), register/ (who the persons are, for you alone) and "
          + "Snapshots/."),
      parameters: [
        ParameterSpec(
          folder,
          help: say(nb: "mappen; ellers den du står i", en: "the folder; else the one you stand in")
        ),
        ParameterSpec(
          name, help: say(nb: "frivilligsentralens navn", en: "the volunteer centre's name"),
          required: true),
        ParameterSpec(
          coordinator, help: say(nb: "ditt navn, som koordinator", en: "your name, as coordinator"),
          required: true),
        ParameterSpec(
          Common.once, help: say(nb: "gjør kommandoen trygg å gjenta", en: "makes a retry safe")),
      ],
      examples: [
        Example(
          say(
            nb: "init sentralen --name \"Vår frivilligsentral\" --coordinator \"Kari Eksempel\"",
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
      PersonID(seq: 2), coordinator.asStored, born: nil,
      salt: context.world.random(PersonProfile.saltBytes))
    let opened = LedgerOpened(
      origin: "dugnad-" + context.randomName(length: 20), name: name.asStored, reconstruction: false
    )
    let founder = PersonRegistered(
      role: .coordinator, commitment: profile.commitment.hex)
    do throws(StoreError) {
      try folder.create(calls: context.world.calls)
    } catch {
      throw Failure(error)
    }
    try context.carryOut(in: folder, as: profile.id) { open in
      if open.ledger.history.count > 0 { throw open.failure(.alreadyOpened) }
      return .open(opened, founder: founder)
    } beforeCommit: { open, _ in
      try open.save(profile)
    }
  }
}
