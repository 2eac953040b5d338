// person add, list: who is known. The name goes to the register, the log gets an id.

import CommandLineKit
import Domain
import Integrity
import Register
import Wording

/// `dugnad person`.
enum Persons {
  static let name = Parameter<String>.operand("name")
  static let role = Parameter<String>.option(
    "role", aliases: ["rolle"], placeholder: "ROLE", choices: Role.allCases.map(\.rawValue))
  static let born = Values.count("born", aliases: ["født"], placeholder: "YEAR")

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      "person", group: say(nb: "Daglig", en: "Everyday"),
      summary: say(nb: "legg til og vis personer", en: "add and list persons"),
      subcommands: [add(say), PersonList.spec(say)])
  }

  private static func add(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "add", ["ny"], summary: say(nb: "legg til en person", en: "add a person"),
      discussion: say(
        nb: "Navnet står bare i register/, som kan slettes; loggen får en id (p12).",
        en: "The name stands only in register/, which can be erased; the log gets an id (p12)."),
      parameters: [
        ParameterSpec(
          name, help: say(nb: "hele navnet", en: "the full name"),
          placeholder: say(nb: "NAVN", en: "NAME")),
        ParameterSpec(
          role,
          help: say(
            nb: "volunteer (frivillig), coordinator (koordinator) eller approver (godkjenner)",
            en: "volunteer, coordinator or approver"),
          defaultText: Role.volunteer.rawValue),
        ParameterSpec(born, help: say(nb: "fødselsår", en: "year of birth")),
      ] + Common.writing(say),
      examples: [
        Example(
          say(nb: "person ny \"Kari Eksempel\"", en: "person add \"Kari Eksempel\""),
          say(nb: "svarer med id-en", en: "answers with the id"))
      ], run: runAdd)
  }

  private static func runAdd(_ arguments: Arguments, _ context: Context) throws {
    guard let typed = arguments[name] else { return }
    let role = arguments[role].flatMap(Role.init) ?? .volunteer
    try context.registerPerson(try context.checkedName(typed), born: arguments[born], role: role)
  }
}

extension Context {
  /// Returns who a person is, as typed; the salt and the id come with the command.
  func profile(_ id: PersonID, _ name: String, born: Int?, salt: [UInt8]) throws -> PersonProfile {
    if let born, !(1_900...today.year).contains(born) {
      throw Failure.usage(
        "bad-birth-year", nb: "Fødselsåret må være fra 1900 til i år.",
        en: "the year of birth must be 1900 to this year")
    }
    do throws(RegisterError) {
      return try PersonProfile(id: id, name: name, birthYear: born, salt: salt)
    } catch {
      throw Failure(error)
    }
  }

  /// Register first, then log: the profile is saved before the line that names its commitment.
  fileprivate func registerPerson(_ name: String, born: Int?, role: Role) throws {
    var salt = world.random(PersonProfile.saltBytes)
    try carryOut { open in
      let id = PersonID(seq: open.ledger.history.count + 1)
      // A retry must come to the same commitment, so it takes the salt of the first run.
      if let before = open.register.profile(of: id), before.name == name { salt = before.salt }
      let profile = try profile(id, name, born: born, salt: salt)
      return .registerPersons([
        PersonRegistered(role: role, commitment: profile.commitment.hex)
      ])
    } beforeCommit: { open, recorded in
      guard let first = recorded.first else { return open.register }
      return try open.save(try profile(PersonID(seq: first.seq), name, born: born, salt: salt))
    }
  }
}
