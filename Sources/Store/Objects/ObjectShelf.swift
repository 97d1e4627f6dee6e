import Foundation

/// Where sealed objects lie, by names that say nothing: a folder of this machine, or a service that keeps them for many.
protocol ObjectShelf: Sendable {
  /// Stores what `fill` hands over piece by piece: whole, or not at all. What was there under this name is replaced.
  ///
  /// - Throws: `Problem.unwritable`; what `fill` throws.
  func put(_ name: String, _ fill: ((ArraySlice<UInt8>) throws -> Void) throws -> Void) throws

  /// Nil where there is nothing under this name.
  func open(_ name: String) throws -> (any ObjectSource)?

  /// Nothing where there is nothing.
  ///
  /// - Throws: `Problem.unwritable`.
  func remove(_ name: String) throws

  /// Of all objects that are whole and were put here before.
  func names(olderThan limit: Date) throws -> [String]

  /// What was begun before, and never ended.
  ///
  /// - Returns: how many files it were.
  func removeDrafts(olderThan limit: Date) throws -> Int
}

/// An object that is being read.
protocol ObjectSource {
  /// How many bytes there are, for making room; what counts is what comes.
  var size: Int { get }

  /// The next bytes: `count` of them, and fewer at the end only.
  func next(_ count: Int) throws -> [UInt8]
}
