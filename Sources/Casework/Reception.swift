package import Cases
import Foundation
package import Intake
import MainPath
package import Store

/// Where papers come in. What was received is on the disk, and on the queue.
package struct Reception: Sendable {
  let office: CaseOffice
  let watch: StepWatch

  package init(_ office: CaseOffice, watch: StepWatch = .none) {
    self.office = office
    self.watch = watch
  }

  /// A paper as it came: what it is, is found out when it is read.
  package struct Paper: Sendable {
    let name: String
    let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }

    /// The file at a path. A case knows its files by name: the folder they came from says where somebody's home is.
    ///
    /// - Throws: `unreadable_file`, `too_many_bytes`.
    package init(at path: String, limits: IntakeLimits) throws(Problem) {
      self.init(
        name: URL(fileURLWithPath: path).lastPathComponent,
        bytes: try RegularFile.bytes(at: path, most: limits.bytes))
    }
  }

  /// Takes papers in for good.
  ///
  /// - Parameter describe: the submission of these papers.
  /// - Throws: `unknown_matter`, what `CaseStore.submit` throws, `unwritable_output`.
  package func receive(
    _ papers: [Paper], _ describe: ([NewSubmission.Paper]) -> NewSubmission
  ) throws -> SubmissionReceipt {
    let submission = describe(
      papers.map { paper in
        NewSubmission.Paper(
          name: paper.name, sha256: ObjectStore.name(of: paper.bytes), bytes: paper.bytes.count)
      })
    // Nothing is kept of what is not taken in.
    if let matter = submission.matter { _ = try office.path.matter(matter) }
    try office.store.checkKey(of: submission)
    for paper in papers { _ = try office.objects.put(paper.bytes) }
    watch.reached(.kept)
    let receipt = try office.store.submit(submission, at: Date())
    watch.reached(.submitted)
    return receipt
  }
}
