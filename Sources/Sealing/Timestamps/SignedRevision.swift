import Cases

/// A sealed revision with its signature, before both are put together: where a time stamp is still to come.
struct SignedRevision {
  let revision: SealedRevision
  var signature: PAdESSignature

  /// The sealed file.
  func file() throws(Problem) -> [UInt8] {
    let cms: [UInt8]
    do { cms = try signature.encoded() } catch {
      throw .sealingFailed(String(describing: error))
    }
    return try revision.filled(with: cms)
  }
}
