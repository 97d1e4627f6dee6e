import CP11Kit
import Cases
import Crypto

extension PKCS11Session {
  /// Makes a P-256 key pair (CKM_EC_KEY_PAIR_GEN) whose private half signs, is sensitive and cannot be taken out.
  /// - Throws: `key_device_failed`.
  borrowing func newKeyPair(
    _ identifier: [UInt8], label: String
  ) throws(Problem) -> P256.Signing.PublicKey {
    let (yes, no) = (PKCS11Attributes.yes, PKCS11Attributes.no)
    let publicHalf = PKCS11Attributes([
      CKA_TOKEN: yes, CKA_VERIFY: yes, CKA_ID: identifier, CKA_LABEL: Array(label.utf8),
      CKA_EC_PARAMS: Self.p256,
    ])
    let privateHalf = PKCS11Attributes([
      CKA_TOKEN: yes, CKA_PRIVATE: yes, CKA_SENSITIVE: yes, CKA_EXTRACTABLE: no, CKA_SIGN: yes,
      CKA_ID: identifier, CKA_LABEL: Array(label.utf8),
    ])
    var mechanism = CK_MECHANISM(
      mechanism: CKM_EC_KEY_PAIR_GEN, pParameter: nil, ulParameterLen: 0)
    var (publicList, privateList) = (publicHalf.list, privateHalf.list)
    var publicKey: CK_OBJECT_HANDLE = 0
    var privateKey: CK_OBJECT_HANDLE = 0
    let answer = withExtendedLifetime((publicHalf, privateHalf)) {
      module.functions.pointee.C_GenerateKeyPair?(
        handle, &mechanism, &publicList, CK_ULONG(publicList.count), &privateList,
        CK_ULONG(privateList.count), &publicKey, &privateKey)
    }
    try module.require(answer)
    // The point is an OCTET STRING of 65 bytes (2.3.3); some tokens leave its header out.
    guard let point = try attribute(CKA_EC_POINT, of: publicKey), point.count >= 65,
      let key = try? P256.Signing.PublicKey(x963Representation: point.suffix(65))
    else { throw .keyDeviceFailed("CKA_EC_POINT") }
    return key
  }

  /// Destroys a key pair.
  /// - Throws: `key_not_in_token` where there is none, or more than one.
  borrowing func destroy(_ name: TokenKeyName) throws(Problem) {
    let privateKey = try privateKey(name)
    try module.require(module.functions.pointee.C_DestroyObject?(handle, privateKey))
    for publicKey in try objects(class: CKO_PUBLIC_KEY, name) {
      try module.require(module.functions.pointee.C_DestroyObject?(handle, publicKey))
    }
  }
}
