// swift-tools-version: 6.2
//
// The manifest is the architecture: targets stand lowest first, and an arrow of the design is a
// dependency here. No package is named: a ledger must still build in ten years with nothing to fetch.

import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  // `any` is written where a protocol is a type
  .enableUpcomingFeature("ExistentialAny"),
  // no member through somebody else's import
  .enableUpcomingFeature("MemberImportVisibility"),
  // an import is private unless it says otherwise
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// A room that handles raw bytes: every unsafe use must say so.
let strictSettings = settings + [.strictMemorySafety()]

let package = Package(
  name: "dugnad",
  products: [.executable(name: "dugnad", targets: ["dugnad"])],
  targets: [
    /** Bytes in, bytes out: SHA-256, hash chain, Merkle tree. */
    .target(name: "Integrity", swiftSettings: strictSettings),
    /** What may happen and what it means: calendar, events, state, admits, decide, history. Pure. */
    .target(name: "Domain", swiftSettings: settings),
    /** What people read: languages, numbers, dates, Norwegian order. */
    .target(name: "Wording", swiftSettings: settings),
    /** Every system call; failable in tests. */
    .target(name: "Files", swiftSettings: settings),
    /** One event and one line of bytes are the same thing. */
    .target(name: "EventFormat", dependencies: ["Domain", "Integrity"], swiftSettings: settings),
    /** The log on disk: append, replay, verify. */
    .target(
      name: "EventStore", dependencies: ["EventFormat", "Domain", "Integrity", "Files"],
      swiftSettings: settings),
    /** The private, erasable file that says who p12 is. */
    .target(
      name: "Register", dependencies: ["Domain", "Integrity", "Files"], swiftSettings: settings),
    /** Folds that answer questions. */
    .target(name: "Projections", dependencies: ["Domain"], swiftSettings: settings),
    /** What people write, as values; rows of a spreadsheet as commands. No file. */
    .target(name: "Import", dependencies: ["Domain", "Wording"], swiftSettings: settings),
    /** Figures as tables, CSV, JSON and Markdown: returns text, prints nothing. */
    .target(
      name: "Reports", dependencies: ["Projections", "Domain", "Wording"],
      resources: [
        .embedInCode("Schemas/report-1.json"), .embedInCode("Schemas/stats-1.json"),
      ], swiftSettings: settings),
    /** Closings and proofs: what holds without us. Never sees the register. */
    .target(
      name: "Evidence",
      dependencies: ["Integrity", "Domain", "EventFormat", "Projections", "Reports", "Wording"],
      resources: [.embedInCode("Checkers/verify.py"), .embedInCode("Checkers/kontroll.html")],
      swiftSettings: settings),
    /** Declared commands: parsing, help, suggestions. Its words are passed in. */
    .target(name: "CommandLineKit", swiftSettings: settings),
    /** One file a command; the only place where the store meets a projection, and that prints. */
    .target(
      name: "DugnadApp",
      dependencies: [
        "Integrity", "Domain", "Wording", "Files", "EventFormat", "EventStore", "Register",
        "Import", "Projections", "Reports", "Evidence", "CommandLineKit",
      ],
      resources: ["blank", "bufdir", "frifond", "gjensidige", "state"].map {
        .embedInCode("Profiles/\($0).json")
      }, swiftSettings: settings),
    /** The tool. */
    .executableTarget(name: "dugnad", dependencies: ["DugnadApp"], swiftSettings: settings),
    /** Writes events/ from Kongsberg's figures, through the product's own library. */
    .executableTarget(
      name: "kongsberg-ledger",
      dependencies: [
        "Domain", "EventFormat", "EventStore", "Evidence", "Files", "Integrity", "Projections",
      ],
      path: "tools/kongsberg", exclude: ["README.md", "kongsberg-2024.json", "utkast.md"],
      swiftSettings: settings),
    tests(of: "Integrity"),
    tests(of: "Domain"),
    tests(of: "Wording"),
    tests(of: "Files"),
    tests(of: "EventFormat", and: ["Domain", "Integrity"]),
    tests(of: "EventStore", and: ["EventFormat", "Domain", "Integrity", "Files"]),
    tests(of: "Register", and: ["Domain", "Integrity", "Files"]),
    tests(of: "Projections", and: ["Domain"]),
    tests(of: "Import", and: ["Domain", "Wording"]),
    tests(of: "Reports", and: ["Projections", "Domain", "Wording"], except: ["Golden"]),
    tests(
      of: "Evidence",
      and: ["Integrity", "Domain", "EventFormat", "Projections", "Reports", "Wording"],
      except: ["Golden"]),
    tests(of: "CommandLineKit"),
    /** The built tool from outside: words, streams, exit codes, languages. */
    .testTarget(
      name: "CommandTests", dependencies: ["dugnad", "DugnadApp", "Wording", "kongsberg-ledger"],
      exclude: ["Golden"], swiftSettings: settings),
    /** The repository itself: imports, leftovers, the format page, the README. */
    .testTarget(name: "TidyTests", swiftSettings: settings),
  ]
)

/// A target's tests stand in the folder of its name, and may use what the target uses.
func tests(of room: String, and others: [String] = [], except: [String] = []) -> Target {
  .testTarget(
    name: room + "Tests", dependencies: ([room] + others).map { .init(stringLiteral: $0) },
    exclude: except, swiftSettings: settings)
}
