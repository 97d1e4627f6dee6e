import Store
import Testing

/// The databases that the suite runs on, both of them real.
enum Backend: String, CaseIterable, CustomTestStringConvertible {
  case sqlite = "SQLite"
  case postgresql = "PostgreSQL"

  var testDescription: String { rawValue }

  /// A hall of its own for one test, gone afterwards.
  @discardableResult
  func withWorld<Value>(_ test: (StoreWorld) async throws -> Value) async throws -> Value {
    try await withDataFolder { folder in
      let world = try StoreWorld(self, folder)
      let result: Result<Value, any Error>
      do { result = .success(try await test(world)) } catch { result = .failure(error) }
      try world.close()
      return try result.get()
    }
  }

  @discardableResult
  func withStore<Value>(_ test: (CaseStore) async throws -> Value) async throws -> Value {
    try await withWorld { try await test($0.store()) }
  }
}
