import Cases
import Foundation
import Sealing
import Settings
import Verification

extension Settings {
  /// The authority that stamps every seal; nil where none is set.
  var timestampService: TimestampService? {
    timestampURL.map { TimestampService(HTTPTimestampAuthority(url: $0), room: timestampBytes) }
  }

  /// Keeps the anchors that the setting names with the trust of the data folder, so that they are exported with it. Those
  /// of an authority that was used before stay: its time stamps are still to be verified.
  /// - Throws: `bad_trust_file`, `unreadable_file`, `unwritable_output`.
  func keepTimestampTrust(in folder: URL) throws(Problem) {
    guard !timestampTrust.isEmpty else { return }
    guard let data = FileManager.default.contents(atPath: timestampTrust) else {
      throw .unreadableFile(timestampTrust)
    }
    let named = try TrustStore.timestampAnchors(
      pem: String(decoding: data, as: UTF8.self), path: timestampTrust)
    let known = try TrustStore.load(dataFolder: folder).timestampAnchors
    guard !named.timestampAnchors.allSatisfy(known.contains) else { return }
    let new = known + named.timestampAnchors.filter { !known.contains($0) }
    try TrustStore(timestampAnchors: new).save(as: "timestamps", in: folder)
  }
}
