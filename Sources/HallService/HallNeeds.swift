package import Cases
package import ResultCodes
package import Transparency

/// Reads one submitted file: what `kanhe extract` does. The service is handed one and knows no more
/// of the stages.
package protocol DocumentExtracting: Sendable {
  /// Never throws: a file that cannot be read gives a reading with an error.
  func extract(name: String, bytes: [UInt8]) async -> FileReading
}

/// Where the public side looks results up. Nil where there is no such result; an error says that it
/// could not be looked up.
package protocol PublicResults: Sendable {
  func publicRecord(_ locator: String) async throws -> PublicRecord?
  /// The encrypted PDF.
  func hiddenPDF(_ locator: String) async throws -> [UInt8]?
  /// The encrypted picture of its first page.
  func hiddenPicture(_ locator: String) async throws -> [UInt8]?
  /// By the SHA-256 of the sealed PDF, 64 lower-case hexadecimal digits.
  func publicRecord(ofPDF sha256: String) async throws -> PublicRecord?
}

/// The log of issued results, as anybody may read it.
package protocol PublicLog: Sendable {
  /// The signed head of the log as it is now.
  func checkpoint() async throws -> SignedNote
  /// Nil where the log does not have the tile.
  func tile(_ tile: LogTile) async throws -> [UInt8]?
  /// That the result at the locator is in the log; nil where it is not.
  func proof(of locator: String) async throws -> LogProof?
}

/// The lists that say which results were revoked.
package protocol PublicStatus: Sendable {
  /// Nil where there is no such list.
  func statusToken(_ list: Int) async throws -> StatusToken?
}
