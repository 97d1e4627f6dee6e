import Cases
import Foundation
import Sealing

/// Every use of the seal key with its case, written before the key is used. No use without a line.
struct SealUseLog: Sendable {
  let file: URL

  func note(_ use: SealUse) throws(Problem) {
    try write("case=\(use.caseID) seal=\(use.sealCode) certificate=\(use.certificate)")
  }

  /// What was done to the seal itself.
  func note(_ what: String, _ name: String, _ record: SealRecord) throws(Problem) {
    let certificate = record.certificates.last ?? "-"
    try write("action=\(what) name=\(name) seal=\(record.code) certificate=\(certificate)")
  }

  private func write(_ entry: String) throws(Problem) {
    let line = "\(Date().formatted(.iso8601)) \(entry)\n"
    let descriptor = open(file.path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .unwritable(file.path, String(cString: strerror(errno))) }
    defer { close(descriptor) }
    let bytes = Array(line.utf8)
    guard Foundation.write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0
    else {
      throw .unwritable(file.path, String(cString: strerror(errno)))
    }
  }
}
