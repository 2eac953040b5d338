// Norwegian order: the rules of CLDR `no`, for lists of people and activities.
//
//   space < signs < 0…9 < a…z < æ (= ä) < ø (= ö) < å (= aa) < other scripts
//
// 1. Strings are compared letter by letter without regard to marks and case; đ and ð count as d, ü
//    as y, þ as th, ß as ss; ŋ follows n and ŧ follows t.
// 2. If that does not decide, marks do: "e" before "é"; "æ" before "ä", "å" before "aa".
// 3. Then case: small before capital.
// 4. Then the text itself, so that only equal strings are equal.
//
// Digits are characters like others ("10" before "2"). CLDR reads "aA" as two letters; here it is å
// as well, so that case never decides before the letters do.
//
// Latin letters weigh the same composed or not. Other scripts are compared scalar by scalar and
// should come in NFC, as the log keeps them. `String.<` is not used: in Swift 6.3 "и\u{306}" and
// "й\u{301}" are neither equal nor ordered by it, and a sort needs a total order.

/// What a string is sorted by; make it once and compare it often.
package struct CollationKey: Comparable, Sendable {
  /// The string the key was made from.
  package let text: String
  private var places: [Place] = []
  private var marks: [UInt32] = []
  private var cases: [UInt8] = []

  /// Makes the key of a string.
  package init(_ text: String) {
    self.text = text
    places.reserveCapacity(text.utf8.count)
    var pending: LatinLetter?
    for character in text {
      if let letter = LatinLetter(character) {
        if let first = pending, first.base == "a", letter.base == "a", !letter.isGuest {
          pending = nil
          append(doubleA: first, letter)
        } else {
          flush(&pending)
          if letter.base == "a", letter.marks.isEmpty { pending = letter } else { append(letter) }
        }
      } else if !character.unicodeScalars.allSatisfy(\.properties.isDefaultIgnorableCodePoint) {
        flush(&pending)
        append(character)
      }
    }
    flush(&pending)
  }

  /// Orders by letters, then marks, then case, then the text itself.
  package static func < (a: CollationKey, b: CollationKey) -> Bool {
    if a.places != b.places { return a.places.lexicographicallyPrecedes(b.places) }
    if a.marks != b.marks { return a.marks.lexicographicallyPrecedes(b.marks) }
    if a.cases != b.cases { return a.cases.lexicographicallyPrecedes(b.cases) }
    return a.text != b.text
      && a.text.unicodeScalars.lexicographicallyPrecedes(b.text.unicodeScalars)
  }

  /// Two keys are equal when neither precedes the other: when their strings are canonically equal.
  package static func == (a: CollationKey, b: CollationKey) -> Bool {
    a.text == b.text && a.places == b.places
  }

  private mutating func flush(_ pending: inout LatinLetter?) {
    if let letter = pending { append(letter) }
    pending = nil
  }

  private mutating func append(_ letter: LatinLetter) {
    let weight = LetterWeight(letter)
    for (index, place) in weight.places.enumerated() {
      append(place, mark: index == 0 ? weight.variant : 0, case: letter.isCapital ? 2 : 0)
    }
    if weight.isLigature, let last = cases.popLast() { cases.append(last + 1) }
    marks += weight.marks
  }

  private mutating func append(_ other: Character) {
    if let sign = Place(other) { return append(sign, mark: 0, case: 0) }
    let small = other.lowercased()
    let isCapital = !small.unicodeScalars.elementsEqual(other.unicodeScalars)
    for scalar in small.unicodeScalars {
      append(.other(scalar.value), mark: 0, case: isCapital ? 2 : 0)
    }
  }

  private mutating func append(doubleA first: LatinLetter, _ second: LatinLetter) {
    let height: UInt8 = (first.isCapital ? 2 : 0) + (second.isCapital ? 1 : 0)
    append(.letter(LetterWeight.last), mark: 1, case: height)
    marks += second.marks.map(LetterWeight.mark)
  }

  private mutating func append(_ place: Place, mark: UInt32, case height: UInt8) {
    places.append(place)
    marks.append(mark)
    cases.append(height)
  }
}

/// Returns whether a string stands before another in a Norwegian list.
package func norwegianPrecedes(_ a: String, _ b: String) -> Bool {
  CollationKey(a) < CollationKey(b)
}

extension Sequence {
  /// Returns the elements in Norwegian order of a text of theirs; each key is made once.
  package func sortedNorwegian(by text: (Element) -> String) -> [Element] {
    map { (key: CollationKey(text($0)), element: $0) }
      .sorted { $0.key < $1.key }
      .map(\.element)
  }
}
