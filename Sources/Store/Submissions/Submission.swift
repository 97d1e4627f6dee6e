package import Cases

/// Papers that were handed in together: one application, or more of one that is there already.
package struct NewSubmission: Sendable {
  package struct Paper: Sendable {
    /// What the file was called; personal.
    package var name: String
    /// Of its content, lower-case hexadecimal.
    package var sha256: String
    package var bytes: Int

    package init(name: String, sha256: String, bytes: Int) {
      self.name = name
      self.sha256 = sha256
      self.bytes = bytes
    }
  }

  package var papers: [Paper]
  /// The matter's id; nil where the papers are only to be read and filed.
  package var matter: String?
  /// The case they belong to; nil for a new one.
  package var caseID: String?
  /// Where they came from: a folder's name, `http`, `command`.
  package var source: String
  package var counter: String?
  package var lane: Lane
  /// Most papers of this source in a minute; nil for as many as come.
  package var papersPerMinute: Int?
  /// The same content from the same source is the same paper, whatever case it was handed in for.
  package var sameContentIsSamePaper: Bool
  /// Chosen by whoever hands in, so that doing it twice does it once.
  package var key: String?
  /// Path of the folder that wants what comes of the case; nil where it is asked for.
  package var deliverTo: String?
  /// What a person should know of how they came in: with notices nothing is decided without one.
  package var notices: [Problem] = []

  package init(
    _ papers: [Paper], matter: String? = nil, caseID: String? = nil, source: String,
    counter: String? = nil, lane: Lane = .batch, papersPerMinute: Int? = nil,
    sameContentIsSamePaper: Bool = false, key: String? = nil, deliverTo: String? = nil
  ) {
    self.papers = papers
    self.matter = matter
    self.caseID = caseID
    self.source = source
    self.counter = counter
    self.lane = lane
    self.papersPerMinute = papersPerMinute
    self.sameContentIsSamePaper = sameContentIsSamePaper
    self.key = key
    self.deliverTo = deliverTo
  }
}

/// That papers were taken in, for good.
package struct SubmissionReceipt: Sendable, Equatable {
  package var caseID: String
  /// Ids of the papers, in the order in which they were handed in.
  package var documents: [String]
  /// How many of them had been handed in before.
  package var duplicates: Int
  /// Whether the whole submission had been handed in before under its key.
  package var isRepetition: Bool
}

/// A paper as the store knows it.
package struct StoredDocument: Sendable, Equatable {
  package enum State: String, Sendable, Codable {
    case received, read
    /// It cannot be used; its reading says why.
    case unusable
    /// Readers died of it; a person must look.
    case quarantined
    /// The same as a paper that was there before.
    case linked
  }

  package var id: String
  package var caseID: String
  package var name: String
  package var sha256: String
  package var state: State
}
