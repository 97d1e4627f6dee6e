package import Cases
import Crypto
package import Foundation
import SwiftASN1

/// The test authority that a data folder makes for itself on first use, with one seal. It proves nothing to outsiders
/// and says so in its names; its seal record is marked as a test.
package struct SealAuthority: Sendable {
  /// What the seal of the test authority says.
  package struct Seal: Sendable {
    package var organ: String
    package var kind: String
    package var code: String

    package init(
      organ: String = "云州市政务服务管理局（测试）", kind: String = "审批专用章",
      code: String = "0000000000001"
    ) {
      self.organ = organ
      self.kind = kind
      self.code = code
    }
  }

  /// PEM of the authority's certificate: the anchor that a trust store lists.
  package let anchor: String
  package let record: SealRecord
  /// DER; the sealing certificate, then the authority's.
  package let certificates: [[UInt8]]
  package let key: any SealKey

  /// Opens the authority in `folder`, making it first where there is none. Any number of processes may do so at once.
  /// `passphrase` is that of the two key files; where it is nil a random one is kept beside them (mode 0600).
  /// - Throws: `unwritable_output`, `bad_seal_authority`, `bad_seal_key`, `missing_font`.
  package static func open(
    folder: URL, seal: Seal = Seal(), passphrase: String? = nil, now: Date = Date()
  ) throws(Problem) -> SealAuthority {
    let files = AuthorityFolder(url: folder)
    if !files.exists { try files.create(newParts(seal, passphrase: passphrase, now: now)) }
    return try SealAuthority(files, passphrase: passphrase)
  }

  /// The seal as somebody who seals with it needs it.
  package func identity(
    willUse: @escaping SealUseNotice
  ) -> SealIdentity {
    SealIdentity(record: record, certificates: certificates, key: key, willUse: willUse)
  }

  private init(_ files: AuthorityFolder, passphrase: String?) throws(Problem) {
    let secret: String
    if let passphrase {
      secret = passphrase
    } else {
      secret = String(decoding: try files.read(.passphrase), as: UTF8.self)
    }
    let pem = try files.read(.authorityCertificate)
    anchor = String(decoding: pem, as: UTF8.self)
    certificates = [try Self.der(files.read(.sealCertificate)), try Self.der(pem)]
    key = try FileSealKey(pem: files.read(.sealKey), passphrase: secret)
    do {
      record = try Self.decoder.decode(SealRecord.self, from: Data(files.read(.record)))
    } catch { throw .badAuthority(AuthorityFolder.Part.record.rawValue) }
  }

  private static func newParts(
    _ seal: Seal, passphrase: String?, now: Date
  ) throws(Problem) -> [AuthorityFolder.Part: [UInt8]] {
    let secret =
      passphrase ?? HexDigits.lower(SymmetricKey(size: .bits256).withUnsafeBytes(Array.init))
    let making = TestCertificates(organ: seal.organ, now: now)
    let picture = try SealDrawing.draw(organ: seal.organ, kind: seal.kind, code: seal.code)
    do {
      let certificates = try making.make()
      let record = SealRecord(
        organ: seal.organ, kind: seal.kind, code: seal.code, validFrom: making.from,
        validUntil: making.sealUntil,
        certificates: [HexDigits.lower(SHA256.hash(data: certificates[0]))], picture: picture,
        test: true)
      var parts: [AuthorityFolder.Part: [UInt8]] = [
        .sealCertificate: pem(certificates[0]),
        .authorityCertificate: pem(certificates[1]),
        .sealKey: try FileSealKey.encrypted(
          pem: making.sealKey.pemRepresentation, passphrase: secret),
        .authorityKey: try FileSealKey.encrypted(
          pem: making.authorityKey.pemRepresentation, passphrase: secret),
        .record: Array(try encoder.encode(record)),
      ]
      if passphrase == nil { parts[.passphrase] = Array(secret.utf8) }
      return parts
    } catch let problem as Problem { throw problem } catch {
      throw .sealingFailed(String(describing: error))
    }
  }

  private static func pem(_ der: [UInt8]) -> [UInt8] {
    Array((PEMDocument(type: "CERTIFICATE", derBytes: der).pemString + "\n").utf8)
  }

  private static func der(_ pem: [UInt8]) throws(Problem) -> [UInt8] {
    do { return try PEMDocument(pemString: String(decoding: pem, as: UTF8.self)).derBytes } catch {
      throw .badAuthority("PEM")
    }
  }

  private static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .iso8601
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return encoder
  }

  private static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    return decoder
  }
}
