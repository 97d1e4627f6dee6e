import Cases
import Foundation
import Sealing
import Store
import Verification

/// The seals of a data folder, with the log and the trust that go with what is done to them.
struct SealDesk {
  let seals: SealKeeper
  private let folder: DataFolder

  init(_ data: String) async throws {
    folder = try DataFolder.open(at: URL(fileURLWithPath: data, isDirectory: true))
    seals = try await HallSeal(data).keeper
  }

  /// Writes down what was done to a seal and lets verifiers know its record as it is now.
  func keep(_ record: SealRecord, as name: String, _ what: String) throws {
    try SealUseLog(file: folder.url.appending(path: "seal-use.log")).note(what, name, record)
    if name == SealKeeper.gmName {
      try OwnTrust(folder).keep(TrustStore(try seals.openGM()), as: "seal-gm")
    } else {
      try OwnTrust(folder).keep(try seals.open(name), as: name)
    }
    Output.line("\(name): \(what) \((record.certificates.last ?? "").prefix(16))")
  }
}
