import COpenSSL
package import Cases

/// The hash function SM3 (GB/T 32905-2016).
package enum SM3 {
  /// 32 bytes over the parts, one after the other.
  /// - Throws: `gm_not_available` where this OpenSSL was built without it.
  package static func hash(_ parts: ArraySlice<UInt8>...) throws(Problem) -> [UInt8] {
    let context = EVP_MD_CTX_new()
    defer { EVP_MD_CTX_free(context) }
    guard EVP_DigestInit_ex(context, EVP_sm3(), nil) == 1 else { throw .gmNotAvailable }
    for part in parts {
      let added = part.withUnsafeBytes { EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
      guard added == 1 else { throw .gmNotAvailable }
    }
    var hash = [UInt8](repeating: 0, count: 32)
    guard EVP_DigestFinal_ex(context, &hash, nil) == 1 else { throw .gmNotAvailable }
    return hash
  }
}
