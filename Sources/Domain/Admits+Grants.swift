// Grants, participants, the centre and sent reports: their limits.

extension State {
  func admitsCentre(_ details: CentreDetails) throws(Rejection) {
    try admitsText(details.name, .name)
    if let number = details.number, !CentreDetails.isNumber(number) {
      throw .badOrganisationNumber(number)
    }
  }

  func admitsGrant(_ details: GrantDetails) throws(Rejection) {
    try admitsText(details.funder, .funder)
    try admitsText(details.scheme, .scheme)
    if let project = details.project { try admitsText(project, .project) }
    if let profile = details.profile {
      try admitsText(profile, .profile, bytesMax: TextRule.postBytesMax)
    }
    if let rules = details.rules { try admitsText(rules, .rules) }
    if details.to < details.from { throw .grantEndsBefore(from: details.from, to: details.to) }
    try admitsMarks(details.excluded, WorkMark.excludable)
    for (band, next) in zip(details.ages, details.ages.dropFirst()) where next.from <= band.to {
      throw .agesOverlap(band, next)
    }
    if let rate = details.rate, !YearSettings.rateRange.contains(rate) {
      throw .rateOutOfRange(rate)
    }
    if let divisor = details.divisor, !YearSettings.divisorRange.contains(divisor) {
      throw .divisorOutOfRange(divisor)
    }
    if let share = details.share, !GrantDetails.shareRange.contains(share) {
      throw .shareOutOfRange(share)
    }
  }

  func admits(_ fact: GrantFact, of grant: Grant, at moment: Instant) throws(Rejection) {
    let today = moment.osloDay
    switch fact {
    case .included(let activity, let kind):
      _ = try standing(activity)
      if let kind { try admitsText(kind, .kind, bytesMax: TextRule.postBytesMax) }
      if grant.activities.contains(.init(activity: activity, kind: kind)) { throw .nothingChanged }
    case .aimed(let goal):
      if let activity = goal.activity { _ = try standing(activity) }
      guard GrantDetails.amountRange.contains(goal.target) else {
        throw .amountOutOfRange(goal.target)
      }
      if grant.goals.contains(goal) { throw .nothingChanged }
    case .moved(let step):
      guard grant.status.next.contains(step.status) else {
        throw .wrongStep(grant.id, from: grant.status, to: step.status)
      }
      if grant.steps.last == step { throw .nothingChanged }
      if step.on > today { throw .futureDay(step.on, today: today) }
      for number in [step.amount, step.minutes].compactMap({ $0 })
      where !GrantDetails.amountRange.contains(number) {
        throw .amountOutOfRange(number)
      }
    case .answered(let condition, let met):
      if grant.answers[condition] == met { throw .nothingChanged }
    case .booked(let amount): try admitsAmount(amount, today: today)
    }
  }

  private func admitsAmount(_ amount: GrantAmount, today: Day) throws(Rejection) {
    try admitsText(amount.post, .post, bytesMax: TextRule.postBytesMax)
    guard GrantDetails.amountRange.contains(amount.amount) else {
      throw .amountOutOfRange(amount.amount)
    }
    if (amount.funding == nil) != (amount.flow == .cost) { throw .fundingOfIncome }
    switch amount.book {
    case .budget: if amount.on != nil { throw .dayNotInBudget }
    case .accounts:
      guard let day = amount.on else { throw .accountsNeedDay }
      if day > today { throw .futureDay(day, today: today) }
    }
    if let voucher = amount.voucher {
      try admitsText(voucher, .voucher, bytesMax: TextRule.voucherBytesMax)
    }
  }

  func admitsParticipants(_ content: ParticipantCount, at moment: Instant) throws(Rejection) {
    _ = try standing(content.activity, on: content.on.last)
    let today = moment.osloDay
    if content.on.last > today { throw .futureDay(content.on.last, today: today) }
    guard (1...ParticipantCount.countMax).contains(content.count) else {
      throw .participantsOutOfRange(content.count)
    }
  }

  func admitsSent(_ sent: SentReport, _ recorded: Recorded) throws(Rejection) {
    switch sent.scope {
    case .year(let year): if !Day.years.contains(year) { throw .yearOutOfRange(year) }
    case .grant(let id): _ = try standing(id)
    }
    try admitsText(sent.to, .to)
    let today = recorded.at.osloDay
    if sent.on > today { throw .futureDay(sent.on, today: today) }
    guard (1..<recorded.seq).contains(sent.size) else { throw .sentBeyondLog(size: sent.size) }
  }

  func standing(_ id: GrantID) throws(Rejection) -> Grant {
    guard let grant = grants[id] else { throw .unknownGrant(id) }
    return grant
  }
}
