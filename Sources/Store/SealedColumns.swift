import Cases
import Foundation

/// Columns that hold what is known of people: sealed under the data folder's key, and bound to their place, so that
/// nothing can be read in the database, or put elsewhere in it.
enum SealedColumn {
  case record(caseID: String)
  case event(caseID: String, position: Int)
  case paper(id: String)
  case reading(paper: String)
  case claim(id: String)
  case claimEnding(id: String)
  case givenUp(claim: String)

  fileprivate var context: String {
    switch self {
    case .record(let id): "record \(id)"
    case .event(let id, let position): "event \(position) of \(id)"
    case .paper(let id): "paper \(id)"
    case .reading(let id): "reading of paper \(id)"
    case .claim(let id): "claim \(id)"
    case .claimEnding(let id): "ending of claim \(id)"
    case .givenUp(let id): "why claim \(id) was given up"
    }
  }
}

extension DataKey {
  func seal(_ plain: some DataProtocol, in column: SealedColumn) throws -> [UInt8] {
    Array(try seal(plain, for: column.context))
  }

  /// - Throws: `Problem.dataKeyUnusable` where it was sealed with another key, or in another place.
  func open(_ sealed: [UInt8], from column: SealedColumn) throws -> [UInt8] {
    guard let plain = open(Data(sealed), for: column.context) else {
      throw Problem.dataKeyUnusable("data.key", "another key")
    }
    return Array(plain)
  }

  /// What content is looked up by: without the key nobody can tell from the database whether a certain paper was handed in.
  func code(ofContent sha256: String) -> String { code(of: sha256, for: "content of a paper") }

  /// What a submission under a key is compared by.
  func code(ofSubmission hash: String) -> String { code(of: hash, for: "submission") }
}
