// Budget against accounts, in øre, and the share that is financed locally.

package import Domain

/// A line that the budget and the accounts share.
package struct GrantPost: Hashable, Sendable {
  package let flow: GrantAmount.Flow
  /// Where an income comes from; nil for a cost.
  package let funding: GrantAmount.Funding?
  package let name: String
  package fileprivate(set) var budget = 0
  package fileprivate(set) var accounts = 0

  package func amount(_ book: GrantAmount.Book) -> Int { book == .budget ? budget : accounts }
}

/// The incomes that are not the grant itself, of all incomes.
package struct LocalShare: Hashable, Sendable {
  package let local: Int
  /// Above 0.
  package let all: Int

  package init(local: Int, all: Int) {
    self.local = local
    self.all = all
  }

  /// Whether it is at least so many percent.
  package func isAtLeast(percent: Int) -> Bool {
    let (whole, wanted) = (
      local.multipliedFullWidth(by: 100), all.multipliedFullWidth(by: percent)
    )
    return (whole.high, whole.low) >= (wanted.high, wanted.low)
  }
}

extension GrantFigures {
  /// The posts, incomes first, each in the order it was first booked.
  package var posts: [GrantPost] {
    var posts: [GrantPost] = []
    for booked in grant.amounts {
      let amount = booked.amount
      let place =
        posts.firstIndex {
          $0.flow == amount.flow && $0.funding == amount.funding
            && $0.name.utf8.elementsEqual(amount.post.utf8)
        } ?? posts.count
      if place == posts.count {
        posts.append(GrantPost(flow: amount.flow, funding: amount.funding, name: amount.post))
      }
      switch amount.book {
      case .budget: posts[place].budget.addClamped(amount.amount)
      case .accounts: posts[place].accounts.addClamped(amount.amount)
      }
    }
    return posts.filter { $0.flow == .income } + posts.filter { $0.flow == .cost }
  }

  /// The sum of the incomes or the costs of a book.
  package func sum(_ book: GrantAmount.Book, _ flow: GrantAmount.Flow) -> Int {
    sum(book) { $0.flow == flow }
  }

  /// The share that is financed locally, by the budget or by the accounts; nil without incomes.
  package func localShare(_ book: GrantAmount.Book) -> LocalShare? {
    let all = sum(book, .income)
    if all <= 0 { return nil }
    return LocalShare(local: sum(book) { $0.flow == .income && $0.funding != .grant }, all: all)
  }

  private func sum(_ book: GrantAmount.Book, where isAsked: (GrantAmount) -> Bool) -> Int {
    grant.amounts.reduce(into: 0) { sum, booked in
      guard booked.amount.book == book, isAsked(booked.amount) else { return }
      sum.addClamped(booked.amount.amount)
    }
  }
}
