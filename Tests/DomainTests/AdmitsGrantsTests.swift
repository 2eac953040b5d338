import Domain
import Testing

/// Grants and what is said of them.
struct AdmitsGrantsTests {
  private let g8 = grant(firstLine)
  private let add = Command.addGrant(details())
  private func note(_ facts: GrantFact..., after commands: [Command] = []) -> Outcome {
    given([add] + commands, when: .noteGrant(g8, facts))
  }
  private func noted(_ facts: GrantFact...) -> Outcome {
    .events(facts.map { .grantNoted(g8, $0) })
  }
  private func moved(_ status: GrantStatus, on: Day = today, _ amount: Int? = nil) -> GrantFact {
    .moved(GrantStep(status, on: on, amount: amount))
  }

  @Test func `a grant is added, and changed into something else`() {
    #expect(given(when: add) == .events([.grantAdded(details())]))
    let added = after([add]).state.grants[g8]
    #expect(added?.details == details() && added?.status == .planned && added?.id == g8)
    #expect(given([add], when: .changeGrant(g8, details())) == .rejected(.nothingChanged))
    let spring = details("2024-01-01", "2024-06-30")
    #expect(given([add], when: .changeGrant(g8, spring)) == .events([.grantChanged(g8, spring)]))
    #expect(given(when: .changeGrant(g8, spring)) == .rejected(.unknownGrant(g8)))
    #expect(given(when: .noteGrant(g8, [moved(.applied)])) == .rejected(.unknownGrant(g8)))
    let ledger = after([add, .noteGrant(g8, [moved(.applied)]), .changeGrant(g8, spring)])
    #expect(ledger.state.grants[g8]?.details == spring)
    #expect(ledger.state.grants[g8]?.status == .applied, "a change takes nothing else away")
  }

