import Cases
import Foundation
import Sealing
import Settings
import Store
import Verification

/// The seals of a hall as its settings choose them.
struct HallSeal {
  private let folder: DataFolder
  private let settings: SealSettings

  init(_ folder: DataFolder, _ settings: SealSettings) {
    self.folder = folder
    self.settings = settings
  }

  /// Of the data folder at that path.
  init(_ data: String) async throws {
    self.init(
      try DataFolder.open(at: URL(fileURLWithPath: data, isDirectory: true)),
      try await Settings.load(dataFolder: data).seal)
  }

  var keeper: SealKeeper {
    SealKeeper(keys: folder.keys, token: settings.token.map(SealToken.init))
  }

  /// The name of the seal that results bear.
  var resultSeal: String { settings.profile == .gm ? SealKeeper.gmName : settings.name }

  /// A seal ready for use, every use of which is logged. What is made for it on first use is believed here from then on.
  func identity(_ name: String) throws -> SealIdentity {
    let log = SealUseLog(file: folder.url.appending(path: "seal-use.log"))
    guard name == SealKeeper.gmName else {
      let seal = try keeper.open(name)
      try OwnTrust(folder).keep(seal, as: name)
      return seal.identity { (use) throws(Problem) in try log.note(use) }
    }
    let gm = try keeper.openGM()
    try OwnTrust(folder).keep(TrustStore(gm), as: "seal-gm")
    return gm.identity { (use) throws(Problem) in try log.note(use) }
  }
}

extension SealToken {
  init(_ token: SealSettings.Token) {
    self.init(module: token.module, label: token.label) { () throws(Problem) in
      token.pin.isEmpty ? try SealPIN(file: token.pinFile) : SealPIN(token.pin)
    }
  }
}
