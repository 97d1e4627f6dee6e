import Cases
import Foundation
import Logging
import MainPath
import ResultCodes
import Sealing
import Store
import Transparency
import Verification

/// One hall, put together: its data folder, its store, its seal and key, and the main path over them.
struct Hall {
  let folder: DataFolder
  let store: CaseStore
  let objects: ObjectStore
  let path: MainPath
  let workshop: Workshop
  let log: HallLog
  let status: HallStatus

  /// Opens the hall in `data`, making on first use what is missing: folders, keys, a test authority, its seal.
  static func open(data: String, _ options: ModelOptions, jobs: Int? = nil) async throws -> Hall {
    let folder = try DataFolder.open(at: URL(fileURLWithPath: data, isDirectory: true))
    let workshop = try await Workshop.open(options, data: data, jobs: jobs)
    let store = try CaseStore(in: folder)
    let logKey = try LogKeyFolder(folder: folder.keys).key(publicURL: workshop.settings.publicURL)
    let office = try office(
      of: folder, publicURL: workshop.settings.publicURL, logKey.public)
    let path = MainPath(
      readers: workshop.readers, limits: workshop.limits,
      models: try ModelLibrary.load(from: workshop.models), reference: store,
      office: office)
    return Hall(
      folder: folder, store: store, objects: ObjectStore(in: folder), path: path,
      workshop: workshop, log: HallLog(store: store, key: logKey),
      status: HallStatus(store: store, key: office.key, address: office.address))
  }

  private static func office(
    of folder: DataFolder, publicURL: String, _ logKey: NoteKey
  ) throws -> IssuingOffice {
    let authority = try SealAuthority.open(folder: folder.keys.appending(path: "seal"))
    let key = try IssuingKeyFolder(path: folder.keys.path).key()
    let trust = try ownTrust(in: folder, authority, key, logKey)
    let log = SealUseLog(file: folder.url.appending(path: "seal-use.log"))
    let seal = authority.identity { (use) throws(Problem) in try log.note(use) }
    return IssuingOffice(
      seal: seal, key: key, address: try PublicAddress(publicURL), trust: trust)
  }

  /// What this hall believes of itself; written once, for `kanhe verify --trust`.
  private static func ownTrust(
    in folder: DataFolder, _ authority: SealAuthority, _ key: IssuingKey, _ logKey: NoteKey
  ) throws -> TrustStore {
    // A part of its own: a folder from before there was a log keeps what it believes of its keys.
    if !(try TrustStore.load(dataFolder: folder.url)).logKeys.contains(logKey.text) {
      try TrustStore(logKeys: [logKey.text]).save(as: "log", in: folder.url)
    }
    let trust = try TrustStore.load(dataFolder: folder.url)
    let kid = TrustedIssuingKey(key.publicKey, notBefore: "", notAfter: "", test: true).kid
    let isKnown =
      trust.issuingKeys.contains { $0.kid == kid }
      && trust.sealAnchors.contains { $0.certificate == authority.anchor }
    if isKnown { return trust }
    let year: TimeInterval = 365 * 86_400
    let now = Date()
    let own = TrustStore(
      sealAnchors: [.init(certificate: authority.anchor, test: authority.record.test)],
      sealRecords: [authority.record],
      issuingKeys: [
        TrustedIssuingKey(
          key.publicKey, notBefore: now.addingTimeInterval(-86_400).formatted(.iso8601),
          notAfter: now.addingTimeInterval(10 * year).formatted(.iso8601), test: key.isTest)
      ])
    try own.save(as: "own", in: folder.url)
    return try TrustStore.load(dataFolder: folder.url)
  }
}
