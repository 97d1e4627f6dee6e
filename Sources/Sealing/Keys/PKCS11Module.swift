import CP11Kit
import Cases

/// A loaded PKCS#11 module (OASIS PKCS #11 v2.40). p11-kit counts its users in this process, so that several keys may lie
/// behind one module.
///
/// Sendable although it holds a pointer: p11-kit initialises every module for use by several threads, and nothing here
/// changes after `init`.
final class PKCS11Module: @unchecked Sendable {
  let functions: UnsafeMutablePointer<CK_FUNCTION_LIST>

  /// - Throws: `key_module_missing`.
  init(path: String) throws(Problem) {
    guard path.hasPrefix("/"), let functions = p11_kit_module_load(path, 0) else {
      throw .keyModuleMissing(path)
    }
    guard p11_kit_module_initialize(functions) == CKR_OK else {
      p11_kit_module_release(functions)
      throw .keyModuleMissing(path)
    }
    self.functions = functions
  }

  deinit {
    p11_kit_module_finalize(functions)
    p11_kit_module_release(functions)
  }

  /// The slot with the token of this label.
  /// - Throws: `key_token_missing` where there is none, or more than one.
  func slot(ofToken label: String) throws(Problem) -> CK_SLOT_ID {
    let found = try slots().filter { tokenLabel(in: $0) == label }
    guard found.count == 1 else { throw .keyTokenMissing(label) }
    return found[0]
  }

  private func slots() throws(Problem) -> [CK_SLOT_ID] {
    var count: CK_ULONG = 0
    try require(functions.pointee.C_GetSlotList?(1, nil, &count))
    // More than there is in any machine: the number comes from foreign code.
    guard count <= 1024 else { throw .keyDeviceFailed("C_GetSlotList") }
    var slots = [CK_SLOT_ID](repeating: 0, count: Int(count))
    try require(functions.pointee.C_GetSlotList?(1, &slots, &count))
    return Array(slots.prefix(Int(count)))
  }

  /// The label without the blanks that fill it up to 32 bytes; nil where the token went away meanwhile.
  private func tokenLabel(in slot: CK_SLOT_ID) -> String? {
    var token = CK_TOKEN_INFO()
    guard functions.pointee.C_GetTokenInfo?(slot, &token) == CKR_OK else { return nil }
    let bytes = withUnsafeBytes(of: token.label) { Array($0) }
    let end = bytes.lastIndex { $0 != UInt8(ascii: " ") && $0 != 0 } ?? -1
    return String(validating: bytes[...end], as: UTF8.self)
  }

  /// - Throws: the problem that the answer of a PKCS#11 function stands for; nil is a function that the module lacks.
  func require(_ answer: CK_RV?) throws(Problem) {
    let answer = answer ?? CKR_FUNCTION_NOT_SUPPORTED
    if answer != CKR_OK { throw .keyDevice(answer) }
  }
}
