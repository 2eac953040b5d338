// Sign-ups: places first, then the waiting list; who waits longest is promoted in the same transaction
// that frees a place.

extension Draft {
  mutating func signUp(_ persons: [PersonID], _ id: ShiftID) throws(Rejection) {
    for person in persons {
      let isFull = state.shifts[id].map { !$0.hasFreePlace } ?? false
      try emit(.signupMade(shift: id, person: person, waiting: isFull))
    }
  }

  mutating func withdraw(_ persons: [PersonID], _ id: ShiftID) throws(Rejection) {
    for person in persons {
      let shift = try state.uncancelled(id)
      guard let signup = shift.signup(of: person) else { throw .notSignedUp(person, id) }
      try emit(.signupWithdrawn(signup.id))
    }
    try promote(id)
  }

  /// Promotes in order while there is a place and somebody waits.
  mutating func promote(_ id: ShiftID) throws(Rejection) {
    while let shift = state.shifts[id], shift.hasFreePlace, let next = shift.firstWaiting {
      try emit(.signupPromoted(next.id))
    }
  }
}
