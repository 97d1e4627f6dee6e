import CP11Kit

/// Attributes of a PKCS#11 object with the memory that their values lie in.
final class PKCS11Attributes {
  private(set) var list: [CK_ATTRIBUTE] = []
  private var values: [UnsafeMutableRawBufferPointer] = []

  init(_ attributes: KeyValuePairs<CK_ATTRIBUTE_TYPE, [UInt8]>) {
    for (type, bytes) in attributes {
      let value = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
      value.copyBytes(from: bytes)
      values.append(value)
      list.append(
        CK_ATTRIBUTE(
          type: type, pValue: value.baseAddress, ulValueLen: CK_ULONG(bytes.count)))
    }
  }

  deinit { for value in values { value.deallocate() } }

  static let yes: [UInt8] = [1]
  static let no: [UInt8] = [0]

  /// A number as PKCS#11 lays it out.
  static func number(_ number: CK_ULONG) -> [UInt8] {
    withUnsafeBytes(of: number) { Array($0) }
  }
}
