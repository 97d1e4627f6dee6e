/// How a seal is written into a PDF.
package enum SealProfile: String, Sendable, CaseIterable {
  /// ETSI EN 319 142-1: CMS with ECDSA P-256 and SHA-256.
  case pades
  /// GB/T 38540-2020: SES_Signature with SM2 and SM3.
  case gm

  /// `/Filter`: the handler that is to check it. No published name was found for `gm`; this is one vendor's.
  package var filter: String {
    switch self {
    case .pades: "Adobe.PPKLite"
    case .gm: "Gomain.GMPkiLite"
    }
  }

  /// `/SubFilter`: what is in `/Contents`. Two vendors write that of `gm`.
  package var subFilter: String {
    switch self {
    case .pades: "ETSI.CAdES.detached"
    case .gm: "GM.sm2seal"
    }
  }
}
