import Cases
import Foundation
import Store
import Testing

/// A data folder with watched folders, and the program itself over them.
struct FolderHall {
  let folder: ScratchFolder
  let data: String

  /// - Parameters:
  ///   - names: the watched folders.
  ///   - profile: what `folders.yaml` says of each, beside its path.
  init(_ names: [String], profile: String, withRegisters: Bool = false) async throws {
    folder = try ScratchFolder()
    data = folder.path("data")
    if withRegisters {
      try FileManager.default.copyItem(
        atPath: try await DemoRun.shared().data.path, toPath: data)
    } else {
      try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: false)
    }
    var text = "folders:\n"
    for name in names {
      try FileManager.default.createDirectory(
        atPath: folder.path(name), withIntermediateDirectories: false)
      text += "  - path: \(folder.path(name))\n    quiet: 0.5\n    together: 1\n    \(profile)\n"
    }
    try text.write(toFile: data + "/folders.yaml", atomically: true, encoding: .utf8)
  }

  func start(dyingAt step: String? = nil, environment: [String: String] = [:]) async throws
    -> KanheService
  {
    var environment = environment
    environment["KANHE_ENGINE_LEASE_SECONDS"] = "1"
    environment["KANHE_DIE_AT"] = step
    return try await KanheService(data: data, environment: environment)
  }

  func url(_ name: String) -> URL { folder.url.appendingPathComponent(name) }

  func store() throws -> CaseStore {
    try CaseStore(in: try DataFolder.open(at: URL(fileURLWithPath: data, isDirectory: true)))
  }

  /// What was delivered, in the order of the cases.
  func delivered() throws -> [CaseRecord] {
    let out = URL(fileURLWithPath: data + "/out")
    return try out.names.map { name in
      try JSONDecoder().decode(
        CaseRecord.self, from: Data(contentsOf: out.appendingPathComponent("\(name)/record.json")))
    }
  }

  /// Waits until so many cases were delivered and the machine has no work left.
  func settled(_ count: Int, within limit: Duration = .seconds(90)) async throws -> StoreCheck {
    let store = try store()
    let out = URL(fileURLWithPath: data + "/out")
    _ = try await eventually(within: limit) {
      try out.names.count >= count && store.check().documents.open == 0
    }
    return try store.check()
  }
}
