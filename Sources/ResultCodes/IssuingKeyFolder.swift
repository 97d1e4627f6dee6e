package import Cases

/// Where the issuing key lies: `issuing-key.pem` where the hall has put one, else
/// `test-issuing-key.pem`, which is made on first use. Both are PKCS#8 in PEM, mode 0600.
package struct IssuingKeyFolder: Sendable {
  package let path: String

  /// - Parameter path: a folder that is there.
  package init(path: String) { self.path = path }

  /// The hall's own key, or the test key, made if need be. Processes that come at the same moment
  /// get the same key.
  package func key() throws(Problem) -> IssuingKey {
    if let own = try existing("issuing-key.pem", isTest: false) { return own }
    let test = "test-issuing-key.pem"
    if let made = try existing(test, isTest: true) { return made }
    try PrivateFile(path: "\(path)/\(test)").create(Array(IssuingKey(isTest: true).pem.utf8))
    guard let made = try existing(test, isTest: true) else {
      throw .keyFile("\(path)/\(test)", "ENOENT")
    }
    return made
  }

  private func existing(_ name: String, isTest: Bool) throws(Problem) -> IssuingKey? {
    let file = PrivateFile(path: "\(path)/\(name)")
    guard let bytes = try file.read() else { return nil }
    guard let key = IssuingKey(pem: String(decoding: bytes, as: UTF8.self), isTest: isTest) else {
      throw .keyFile(file.path, "PKCS#8 P-256")
    }
    return key
  }
}
