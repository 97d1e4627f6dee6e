/// Where it is published whether a result was revoked: a bit on a list of many.
package struct StatusPlace: Sendable, Equatable {
  /// Places on one list. Most of their bits are clear, so that a list packs into a few kilobytes.
  package static let listSize = 65_536

  /// From 1.
  package var list: Int
  /// 0 to `listSize` - 1.
  package var position: Int

  package init(list: Int, position: Int) {
    self.list = list
    self.position = position
  }
}
