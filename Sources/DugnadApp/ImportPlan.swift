// From rows to one transaction. What the rows say is decided here; whether the ledger admits it is asked
// of the domain, row by row, so that all that is wrong can be listed at once.

import CommandLineKit
import Domain
import Import
import Integrity
import Register
import Wording

/// What an import comes to in a ledger.
struct ImportPlan {
  let made: ImportMade
  /// The line that the import itself will be.
  let line: Int
  var persons: [PersonProfile] = []
  var roles: [Role] = []
  var activities: [ActivityDetails] = []
  /// Hours that are recorded, corrected and taken back.
  var entries: [FileRow] = []
  var corrections: [Correction] = []
  var vanished: [EntryID] = []
  /// How the rows compare with what the source has brought before; nil for rows without hours.
  var comparison: Comparison?
  /// Rows that are there already, with what they are.
  var there: [There] = []
  /// Rows that differ from what is there.
  var differing: [Differing] = []
  /// What should be known before it is believed.
  var notes: [Phrase] = []
  /// What comes after the persons and activities.
  var commands: [Command] = []

  /// An entry that says what its row says now.
  struct Correction {
    let entry: EntryID
    let before: HourEntry
    let row: FileRow
  }

  /// A row and what it is in the ledger.
  struct There {
    let line: Int
    let id: String
  }

  /// A row that says something else than the ledger.
  struct Differing {
    let line: Int
    let id: String
    let text: Phrase
    /// Whether this import changes the ledger.
    let isChanged: Bool
  }

  init(_ made: ImportMade, line: Int) {
    self.made = made
    self.line = line
  }

  var id: ImportID { ImportID(seq: line) }

  /// Whether there is nothing to record.
  var isEmpty: Bool { persons.isEmpty && activities.isEmpty && commands.isEmpty }

  var command: Command {
    var all: [Command] = [.noteImport(made)]
    if !persons.isEmpty {
      all.append(
        .registerPersons(
          zip(persons, roles).map { PersonRegistered(role: $1, commitment: $0.commitment.hex) }))
    }
    all += activities.map { .addActivity($0) }
    return .all(all + commands)
  }
}

/// Which of the rows are taken in when the source is known.
enum ImportMode {
  /// Nobody said: only a list that is not there at all.
  case first
  case new, update, all
}

/// Makes the plan of one import.
struct ImportPlanner {
  let context: Context
  let open: OpenLedger
  let file: ImportedFile
  let reading: SheetReadingResult
  let kind: SheetKind
  let source: String
  let mode: ImportMode
  var names: ImportNames
  var faults: [ImportFault] = []
  var plan: ImportPlan
  /// Persons and activities that are not in the ledger, in the order of the file.
  var newPersons: [NewPerson] = []
  var newActivities: [ActivityDetails] = []
  /// The lines of activities that stand in rows of their own.
  var added: [Int] = []
  private var placeOfNewPerson: [String: Int] = [:]
  private var placeOfNewActivity: [String: Int] = [:]

  init(
    _ context: Context, _ open: OpenLedger, _ file: ImportedFile, _ reading: SheetReadingResult
  ) throws {
    self.context = context
    self.open = open
    self.file = file
    self.reading = reading
    let arguments = context.arguments
    kind = reading.kind ?? .hours
    source = try Self.source(context, open, file)
    mode =
      arguments[ImportCommand.new]
      ? .new
      : arguments[ImportCommand.update] ? .update : arguments[ImportCommand.all] ? .all : .first
    names = ImportNames(open)
    let made = ImportMade(
      source: source, kind: kind, digest: file.digest, rows: reading.rows.count,
      after: open.state.sources[source]?.last?.id, table: try Self.table(context, reading))
    plan = ImportPlan(made, line: open.ledger.history.count + 1)
  }

  /// Returns the plan, or throws all that is wrong with the file.
  mutating func planned() throws -> ImportPlan {
    faults = reading.cellFaults.map(ImportFault.init)
    switch reading.rows {
    case .none: break
    case .hours(let rows): try planHours(rows)
    case .table(let table): try planTable(table)
    case .persons(let rows): try planPersons(rows)
    case .activities(let rows): try planActivities(rows)
    case .shifts(let rows): try planShifts(rows)
    case .signups(let rows): try planSignups(rows)
    }
    return plan
  }

  func has(_ flag: Parameter<Bool>) -> Bool { context.arguments[flag] }

  // MARK: - Names

  /// Returns the person meant, a new one where that is asked for, or nil: then it is listed as missing.
  mutating func person(_ typed: String, line: Int) -> PersonID? {
    switch names.person(typed) {
    case .one(let id): return id
    case .several(let ids):
      names.miss(person: typed, line: line, several: ids)
    case .none:
      if has(ImportCommand.addPersons), PersonID(text: typed) == nil {
        return newPerson(typed, line: line)
      }
      names.miss(person: typed, line: line)
    }
    return nil
  }

