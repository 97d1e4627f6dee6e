import CP11Kit
import Cases

/// A session with a token, closed at the end of its scope. Each use has its own, so that none outlives the token.
struct PKCS11Session: ~Copyable {
  let module: PKCS11Module
  let handle: CK_SESSION_HANDLE

  /// - Throws: `key_token_missing`, `key_device_failed`.
  init(_ module: PKCS11Module, token: String, writing: Bool = false) throws(Problem) {
    var handle: CK_SESSION_HANDLE = 0
    let flags = writing ? CKF_SERIAL_SESSION | CKF_RW_SESSION : CKF_SERIAL_SESSION
    try module.require(
      module.functions.pointee.C_OpenSession?(
        module.slot(ofToken: token), flags, nil, nil, &handle))
    self.module = module
    self.handle = handle
  }

  deinit { _ = module.functions.pointee.C_CloseSession?(handle) }

  /// Logs the program in. The token keeps one login for all its sessions; the last to close ends it.
  borrowing func logIn(_ pin: SealPIN) throws(Problem) {
    var bytes = Array(pin.secret.utf8)
    let answer = module.functions.pointee.C_Login?(
      handle, CKU_USER, &bytes, CK_ULONG(bytes.count))
    if answer != CKR_USER_ALREADY_LOGGED_IN { try module.require(answer) }
  }

  /// The private key with this name.
  /// - Throws: `key_not_in_token` where there is none, more than one, or none on P-256.
  borrowing func privateKey(_ name: TokenKeyName) throws(Problem) -> CK_OBJECT_HANDLE {
    let found = try objects(class: CKO_PRIVATE_KEY, name)
    guard found.count == 1 else { throw .keyNotInToken(name.description, "\(found.count)") }
    guard try attribute(CKA_EC_PARAMS, of: found[0]) == Self.p256 else {
      throw .keyNotInToken(name.description, "not P-256")
    }
    return found[0]
  }

  /// `r ‖ s` over a digest of 32 bytes (CKM_ECDSA, 2.3.6).
  borrowing func sign(
    digest: [UInt8], with key: CK_OBJECT_HANDLE
  ) throws(Problem) -> [UInt8] {
    let functions = module.functions.pointee
    var mechanism = CK_MECHANISM(mechanism: CKM_ECDSA, pParameter: nil, ulParameterLen: 0)
    try module.require(functions.C_SignInit?(handle, &mechanism, key))
    var digest = digest
    var signature = [UInt8](repeating: 0, count: 64)
    var length = CK_ULONG(signature.count)
    try module.require(
      functions.C_Sign?(handle, &digest, CK_ULONG(digest.count), &signature, &length))
    guard length == 64 else { throw .keyDeviceFailed("\(length) bytes") }
    return signature
  }

  /// The object identifier of secp256r1, DER.
  static let p256: [UInt8] = [6, 8, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 3, 1, 7]

  /// At most two objects of a class by that name: more is as wrong as two.
  borrowing func objects(
    class kind: CK_OBJECT_CLASS, _ name: TokenKeyName
  ) throws(Problem) -> [CK_OBJECT_HANDLE] {
    let attributes = PKCS11Attributes([
      CKA_CLASS: PKCS11Attributes.number(kind), name.attribute: name.bytes,
    ])
    var wanted = attributes.list
    var found = [CK_OBJECT_HANDLE](repeating: 0, count: 2)
    var count: CK_ULONG = 0
    let functions = module.functions.pointee
    try module.require(
      withExtendedLifetime(attributes) {
        functions.C_FindObjectsInit?(handle, &wanted, CK_ULONG(wanted.count))
      })
    let answer = functions.C_FindObjects?(handle, &found, 2, &count)
    let ended = functions.C_FindObjectsFinal?(handle)
    try module.require(answer)
    try module.require(ended)
    return Array(found.prefix(Int(min(count, 2))))
  }

  /// A short attribute of an object; nil where it has none.
  borrowing func attribute(
    _ type: CK_ATTRIBUTE_TYPE, of object: CK_OBJECT_HANDLE
  ) throws(Problem) -> [UInt8]? {
    var value = [UInt8](repeating: 0, count: 128)
    var length: CK_ULONG = 0
    let functions = module.functions.pointee
    let answer = value.withUnsafeMutableBytes { value in
      var wanted = CK_ATTRIBUTE(
        type: type, pValue: value.baseAddress, ulValueLen: CK_ULONG(value.count))
      let answer = functions.C_GetAttributeValue?(handle, object, &wanted, 1)
      length = wanted.ulValueLen
      return answer
    }
    if answer == CKR_ATTRIBUTE_TYPE_INVALID { return nil }
    try module.require(answer)
    return Array(value.prefix(Int(min(length, 128))))
  }
}
