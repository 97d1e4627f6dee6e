package import Cases

/// Reads one submitted file: what `kanhe extract` does. The service is handed one and knows no more
/// of the stages.
package protocol DocumentExtracting: Sendable {
  /// Never throws: a file that cannot be read gives a reading with an error.
  func extract(name: String, bytes: [UInt8]) async -> FileReading
}

/// Where the public side looks results up.
package protocol PublicResults: Sendable {
  /// Nil where there is no such result; the error says that it could not be looked up.
  func publicRecord(_ locator: String) async throws -> PublicRecord?
}
