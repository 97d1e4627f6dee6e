import Cases
import Casework
import Foundation
import Logging
import MainPath
import ResultCodes
import Sealing
import Settings
import Store
import Transparency
import Verification

/// One hall, put together: its data folder, its store, its seal and key, and the main path over them.
struct Hall {
  let folder: DataFolder
  let store: CaseStore
  let objects: ObjectStore
  let path: MainPath
  /// What the machine works with.
  let office: CaseOffice
  let workshop: Workshop
  let log: HallLog
  let status: HallStatus

  /// Opens the hall in `data`, making on first use what is missing: folders, keys, a test authority, its seal.
  ///
  /// - Parameters:
  ///   - database: address of a PostgreSQL database, before the one that the settings name.
  ///   - isThere: for commands on a case, which no new hall has: `no_such_hall` where there is none.
  static func open(
    data: String, _ options: ModelOptions, jobs: Int? = nil, database: String? = nil,
    isThere: Bool = false
  ) async throws -> Hall {
    let url = URL(fileURLWithPath: data, isDirectory: true)
    var workshop = try await Workshop.open(options, data: data, jobs: jobs)
    if let database { workshop.settings.database = database }
    let isNamed = !workshop.settings.database.isEmpty
    let folder =
      try isThere ? DataFolder.existing(at: url, database: isNamed) : DataFolder.open(at: url)
    let store = try HallStore(folder, workshop.settings).store
    let logKey = try LogKeyFolder(folder: folder.keys).key(publicURL: workshop.settings.publicURL)
    try workshop.settings.keepTimestampTrust(in: folder.url)
    let office = try office(
      of: folder, workshop.settings, logKey.public)
    let path = MainPath(
      readers: workshop.readers, limits: workshop.limits,
      models: try ModelLibrary.load(from: workshop.models), reference: store,
      office: office)
    let objects = ObjectStore(in: folder, of: store)
    return Hall(
      folder: folder, store: store, objects: objects, path: path,
      office: CaseOffice(
        store: store, objects: objects, path: path, policy: workshop.settings.policy),
      workshop: workshop, log: HallLog(store: store, key: logKey),
      status: HallStatus(store: store, key: office.key, address: office.address))
  }

  private static func office(
    of folder: DataFolder, _ settings: Settings, _ logKey: NoteKey
  ) throws -> IssuingOffice {
    let authority = try SealAuthority.open(folder: folder.keys.appending(path: "seal"))
    let key = try IssuingKeyFolder(path: folder.keys.path).key()
    try OwnTrust(folder).holding(logKey)
    _ = try OwnTrust(folder).holding(authority, key)
    let seals = HallSeal(folder, settings.seal)
    let seal = try seals.identity(seals.resultSeal)
    let trust = try TrustStore.load(dataFolder: folder.url)
    return IssuingOffice(
      seal: seal, key: key, address: try PublicAddress(settings.publicURL), trust: trust,
      timestamps: settings.timestampService)
  }
}
