import Cases
import Foundation
import Store

/// The store of a hall alone, for commands that neither read nor issue.
enum HallStore {
  static func open(_ data: String) throws -> CaseStore {
    try CaseStore(in: try DataFolder.open(at: URL(fileURLWithPath: data, isDirectory: true)))
  }
}