  /// Returns the id that a new person has for now: places in `newPersons`, after the last line.
  mutating func newPerson(
    _ typed: String, line: Int, role: Role = .volunteer, born: Int? = nil, key: String? = nil
  ) -> PersonID? {
    let key = key ?? searchKey(typed)
    if let place = placeOfNewPerson[key] { return newPersons[place].id }
    let name: String
    do {
      name = try context.checkedName(typed)
    } catch {
      let why = (error as? Failure)?.message ?? ImportWords.expected(.name)
      faults.append(
        ImportFault(kind: "person", line: line, column: column(.person), text: typed, why))
      return nil
    }
    let id = PersonID(seq: plan.line + 1 + newPersons.count)
    placeOfNewPerson[key] = newPersons.count
    newPersons.append(NewPerson(id: id, name: name, role: role, birthYear: born))
    return id
  }

  mutating func activity(_ typed: String, line: Int, counted: Bool = true) -> ActivityCode? {
    switch names.activity(typed) {
    case .one(let code): return code
    case .several(let codes):
      names.miss(activity: typed, line: line, several: codes)
    case .none:
      if has(ImportCommand.addActivities) {
        return newActivity(typed, line: line, counted: counted)
      }
      names.miss(activity: typed, line: line)
    }
    return nil
  }

  mutating func newActivity(
    _ typed: String, line: Int, counted: Bool, code: ActivityCode? = nil
  ) -> ActivityCode? {
    let key = searchKey(typed)
    if let place = placeOfNewActivity[key] { return newActivities[place].code }
    do {
      let name = try context.checkedName(typed)
      let details = ActivityDetails(code: try code ?? freeCode(name), name: name, counted: counted)
      placeOfNewActivity[key] = newActivities.count
      newActivities.append(details)
      return details.code
    } catch {
      let why = (error as? Failure)?.message ?? ImportWords.expected(.name)
      faults.append(
        ImportFault(kind: "activity", line: line, column: column(.activity), text: typed, why))
      return nil
    }
  }

  /// Returns a code made of the name that nobody has: `kafe`, `kafe-2` …
  private func freeCode(_ name: String) throws -> ActivityCode {
    let base = codeFrom(name: name)
    let taken = Set(newActivities.map(\.code)).union(open.state.activities.keys)
    for number in 1...999 {
      let ending = number == 1 ? "" : "-\(number)"
      let stem = base.prefix(ActivityCode.bytesMax - ending.utf8.count)
      if let code = ActivityCode(stem + ending), !taken.contains(code),
        !context.looksLikeID(code.text)
      {
        return code
      }
    }
    throw Failure.usage(
      "bad-code", nb: "Det lar seg ikke lage en kode av navnet.",
      en: "no code can be made of the name")
  }

  // MARK: - Faults

  /// The first column that a field was read from.
  func column(_ fields: ColumnField...) -> SheetColumn? {
    reading.columns.first { column in column.field.map(fields.contains) ?? false }
  }

  /// What stands in a column of a line.
  func text(_ line: Int, _ column: SheetColumn?) -> String {
    guard let column, let place = columnIndex(letters: column.letters),
      let row = file.sheet.rows.first(where: { $0.line == line })
    else { return "" }
    return row[column: place]
  }

  /// Throws if anything is wrong, with all of it.
  func refuseFaults() throws {
    let persons = names.missingPersons.map { missing in
      ImportFault(
        kind: "person", line: missing.lines[0], column: column(.person, .firstName),
        text: missing.text, ImportWords.missing(missing, .person), rows: missing.lines.count,
        near: missing.near)
    }
    let activities = names.missingActivities.map { missing in
      ImportFault(
        kind: "activity", line: missing.lines[0], column: column(.activity), text: missing.text,
        ImportWords.missing(missing, .activity), rows: missing.lines.count, near: missing.near)
    }
    let all = faults.sorted { $0.line < $1.line } + activities + persons
    if all.isEmpty { return }
    var failure = Failure(
      "import-faults", place: file.title(context.language), ImportWords.refused(all.count))
    let unit = ImportWords.unit(of: file.sheet)
    failure.items = all.map { $0.item(unit) }
    failure.hints = ImportWords.hints(
      persons: names.missingPersons, activities: names.missingActivities,
      cells: !reading.cellFaults.isEmpty)
    throw failure
  }
}

extension SheetRows {
  /// Rows with data.
  var count: Int {
    switch self {
    case .none: 0
    case .hours(let rows): rows.count
    case .signups(let rows): rows.count
    case .persons(let rows): rows.count
    case .activities(let rows): rows.count
    case .shifts(let rows): rows.count
    case .table(let table): table.rows.count + table.outside.count
    }
  }
}
