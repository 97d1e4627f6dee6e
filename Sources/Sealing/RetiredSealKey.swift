import Cases

/// Stands where a key was that has been destroyed.
struct RetiredSealKey: SealKey {
  func sign(_ message: [UInt8]) throws(Problem) -> [UInt8] { throw .sealNotValid }
}
