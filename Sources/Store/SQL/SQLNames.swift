/// What transactions must do one after the other. Whoever takes several takes them in this order.
package enum SQLLock: Int64, Sendable {
  case schema = 1
  case submissions = 2
  // 3 was another lock's.
  case numbers = 4
  case statusPlaces, references, log
}

/// A channel of hints. The name is letters of ASCII.
package struct SQLChannel: Sendable, Hashable {
  let name: String

  package init(_ name: StaticString) { self.name = name.description }
}
