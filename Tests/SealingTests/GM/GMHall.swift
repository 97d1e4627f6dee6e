import Cases
import Foundation
import ResultDrawing
import Sealing
import Verification

/// A hall with its own SM2 test authority in a folder that goes away with it.
final class GMHall {
  let folder: URL
  let authority: GMAuthority

  init(organ: String = "云州市政务服务管理局（测试）", since date: Date = day) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "kanhe-\(UUID().uuidString)")
    authority = try GMAuthority.open(
      folder: folder.appending(path: "seal-gm"),
      seal: SealDesign(.round, name: organ, kind: "审批专用章", code: "0000000000001"), now: date)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var identity: SealIdentity { authority.identity { _ in } }

  var trust: TrustStore { TrustStore(authority) }

  /// The maker of seals, whose key only the authority uses outside of tests.
  var makerKey: SM2SealKey {
    get throws { try key("maker-key.pem") }
  }

  func key(_ name: String) throws -> SM2SealKey {
    let keys = folder.appending(path: "seal-gm")
    return try SM2SealKey(
      pem: Array(Data(contentsOf: keys.appending(path: name))),
      passphrase: String(contentsOf: keys.appending(path: "passphrase"), encoding: .utf8))
  }

  func sealed(_ drawn: DrawnResult? = nil, at date: Date = day, riding: Bool = false) throws
    -> [UInt8]
  {
    let drawn = try drawn ?? drawnSample()
    return try Sealer.seal(
      drawn.pdf, at: SealPlacement(page: drawn.sealPage, box: drawn.sealBox, riding: riding),
      as: identity,
      reason: "行政许可决定书签章", caseID: "case-1", now: date)
  }

  func write(_ bytes: [UInt8], as name: String) throws -> String {
    let file = folder.appending(path: name)
    try Data(bytes).write(to: file)
    return file.path
  }
}
