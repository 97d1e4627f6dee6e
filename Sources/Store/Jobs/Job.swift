package import Cases

/// What the machine does next with a paper or a case. Each step is done once, or done again from the beginning.
package enum JobStage: String, Sendable, Codable, CaseIterable {
  /// Reads one document. The subject is the document.
  case read
  /// Makes cases of the parts of a stack. The subject is the case, here and below.
  case divide
  /// Puts one side of a card to the other, or waits for it.
  case pair
  /// Fills, cross-checks and decides.
  case conclude
  /// Draws, seals and encodes the result.
  case issue
  /// Puts what came of the case into the folder of results.
  case deliver

  /// What comes before a case is concluded.
  static let preparing: [JobStage] = [.read, .divide, .pair]
}

/// A job that was claimed: whoever holds it works on it until the lease ends, and completes it under this fence only.
package struct Job: Sendable, Equatable {
  package var id: Int64
  package var stage: JobStage
  package var subject: String
  package var caseID: String
  package var lane: Lane
  /// Milliseconds since 1970: its place in the queue, which the steps after it inherit.
  package var due: Int64
  /// This one included. A claim whose lease was lost does not count.
  package var attempts: Int
  /// How many readers its paper has cost so far.
  package var deaths: Int
  /// How often its holder was gone before it was done.
  package var losses: Int
  /// Grows with every claim, so that whoever held the job before can no longer complete it.
  package var fence: Int64
}

/// A job to be.
package struct NewJob: Sendable, Equatable {
  package var stage: JobStage
  package var subject: String
  package var caseID: String
  package var lane: Lane
  /// Its place in the queue, in milliseconds since 1970; nil for the end.
  package var due: Int64?
  /// Milliseconds before which it is not begun.
  package var delay: Int64

  package init(
    _ stage: JobStage, of subject: String, in caseID: String, _ lane: Lane, due: Int64? = nil,
    delay: Int64 = 0
  ) {
    self.stage = stage
    self.subject = subject
    self.caseID = caseID
    self.lane = lane
    self.due = due
    self.delay = delay
  }

  /// The step that follows, at the place in the queue that this case has.
  package init(_ stage: JobStage, after job: Job) {
    self.init(stage, of: job.caseID, in: job.caseID, job.lane, due: job.due)
  }
}
