/// What `kanhe fsck` found: every paper that was accepted must be exactly somewhere.
package struct StoreCheck: Sendable, Equatable, Codable {
  package struct Documents: Sendable, Equatable, Codable {
    /// Papers accepted, duplicates included. A stack is one paper, however many cases its parts are: it is open, final or
    /// lost as they are.
    package var total = 0
    /// The machine still has work.
    package var open = 0
    /// Issued, filed, refused, rejected, waiting for a person or for the applicant, quarantined, or a link to such a paper.
    package var final = 0
    /// Nobody works on it, and nobody ever will.
    package var lost = 0
  }

  package struct Folders: Sendable, Equatable, Codable {
    /// Files that are being taken out of watched folders and are not accepted yet. They lie there, in `.kanhe/claimed`.
    package var claimed = 0
  }

  package struct Results: Sendable, Equatable, Codable {
    /// What was issued.
    package var total = 0
    /// Of cases that were issued, and whose public record is not there.
    package var missing = 0
    /// Public records that no case names as its result: a case was issued twice.
    package var twice = 0
    /// Document numbers that no paper bears.
    package var void: [String] = []
  }

  package struct Objects: Sendable, Equatable, Codable {
    package var total = 0
    /// Named by a paper and not there, or not what their name says.
    package var missing = 0
  }

  package struct Log: Sendable, Equatable, Codable {
    package var entries = 0
    /// Results without an entry, and entries without a result.
    package var unmatched = 0
  }

  package var documents = Documents()
  package var folders = Folders()
  package var results = Results()
  package var objects = Objects()
  package var log = Log()

  package var isSound: Bool {
    documents.lost == 0 && results.missing == 0 && results.twice == 0 && objects.missing == 0
      && log.unmatched == 0
  }
}
