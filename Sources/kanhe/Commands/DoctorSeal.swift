import Sealing
import Settings

extension DoctorCommand {
  /// Which seal the settings choose, and whether the token is there; opens no token and needs no PIN.
  func lookAtSeal(_ checkup: inout Checkup) async {
    await checkup.look("seal / 印章") {
      let seal = try await Settings.load(dataFolder: data.data).seal
      guard let token = seal.token else { return "\(seal.profile.rawValue), \(seal.name)" }
      try SealToken(token).requirePresence()
      return "\(seal.profile.rawValue), \(seal.name), PKCS#11 \(token.label)"
    }
  }
}
