package import Cases
package import Foundation
package import Sealing

/// Whom a verifier believes: the authorities of seals and time stamps, the seals on record, the keys that issue codes.
///
/// As a file it is JSON; a data folder keeps several such files, one from each maker of keys, under `trust/`.
package struct TrustStore: Sendable, Equatable, Codable {
  /// A certificate that sealing certificates must lead to.
  package struct SealAnchor: Sendable, Equatable, Codable {
    /// PEM.
    package var certificate: String
    /// True for the authority that the program made for itself.
    package var test: Bool

    package init(certificate: String, test: Bool) {
      self.certificate = certificate
      self.test = test
    }
  }

  /// A certificate that those of time stamps must lead to.
  package struct TimestampAnchor: Sendable, Equatable, Codable {
    /// PEM.
    package var certificate: String

    package init(certificate: String) { self.certificate = certificate }
  }

  package var sealAnchors: [SealAnchor]
  package var sealRecords: [SealRecord]
  /// Certificates of those who make GB/T 38540 seals; each must lead to one of `sealAnchors` as well.
  package var sealMakers: [SealAnchor]
  package var issuingKeys: [TrustedIssuingKey]
  /// Keys of logs in which results must be, `name+id+base64` (C2SP signed-note).
  package var logKeys: [String]
  package var timestampAnchors: [TimestampAnchor]

  package init(
    sealAnchors: [SealAnchor] = [], sealRecords: [SealRecord] = [],
    issuingKeys: [TrustedIssuingKey] = [], logKeys: [String] = [],
    timestampAnchors: [TimestampAnchor] = [], sealMakers: [SealAnchor] = []
  ) {
    self.sealAnchors = sealAnchors
    self.sealRecords = sealRecords
    self.issuingKeys = issuingKeys
    self.logKeys = logKeys
    self.timestampAnchors = timestampAnchors
    self.sealMakers = sealMakers
  }

  /// Believes the test authority of a data folder and its seal.
  package init(_ authority: SealAuthority) {
    self.init(
      sealAnchors: [SealAnchor(certificate: authority.anchor, test: true)],
      sealRecords: [authority.record])
  }

  /// Believes the SM2 test authority of a data folder and its maker of seals.
  package init(_ authority: GMAuthority) {
    self.init(
      sealAnchors: [SealAnchor(certificate: authority.anchor, test: true)],
      sealRecords: [authority.record],
      sealMakers: [SealAnchor(certificate: authority.maker, test: true)])
  }

  /// Believes nobody.
  package static let empty = TrustStore()

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    sealAnchors = try values.decodeIfPresent([SealAnchor].self, forKey: .sealAnchors) ?? []
    sealRecords = try values.decodeIfPresent([SealRecord].self, forKey: .sealRecords) ?? []
    sealMakers = try values.decodeIfPresent([SealAnchor].self, forKey: .sealMakers) ?? []
    issuingKeys = try values.decodeIfPresent([TrustedIssuingKey].self, forKey: .issuingKeys) ?? []
    logKeys = try values.decodeIfPresent([String].self, forKey: .logKeys) ?? []
    timestampAnchors =
      try values.decodeIfPresent([TimestampAnchor].self, forKey: .timestampAnchors) ?? []
  }

  enum CodingKeys: String, CodingKey {
    case sealAnchors = "seal_anchors"
    case sealRecords = "seal_records"
    case sealMakers = "seal_makers"
    case issuingKeys = "issuing_keys"
    case logKeys = "log_keys"
    case timestampAnchors = "timestamp_anchors"
  }
}

extension TrustStore {
  /// Reads one trust file.
  /// - Throws: `bad_trust_file`.
  package static func load(file: URL) throws(Problem) -> TrustStore {
    do {
      let decoder = JSONDecoder()
      decoder.dateDecodingStrategy = .iso8601
      let read = try decoder.decode(TrustStore.self, from: Data(contentsOf: file))
      return TrustStore.empty.merged(with: read)
    } catch { throw .badTrustFile(file.path) }
  }

  /// Reads all of a data folder's trust files; `empty` where there are none.
  /// - Throws: `bad_trust_file`.
  package static func load(dataFolder: URL) throws(Problem) -> TrustStore {
    let folder = folder(of: dataFolder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    var store = TrustStore.empty
    for name in names.sorted() where name.hasSuffix(".json") {
      store = store.merged(with: try load(file: folder.appending(path: name)))
    }
    return store
  }

  /// Writes this store as the part `name` of a data folder's trust; readers see the old file or the new one.
  /// - Throws: `unwritable_output`.
  package func save(as name: String, in dataFolder: URL) throws(Problem) {
    let folder = Self.folder(of: dataFolder)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let encoder = JSONEncoder()
      encoder.dateEncodingStrategy = .iso8601
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      try encoder.encode(self).write(to: folder.appending(path: "\(name).json"), options: .atomic)
    } catch { throw .unwritable(folder.path, error.localizedDescription) }
  }

  private static func folder(of dataFolder: URL) -> URL { dataFolder.appending(path: "trust") }
}

extension Problem {
  package static func badTrustFile(_ path: String) -> Problem {
    Problem(
      "bad_trust_file", exit: .configuration,
      zh: "信任文件 \(path) 无法读取或内容有误。", en: "The trust file \(path) cannot be read or is wrong.",
      remedyZh: "请用 --trust 指明正确的文件。", remedyEn: "Name the right file with --trust.")
  }
}
