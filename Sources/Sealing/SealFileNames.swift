import Cases
import Foundation

/// What the files of a seal's present key are called: the first ones have plain names, later ones the beginning of their
/// certificate's fingerprint, so that a change of keys is the change of one file, the record.
struct SealFileNames {
  let key: String
  /// In the place of `key` where the key lies in a token.
  let token: String
  let certificate: String
  /// Of a GB/T 38540 seal: the seal itself (DER).
  let electronicSeal: String

  init(of record: SealRecord, in folder: AuthorityFolder) {
    let present = record.certificates.last ?? ""
    let later = SealFileNames(fingerprint: present)
    self = folder.has(later.certificate) ? later : .first
  }

  init(fingerprint: String) {
    key = "seal-key-\(fingerprint.prefix(16)).pem"
    token = "seal-key-\(fingerprint.prefix(16)).token.json"
    certificate = "seal-\(fingerprint.prefix(16)).pem"
    electronicSeal = "seal-\(fingerprint.prefix(16)).es"
  }

  private init(key: String, token: String, certificate: String, electronicSeal: String) {
    self.key = key
    self.token = token
    self.certificate = certificate
    self.electronicSeal = electronicSeal
  }

  private static let first = SealFileNames(
    key: AuthorityFolder.Part.sealKey.rawValue,
    token: AuthorityFolder.Part.tokenKey.rawValue,
    certificate: AuthorityFolder.Part.sealCertificate.rawValue,
    electronicSeal: AuthorityFolder.Part.electronicSeal.rawValue)
}

extension AuthorityFolder {
  func record() throws(Problem) -> SealRecord {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    do { return try decoder.decode(SealRecord.self, from: Data(read(.record))) } catch {
      throw .badAuthority(Part.record.rawValue)
    }
  }

  static func encoded(_ record: SealRecord) throws(Problem) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .iso8601
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    do { return Array(try encoder.encode(record)) } catch {
      throw .badAuthority(Part.record.rawValue)
    }
  }
}
