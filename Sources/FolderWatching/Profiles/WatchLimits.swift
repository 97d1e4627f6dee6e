package import Cases
package import Intake

/// When papers stay in their folders although they are complete, and what is refused there.
package struct WatchLimits: Sendable, Equatable {
  /// What is refused before anything is decoded.
  package var intake: IntakeLimits
  /// Most files of one case.
  package var files: Int
  /// Documents that may wait to be read while walk-in papers are still taken.
  package var waiting: Int
  /// The same for papers of the batch lane: fewer, so that there is room for who stands at the counter.
  package var waitingBatch: Int
  /// Bytes that stay free on every disk that papers are written to.
  package var freeBytes: Int

  package init(
    intake: IntakeLimits = .standard, files: Int = 200, waiting: Int = 500, waitingBatch: Int = 100,
    freeBytes: Int = 512 << 20
  ) {
    self.intake = intake
    self.files = files
    self.waiting = waiting
    self.waitingBatch = waitingBatch
    self.freeBytes = freeBytes
  }

  package static let standard = WatchLimits()

  package func waiting(_ lane: Lane) -> Int { lane == .walkIn ? waiting : waitingBatch }
}