  @Test func `what a grant is made of is held to its limits, when added and when changed`() {
    func refused(_ change: (inout GrantDetails) -> Void) -> Rejection? {
      var bad = details()
      bad.rate = 100
      change(&bad)
      let book = book([add])
      let refusal = book.refusal(of: .grantAdded(bad))
      #expect(book.refusal(of: .grantChanged(g8, bad)) == refusal)
      return refusal
    }
    let empty = TextRule.Fault.empty
    #expect(refused { _ in } == nil)
    #expect(refused { $0.funder = "" } == .badText(field: .funder, empty))
    #expect(refused { $0.scheme = "" } == .badText(field: .scheme, empty))
    #expect(refused { $0.project = "" } == .badText(field: .project, empty))
    #expect(refused { $0.profile = "" } == .badText(field: .profile, empty))
    #expect(refused { $0.rules = "" } == .badText(field: .rules, empty))
    let long = String(repeating: "x", count: 81)
    #expect(refused { $0.profile = long } == .badText(field: .profile, .tooLong(bytesMax: 80)))
    #expect(refused { $0.rules = long } == nil)
    #expect(refused { ($0.from, $0.to) = (today, today) } == nil)
    #expect(
      refused { ($0.from, $0.to) = (today, yesterday) }
        == .grantEndsBefore(from: today, to: yesterday))
    #expect(refused { $0.rate = 0 } == .rateOutOfRange(0))
    #expect(refused { $0.rate = 10_000_001 } == .rateOutOfRange(10_000_001))
    #expect(refused { $0.divisor = 0 } == .divisorOutOfRange(0))
    #expect(refused { $0.divisor = 10_001 } == .divisorOutOfRange(10_001))
    #expect(refused { $0.share = -1 } == .shareOutOfRange(-1))
    #expect(refused { $0.share = 101 } == .shareOutOfRange(101))
    #expect(refused { ($0.rate, $0.divisor, $0.share) = (10_000_000, 10_000, 100) } == nil)
    #expect(refused { ($0.rate, $0.divisor, $0.share) = (1, 1, 0) } == nil)
  }

  @Test func `bands of ages rise without a common year`() {
    func refused(_ ages: String...) -> Rejection? {
      Book.opened().refusal(of: .grantAdded(details(ages: ages.map(band))))
    }
    #expect(refused("0-5", "6-12", "20-150") == nil)
    #expect(refused("0-5", "5-12") == .agesOverlap(band("0-5"), band("5-12")))
    #expect(refused("6-12", "0-5") == .agesOverlap(band("6-12"), band("0-5")))
    #expect(refused("0-5", "0-5") == .agesOverlap(band("0-5"), band("0-5")))
    #expect(refused("0-5", "6-12", "7-9") == .agesOverlap(band("6-12"), band("7-9")))
  }

  @Test func `a grant leaves out kinds of work that it may, each once and in order`() {
    func refused(_ excluded: WorkMark...) -> Rejection? {
      Book.opened().refusal(of: .grantAdded(details(excluded: excluded)))
    }
    #expect(refused(.inKind, .publicTask, .board, .travel) == nil)
    #expect(refused(.paid) == .markNotHere(.paid), "paid work never counts, and is not listed")
    #expect(refused(.openPlace) == .markNotHere(.openPlace))
    #expect(refused(.board, .board) == .markNotHere(.board))
    #expect(refused(.travel, .board) == .markNotHere(.board))
    let listed = details(excluded: [.board, .travel])
    let asked = details(excluded: [.travel, .board, .travel])
    #expect(given(when: .addGrant(asked)) == .events([.grantAdded(listed)]))
    #expect(given([add], when: .changeGrant(g8, asked)) == .events([.grantChanged(g8, listed)]))
  }

  @Test func `a grant includes activities that stand, each with one kind`() {
    let both = [GrantFact.included(kafe, kind: nil), .included(tur, kind: "Friluft")]
    #expect(note(both[0], both[1]) == noted(both[0], both[1]))
    let kurs = code("kurs")
    #expect(note(.included(kurs, kind: nil)) == .rejected(.unknownActivity(kurs)))
    #expect(note(.included(kafe, kind: "")) == .rejected(.badText(field: .kind, .empty)))
    let long = String(repeating: "x", count: 81)
    #expect(
      note(.included(kafe, kind: long)) == .rejected(.badText(field: .kind, .tooLong(bytesMax: 80)))
    )
    let included = Command.noteGrant(g8, both)
    #expect(note(both[1], after: [included]) == .rejected(.nothingChanged))
    #expect(note(both[0], both[0]) == .rejected(.nothingChanged))
    let again = GrantFact.included(tur, kind: "Tur")
    #expect(note(again, after: [included]) == noted(again))
    let activities = after([add, included, .noteGrant(g8, [again])]).state.grants[g8]?.activities
    #expect(activities?.map(\.activity) == [kafe, tur] && activities?.map(\.kind) == [nil, "Tur"])
  }

  @Test func `a grant without activities takes all of them, and one with some takes those`() {
    let open = after([add]).state.grants[g8]
    #expect(open?.includes(kafe) == true && open?.includes(tur) == true)
    let narrow = after([add, .noteGrant(g8, [.included(tur, kind: nil)])]).state.grants[g8]
    #expect(narrow?.includes(kafe) == false && narrow?.includes(tur) == true)
  }

  @Test func `a goal stands in place of the one of the same measure and activity`() {
    let goals = [
      GrantGoal(.hours, target: 6_000), GrantGoal(.hours, of: kafe, target: 60),
      GrantGoal(.days, of: kafe, target: 10),
    ]
    let aimed = Command.noteGrant(g8, goals.map { .aimed($0) })
    let more = GrantGoal(.hours, of: kafe, target: 90)
    let ledger = after([add, aimed, .noteGrant(g8, [.aimed(more)])])
    #expect(ledger.state.grants[g8]?.goals == [goals[0], more, goals[2]])
    #expect(note(.aimed(goals[1]), after: [aimed]) == .rejected(.nothingChanged))
    #expect(note(.aimed(GrantGoal(.hours, target: 0))) == .rejected(.amountOutOfRange(0)))
    #expect(
      note(.aimed(GrantGoal(.hours, target: LineNumber.limit)))
        == .rejected(.amountOutOfRange(LineNumber.limit)))
    let kurs = code("kurs")
    #expect(
      note(.aimed(GrantGoal(.days, of: kurs, target: 1))) == .rejected(.unknownActivity(kurs)))
  }

  @Test func `a grant goes its way step by step`() {
    #expect(note(moved(.applied), moved(.granted)) == noted(moved(.applied), moved(.granted)))
    #expect(
      note(moved(.applied), moved(.settled))
        == .rejected(.wrongStep(g8, from: .applied, to: .settled)))
    #expect(note(moved(.planned)) == .rejected(.wrongStep(g8, from: .planned, to: .planned)))
    #expect(
      note(moved(.granted), moved(.reported), moved(.settled), moved(.settled))
        == .rejected(.wrongStep(g8, from: .settled, to: .settled)))
  }

  @Test func `a step is not of tomorrow, has sums that are sums, and says something new`() {
    let tomorrow = today.adding(1)
    #expect(note(moved(.applied, on: tomorrow)) == .rejected(.futureDay(tomorrow, today: today)))
    #expect(note(moved(.applied, 0)) == .rejected(.amountOutOfRange(0)))
    #expect(
      note(moved(.applied, LineNumber.limit)) == .rejected(.amountOutOfRange(LineNumber.limit)))
    #expect(
      note(moved(.applied, LineNumber.limit - 1)) == noted(moved(.applied, LineNumber.limit - 1)))
    let none = GrantFact.moved(GrantStep(.applied, on: today, minutes: -1))
    #expect(note(none) == .rejected(.amountOutOfRange(-1)))
    let applied = Command.noteGrant(g8, [moved(.applied, 100)])
    #expect(note(moved(.applied, 100), after: [applied]) == .rejected(.nothingChanged))
    #expect(note(moved(.applied, 200), after: [applied]) == noted(moved(.applied, 200)))
    let grant = after([add, applied, .noteGrant(g8, [moved(.applied, 200)])]).state.grants[g8]
    #expect(grant?.step(.applied)?.amount == 200 && grant?.step(.granted) == nil)
  }

  @Test func `a condition is met or not, until that changes`() {
    let plan = code("plan")
    let met = GrantFact.answered(condition: plan, met: true)
    #expect(note(met) == noted(met))
    #expect(note(met, met) == .rejected(.nothingChanged))
    let not = GrantFact.answered(condition: plan, met: false)
    #expect(note(met, not) == noted(met, not))
    #expect(after([add, .noteGrant(g8, [met, not])]).state.grants[g8]?.answers == [plan: false])
  }

  @Test func `the accounts have days, the budget has none, and an income says where it is from`() {
    func book(
      _ book: GrantAmount.Book, _ flow: GrantAmount.Flow, _ funding: GrantAmount.Funding?,
      _ on: Day?,
      _ change: (inout GrantAmount) -> Void = { _ in }
    ) -> Rejection? {
      var amount = GrantAmount(book, flow, post: "Mat", amount: 100, funding: funding, on: on)
      change(&amount)
      return DomainTests.book([add]).refusal(of: .grantNoted(g8, .booked(amount)))
    }
    #expect(book(.budget, .cost, nil, nil) == nil)
    #expect(book(.budget, .income, .own, nil) == nil)
    #expect(book(.accounts, .cost, nil, today) == nil)
    #expect(book(.accounts, .income, .grant, yesterday) { $0.voucher = "bilag 3" } == nil)
    #expect(book(.budget, .cost, .own, nil) == .fundingOfIncome)
    #expect(book(.budget, .income, nil, nil) == .fundingOfIncome)
    #expect(book(.budget, .cost, nil, today) == .dayNotInBudget)
    #expect(book(.accounts, .cost, nil, nil) == .accountsNeedDay)
    let tomorrow = today.adding(1)
    #expect(book(.accounts, .cost, nil, tomorrow) == .futureDay(tomorrow, today: today))
    #expect(book(.budget, .cost, nil, nil) { $0.amount = 0 } == .amountOutOfRange(0))
    #expect(
      book(.budget, .cost, nil, nil) { $0.amount = LineNumber.limit }
        == .amountOutOfRange(LineNumber.limit))
    #expect(book(.budget, .cost, nil, nil) { $0.post = "" } == .badText(field: .post, .empty))
    let long = String(repeating: "x", count: 81)
    #expect(
      book(.budget, .cost, nil, nil) { $0.post = long }
        == .badText(field: .post, .tooLong(bytesMax: 80)))
    #expect(
      book(.accounts, .cost, nil, today) { $0.voucher = long }
        == .badText(field: .voucher, .tooLong(bytesMax: 40)))
  }

  @Test func `two equal lines of the accounts are two, each with its number`() {
    let coffee = GrantAmount(.accounts, .cost, post: "Mat", amount: 100, on: today)
    let amounts = after([add, .noteGrant(g8, [.booked(coffee), .booked(coffee)])])
      .state.grants[g8]?.amounts
    #expect(amounts?.map(\.id) == [AmountID(seq: 9), AmountID(seq: 10)])
    #expect(amounts?.map(\.amount) == [coffee, coffee])
  }
}
