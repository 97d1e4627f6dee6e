import Synchronization

/// How much each caller may still ask for: a bucket that holds one minute's requests and fills up evenly (a token bucket,
/// as in RFC 2697). What is kept is bounded, whoever asks.
final class RequestAllowance: Sendable {
  private struct Bucket {
    var level: Double
    var at: ContinuousClock.Instant
  }

  private let perMinute: Double
  private let mostCallers: Int
  private let buckets = Mutex<[CallerAddress: Bucket]>([:])

  /// - Parameters:
  ///   - perMinute: requests; more than 0.
  ///   - mostCallers: so many are told apart at a time.
  init(perMinute: Int, mostCallers: Int = 20_000) {
    self.perMinute = Double(perMinute)
    self.mostCallers = mostCallers
  }

  /// Takes `cost` requests from the caller's bucket.
  ///
  /// - Returns: nil where they were there; else the seconds after which they will be.
  func secondsToWait(
    _ caller: CallerAddress, cost: Double, at now: ContinuousClock.Instant = .now
  ) -> Int? {
    buckets.withLock { buckets in
      if buckets.count >= mostCallers { forgetTheRested(&buckets, at: now) }
      var bucket = buckets[caller] ?? Bucket(level: perMinute, at: now)
      bucket.level = level(of: bucket, at: now)
      bucket.at = now
      let missing = cost - bucket.level
      if missing <= 0 { bucket.level -= cost }
      buckets[caller] = bucket
      return missing <= 0 ? nil : Int((missing * 60 / perMinute).rounded(.up))
    }
  }

  private func level(of bucket: Bucket, at now: ContinuousClock.Instant) -> Double {
    min(perMinute, bucket.level + max(0, (now - bucket.at) / .seconds(60)) * perMinute)
  }

  /// Whose bucket is full again is as good as new. Where that is nobody, all begin anew: better than to keep somebody out
  /// because of others.
  private func forgetTheRested(
    _ buckets: inout [CallerAddress: Bucket], at now: ContinuousClock.Instant
  ) {
    buckets = buckets.filter { level(of: $0.value, at: now) < perMinute }
    if buckets.count >= mostCallers { buckets = [:] }
  }
}
