import Domain
import Integrity
import Testing

@testable import Evidence

/// Whether a bundle of a grant can leave something out, add something or say something else, when whoever
/// lies makes the proof, the figures, the hour list and the reports again from the lines that are left.
struct GrantCompletenessTests {
  private let grants: GrantLog
  private let lines: [Int]
  private let honest: Forgery

  init() throws {
    grants = try GrantLog()
    lines = LinesBehind.grant(try grants.grant(), in: grants.log.records)
    honest = try Forgery(try grants.bundle()).small
  }

  private func check(_ lines: [Int]) throws -> BundleCheck {
    var forgery = honest
    try forgery.disclose(lines, of: grants.log)
    return forgery.check
  }

  private func found(_ change: (inout Forgery) -> Void) -> [String] {
    var forgery = honest
    change(&forgery)
    return short(forgery.check.findings)
  }

  private var sent: String { "linjer.jsonl \(grants.sent)" }
  private var place: String { "incomplete bevis.json \(grants.sent)" }

  // MARK: Lines

  @Test("Every line that is left out is missed, but for what no figure hangs on")
  func less() throws {
    var unmissed: [String] = []
    for line in lines where try check(lines.filter { $0 != line }).holds {
      unmissed.append(String(decoding: grants.log.bytes[line - 1], as: UTF8.self))
    }
    // The names of the two activities, that one is an open place, terms of the grant that change neither
    // its days, that an activity with claimed hours is included too, and what the centre answered.
    let types = unmissed.map { $0.split(separator: "\"type\":\"")[1].prefix { $0 != "\"" } }
    #expect(
      types == [
        "activity.added", "activity.added", "activity.marked", "grant.changed",
        "grant.included", "grant.answered",
      ])
  }

  @Test("Every line that is not of the grant is one too many, whatever it is")
  func more() throws {
    for line in 1...grants.log.records.count where !lines.contains(line) {
      let check = try check((lines + [line]).sorted())
      // (A claim that was released or undone counts again, and so it is the figures that differ.)
      let isClaim = [grants.released, grants.undone].contains(line)
      #expect(
        check.findings.contains {
          $0.id == .incomplete && $0.line == (isClaim ? grants.sent : line)
        }, "line \(line): \(short(check.findings))")
    }
  }

  @Test("A claimed entry that is left out with its claim")
  func entryLeftOut() throws {
    let id = grants.group
    let left = lines.filter { line in
      switch grants.log.records[line - 1].event {
      case .hoursClaimed(let entry, _, _), .hoursApproved(let entry): entry != id
      default: line != id.seq
      }
    }
    #expect(left.count == lines.count - 3)
    #expect(short(try check(left).findings) == ["incomplete \(sent)", place])
  }

  @Test("An entry that the grant never had, with a claim of another grant")
  func entryAdded() throws {
    let id = grants.others
    let claim = grants.log.records.first { recorded in
      if case .hoursClaimed(let entry, _, _) = recorded.event { entry == id } else { false }
    }?.seq
    let found = short(try check((lines + [id.seq, try #require(claim)]).sorted()).findings)
    #expect(
      found == ["incomplete linjer.jsonl \(id.seq)", "incomplete linjer.jsonl \(claim ?? 0)"])
  }

  @Test("A correction or an approval that is left out is another leaf")
  func content() throws {
    let correction = try #require(
      grants.log.records.first { recorded in
        if case .hoursCorrected = recorded.event { true } else { false }
      }?.seq)
    // The claimed minutes are the same without it, but the content is another line.
    #expect(short(try check(lines.filter { $0 != correction }).findings).contains(place))
    let approval = try #require(
      lines.first { line in
        grants.log.records[line - 1].event == .hoursApproved(grants.group)
      })
    #expect(
      short(try check(lines.filter { $0 != approval }).findings) == ["incomplete \(sent)", place])
  }

  @Test("The grant or its report is not there, or of another")
  func named() throws {
    let without = try check(lines.filter { $0 != grants.middle.seq }).findings
    #expect(short(without).first == "incomplete linjer.jsonl \(grants.middle.seq)")
    #expect(Set(without.map(\.id)) == [.incomplete, .figureDiffers])
    #expect(
      short(try check(lines.filter { $0 != grants.sent }).findings).contains("incomplete \(sent)"))
    #expect(found { $0.manifest.sent = 1 } == ["incomplete linjer.jsonl 1"])
    #expect(found { $0.manifest.grant = grants.first } == ["incomplete \(sent)"])
  }

  // MARK: The report that was sent

  @Test("A report whose line says another digest, tree, size or grant", arguments: 0..<4)
  func lying(which: Int) throws {
    var lying = grants
    let size = lying.log.records.count
    let line = try lying.send(grants.middle) { report in
      switch which {
      case 0: report.digest = Digest.zero.hex
      case 1: report.grants = Digest.zero.hex
      case 2: report.size = grants.sent - 1
      default: report.grants = String(repeating: "A", count: 64).lowercased()
      }
    }
    let found = short(BundleCheck(try lying.bundle(sentAt: line).bytes).findings)
    let said = "incomplete linjer.jsonl \(line)"
    let place = "incomplete bevis.json \(line)"
    #expect(found == [[said], [place], [said, place], [place]][which], "of \(size) lines")
  }

  @Test("A figure set of a later version cannot be judged, and says so")
  func unknownSet() throws {
    var later = grants
    let line = try later.send(grants.middle) { $0.figureSet = 2 }
    #expect(
      short(BundleCheck(try later.bundle(sentAt: line).bytes).findings) == [
        "type-unknown linjer.jsonl \(line)"
      ])
  }

  // MARK: The tree

  @Test("Another leaf, another number in it, or the same one twice")
  func leaf() throws {
    let leaves = try #require(honest.manifest.tree).leaves
    let own = leaves[1]
    func with(_ leaves: [String]) -> [String] { found { $0.manifest.tree?.leaves = leaves } }
    #expect(with(leaves).isEmpty)
    #expect(with([leaves[0], own.replacing(" 327 ", with: " 328 "), leaves[2]]) == [place])
    #expect(with([leaves[0], own.replacing(" 4 ", with: " 5 "), leaves[2]]) == [place])
    #expect(with([leaves[0], leaves[2]]) == [place])
    #expect(with([leaves[0], own, own, leaves[2]]) == [place])
    #expect(with([own, own, leaves[2]]) == [place])
    #expect(with([]) == [place])
  }

  @Test("Neighbours that are swapped, missing, others, or spelled like no leaf")
  func neighbours() throws {
    let leaves = try #require(honest.manifest.tree).leaves
    func with(_ leaves: [String], first: Int = 0) -> [String] {
      found {
        $0.manifest.tree?.leaves = leaves
        $0.manifest.tree?.first = first
      }
    }
    #expect(with([leaves[2], leaves[1], leaves[0]]) == [place])
    #expect(with([leaves[0], leaves[1]]) == [place])
    #expect(with([leaves[1], leaves[2]], first: 1) == [place])
    #expect(with([leaves[0].replacing(" 92 ", with: " 93 "), leaves[1], leaves[2]]) == [place])
    #expect(with(["", leaves[1], leaves[2]]) == [place])
    #expect(with(leaves, first: 1) == [place])
  }

  @Test("With one grant more before or after it than the tree has, or fewer")
  func counts() {
    #expect(found { $0.manifest.tree?.size = 4 } == [place])
    #expect(found { $0.manifest.tree?.size = 2 } == [place])
    #expect(found { $0.manifest.tree?.size = 0 } == ["bundle-damaged bevis.json 0"])
    #expect(found { $0.manifest.tree?.size = Checkpoint.sizeMax } == [place])
    #expect(found { $0.manifest.tree?.first = Checkpoint.sizeMax } == [place])
    #expect(found { $0.manifest.tree?.size = -1 } == ["bundle-damaged bevis.json 0"])
    #expect(found { $0.manifest.tree?.first = -1 } == ["bundle-damaged bevis.json 0"])
    #expect(found { $0.manifest.tree = nil } == ["bundle-damaged bevis.json 0"])
    #expect(found { $0.manifest.year = 2024 } == ["bundle-damaged bevis.json 0"])
  }

  /// A centre that keeps a second leaf of the grant for another funder has to put it somewhere, and all
  /// places beside the first one are shown.
  @Test("A tree with two leaves of the grant proves neither of them")
  func twoLeaves() throws {
    let tree = try #require(honest.manifest.tree)
    let other = tree.leaves[1].replacing(" 327 ", with: " 300 ")
    let twice = [tree.leaves[0], tree.leaves[1], other, tree.leaves[2]]
    let root = GrantTree.root(of: twice).hex
    var lying = grants
    let line = try lying.send(grants.middle) { $0.grants = root }
    var forgery = try Forgery(try lying.bundle(sentAt: line)).small
    let own = try #require(forgery.manifest.tree).leaves[1]
    let prover = MerkleProver(leaves: twice.map(GrantTree.leafHash))
    for shown in [0..<3, 0..<4, 1..<2] {
      forgery.manifest.tree = GrantPlace(
        size: 4, first: shown.lowerBound, leaves: twice[shown].map { $0 == twice[1] ? own : $0 },
        nodes: try prover.rangeProof(of: shown, size: 4))
      #expect(short(forgery.check.findings) == ["incomplete bevis.json \(line)"], "\(shown)")
    }
  }

  @Test("The nodes of the tree: one too many, or those of another tree")
  func nodes() throws {
    #expect(found { $0.manifest.tree?.nodes.append(.zero) } == [place])
    // The last of four has one neighbour, and so the tree has a node to change or leave out.
    var four = grants
    _ = try four.addGrant("Deltaordningen")
    let line = try four.send(grants.last)
    let whole = try Forgery(try four.bundle(sentAt: line)).small
    #expect(whole.check.holds, "\(short(whole.check.findings))")
    let wrong = ["incomplete bevis.json \(line)"]
    var forgery = whole
    forgery.manifest.tree?.nodes = []
    #expect(short(forgery.check.findings) == wrong)
    forgery.manifest.tree?.nodes = [.zero]
    #expect(short(forgery.check.findings) == wrong)
    // The place in a tree that somebody else was given, from the same log.
    forgery.manifest.tree = honest.manifest.tree
    #expect(short(forgery.check.findings) == wrong)
  }

  // MARK: Figures, hour list, report

  @Test("A figure that is another, missing or of another grant")
  func figures() {
    let id = grants.middle.text
    #expect(
      found {
        let claim = $0.manifest.figures[0]
        $0.manifest.figures[0] = ClaimedFigure(claim.figure, claim.value + 60)
      } == ["figure-differs bevis.json 0 \(id)/hours"])
    #expect(
      found { $0.manifest.figures.removeLast() }
        == ["figure-differs bevis.json 0 \(id)/tur/participants"])
    #expect(
      found { $0.manifest.figures.append(ClaimedFigure("\(grants.first.text)/hours", 92)) }
        == ["figure-differs bevis.json 0 \(grants.first.text)/hours"])
    #expect(
      found { $0.manifest.figures.append($0.manifest.figures[0]) }
        == ["figure-differs bevis.json 0 \(id)/hours"])
  }

  @Test("The hour list and the cells of the report, in both forms that are compared")
  func report() {
    let id = grants.middle.text
    #expect(
      found { $0.replace("timeliste.csv", ";75;1,25;", with: ";75;1,26;") }
        == ["timesheet-differs timeliste.csv 0"])
    // Kafé 282 minutes, 4,7 hours.
    #expect(
      found { $0.replace("rapport.json", "\"minutes\":282", with: "\"minutes\":283") }
        .contains("report-differs rapport.json 0 \(id)/kafe/hours"))
    #expect(
      found { $0.replace("rapport.json", "\"value\":327", with: "\"value\":328") }
        == ["report-differs rapport.json 0 \(id)/hours"])
    #expect(
      found { $0.replace("rapport.csv", ";5,45\r\n", with: ";5,46\r\n") }.contains(
        "report-differs rapport.csv 0 \(id)/hours"))
    #expect(
      found { $0.replace("rapport.csv", ";4,7\r\n", with: ";4,8\r\n") }
        .contains("report-differs rapport.csv 0 \(id)/kafe/hours"))
    #expect(
      found { $0.replace("rapport.csv", "Kafé;", with: "Kafe;") }
        .contains("report-differs rapport.csv 0"))
    #expect(
      found { $0["rapport.json"] = Array("{}".utf8) } == ["report-differs rapport.json 0"])
  }
}
