// The plan: shifts and who signed up. A plan never becomes hours by itself.

extension State {
  func admitsPlan(_ plan: ShiftPlan, of activity: ActivityCode) throws(Rejection) {
    _ = try standing(activity, on: plan.on)
    if let places = plan.places, places < 1 { throw .placesOutOfRange(places) }
  }

  func admitsChange(of id: ShiftID, to plan: ShiftPlan) throws(Rejection) {
    let shift = try uncancelled(id)
    if shift.plan == plan { throw .nothingChanged }
    try admitsPlan(plan, of: shift.activity)
    if let places = plan.places, places < shift.placesTaken {
      throw .placesBelowTaken(id, taken: shift.placesTaken)
    }
  }

  /// One sign-up a person; on the waiting list exactly when no place is free, so that nobody passes
  /// somebody who waits.
  func admitsSignup(_ id: ShiftID, person: PersonID, waiting: Bool) throws(Rejection) {
    let shift = try uncancelled(id)
    if persons[person] == nil { throw .unknownPerson(person) }
    if shift.signup(of: person) != nil { throw .alreadySignedUp(person, id) }
    if waiting && shift.hasFreePlace { throw .waitingThoughFree(id) }
    if !waiting && !shift.hasFreePlace { throw .shiftFull(id) }
    // A place can be free while somebody waits where an undo took a withdrawal out of the middle.
    if !waiting, let next = shift.firstWaiting { throw .placeLeftEmpty(id, waiting: next.id) }
  }

  func admitsPromotion(of id: SignupID) throws(Rejection) {
    let (shift, signup) = try standing(id)
    if signup.status != .waiting { throw .notWaiting(id) }
    if !shift.hasFreePlace { throw .shiftFull(shift.id) }
    if let next = shift.firstWaiting, next.id != id { throw .notNextInLine(id, next: next.id) }
  }

  /// Returns a sign-up that was not withdrawn, on a shift that was not cancelled.
  @discardableResult
  func standing(_ id: SignupID) throws(Rejection) -> (shift: Shift, signup: Signup) {
    guard let shiftID = shiftOfSignup[id] else { throw .unknownSignup(id) }
    let shift = try uncancelled(shiftID)
    guard let signup = shift.signups.first(where: { $0.id == id }) else {
      throw .unknownSignup(id)
    }
    if signup.status == .withdrawn { throw .signupWithdrawn(id) }
    return (shift, signup)
  }
}
