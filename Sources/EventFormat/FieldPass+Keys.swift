import Domain

// A key and its value in one step, as `EventFields` writes them down.

extension FieldPass {
  mutating func number(
    _ key: Key, _ given: Int?, in range: ClosedRange<Int>
  ) throws(FormatError) -> Int {
    try self.key(key)
    return try number(given, in: range)
  }

  mutating func optionalNumber(
    _ key: Key, _ given: Int?, in range: ClosedRange<Int>
  ) throws(FormatError) -> Int? {
    self.key(key, ifGiven: given != nil) ? try number(given, in: range) : nil
  }

  mutating func boolean(_ key: Key, _ given: Bool?) throws(FormatError) -> Bool {
    try self.key(key)
    return try boolean(given)
  }

  mutating func text(
    _ key: Key, _ given: String?, bytesMax: Int
  ) throws(FormatError) -> String {
    try self.key(key)
    return try text(given, bytesMax: bytesMax)
  }

  mutating func optionalText(
    _ key: Key, _ given: String?, bytesMax: Int
  ) throws(FormatError) -> String? {
    self.key(key, ifGiven: given != nil) ? try text(given, bytesMax: bytesMax) : nil
  }

  mutating func texts(
    _ key: Key, _ given: [String]?, bytesMax: Int
  ) throws(FormatError) -> [String] {
    try self.key(key)
    return try texts(given, bytesMax: bytesMax)
  }

  mutating func word<Word: WireWord>(_ key: Key, _ given: Word?) throws(FormatError) -> Word {
    try self.key(key)
    return try word(given)
  }

  mutating func optionalWord<Word: WireWord>(
    _ key: Key, _ given: Word?
  ) throws(FormatError) -> Word? {
    self.key(key, ifGiven: given != nil) ? try word(given) : nil
  }

  mutating func words<Word: WireWord>(_ key: Key, _ given: [Word]?) throws(FormatError) -> [Word] {
    try self.key(key)
    return try words(given)
  }

  mutating func id<ID: WireID>(_ key: Key, _ given: ID?) throws(FormatError) -> ID {
    try self.key(key)
    return try id(given)
  }

  mutating func optionalID<ID: WireID>(_ key: Key, _ given: ID?) throws(FormatError) -> ID? {
    self.key(key, ifGiven: given != nil) ? try id(given) : nil
  }

  mutating func code(_ key: Key, _ given: ActivityCode?) throws(FormatError) -> ActivityCode {
    try self.key(key)
    let text = try characters(given?.text, .code)
    // The pass has let through what the type allows; the guard costs nothing and keeps them in step.
    guard let code = ActivityCode(text) else { throw FormatError(.code, column: 0, key: key) }
    return code
  }

  mutating func optionalCode(_ key: Key, _ given: ActivityCode?) throws(FormatError)
    -> ActivityCode?
  {
    guard let text = try optionalCharacters(key, given?.text, .code) else { return nil }
    guard let code = ActivityCode(text) else { throw FormatError(.code, column: 0, key: key) }
    return code
  }

  mutating func command(_ key: Key, _ given: CommandID?) throws(FormatError) -> CommandID {
    try self.key(key)
    let text = try characters(given?.text, .command)
    guard let command = CommandID(text) else { throw FormatError(.command, column: 0, key: key) }
    return command
  }

  mutating func characters(
    _ key: Key, _ given: String?, _ allowed: Characters
  ) throws(FormatError) -> String {
    try self.key(key)
    return try characters(given, allowed)
  }

  mutating func optionalCharacters(
    _ key: Key, _ given: String?, _ allowed: Characters
  ) throws(FormatError) -> String? {
    self.key(key, ifGiven: given != nil) ? try characters(given, allowed) : nil
  }

  mutating func day(_ key: Key, _ given: Day?) throws(FormatError) -> Day {
    try self.key(key)
    return try day(given)
  }

  mutating func optionalDay(_ key: Key, _ given: Day?) throws(FormatError) -> Day? {
    self.key(key, ifGiven: given != nil) ? try day(given) : nil
  }

  mutating func optionalAge(_ key: Key, _ given: AgeBand?) throws(FormatError) -> AgeBand? {
    self.key(key, ifGiven: given != nil) ? try age(given) : nil
  }

  mutating func ages(_ key: Key, _ given: [AgeBand]?) throws(FormatError) -> [AgeBand] {
    try self.key(key)
    return try ages(given)
  }

  mutating func clock(_ key: Key, _ given: Clock?) throws(FormatError) -> Clock {
    try self.key(key)
    return try clock(given)
  }

  mutating func optionalClock(_ key: Key, _ given: Clock?) throws(FormatError) -> Clock? {
    self.key(key, ifGiven: given != nil) ? try clock(given) : nil
  }

  mutating func period(_ key: Key, _ given: Period?) throws(FormatError) -> Period {
    try self.key(key)
    return try period(given)
  }

  mutating func moment(_ key: Key, _ given: Instant?) throws(FormatError) -> Instant {
    try self.key(key)
    return try moment(given)
  }

  mutating func ranges(_ key: Key, _ given: LineRanges?) throws(FormatError) -> LineRanges {
    try self.key(key)
    return try ranges(given)
  }
}
