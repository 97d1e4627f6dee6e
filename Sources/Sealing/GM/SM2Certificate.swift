import COpenSSL
package import Foundation

/// An X.509 certificate with an SM2 key (GB/T 20518-2018). Sendable although it holds a pointer: nothing changes after
/// `init` but what OpenSSL caches under its own locks.
package final class SM2Certificate: @unchecked Sendable {
  package let der: [UInt8]
  package let publicKey: SM2PublicKey
  package let notBefore: Date
  package let notAfter: Date
  /// The subject as RFC 4514 writes it, in UTF-8.
  package let subject: String
  fileprivate let certificate: OpaquePointer

  /// nil for anything but one certificate with an SM2 key, to the last byte.
  package init?(der: [UInt8]) {
    defer { ERR_clear_error() }
    let (certificate, used) = der.withUnsafeBufferPointer { bytes in
      var place = bytes.baseAddress
      let certificate = d2i_X509(nil, &place, bytes.count)
      return (certificate, bytes.baseAddress.flatMap { start in place.map { $0 - start } })
    }
    guard let certificate else { return nil }
    guard used == der.count, kanhe_set_certificate_id(certificate, SM2.usualID, 16) == 1,
      let key = SM2PublicKey(taking: X509_get_pubkey(certificate)),
      let from = Self.date(X509_get0_notBefore(certificate)),
      let until = Self.date(X509_get0_notAfter(certificate)), from <= until
    else {
      X509_free(certificate)
      return nil
    }
    self.der = der
    publicKey = key
    (notBefore, notAfter) = (from, until)
    subject = Self.text(of: X509_get_subject_name(certificate))
    self.certificate = certificate
  }

  deinit { X509_free(certificate) }

  /// Digital signature or non-repudiation, and no authority (GB/T 20518-2018, 5.2.4.2.3).
  package var maySign: Bool {
    let flags = X509_get_extension_flags(certificate)
    let usage = X509_get_key_usage(certificate)
    let signing = UInt32(KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)
    return flags & UInt32(EXFLAG_CA | EXFLAG_INVALID) == 0 && flags & UInt32(EXFLAG_KUSAGE) != 0
      && usage & signing != 0
  }

  /// The anchor at the end of a path from this certificate, as it would have been found on that day. Revocation is not
  /// asked. Intermediate authorities must be among the anchors: GB/T 38540 carries none.
  package func anchor(among anchors: [SM2Certificate], at date: Date) -> SM2Certificate? {
    guard let store = X509_STORE_new() else { return nil }
    defer { X509_STORE_free(store) }
    for anchor in anchors { X509_STORE_add_cert(store, anchor.certificate) }
    guard let path = X509_STORE_CTX_new() else { return nil }
    defer {
      X509_STORE_CTX_free(path)
      ERR_clear_error()
    }
    guard X509_STORE_CTX_init(path, store, certificate, nil) == 1 else { return nil }
    X509_VERIFY_PARAM_set_time(
      X509_STORE_CTX_get0_param(path), time_t(date.timeIntervalSince1970))
    guard X509_verify_cert(path) == 1, let end = kanhe_end_of_chain(path) else { return nil }
    return anchors.first { X509_cmp($0.certificate, end) == 0 }
  }

  private static func date(_ time: UnsafePointer<ASN1_TIME>?) -> Date? {
    var seconds: Int64 = 0
    guard kanhe_seconds(time, &seconds) == 1 else { return nil }
    return Date(timeIntervalSince1970: Double(seconds))
  }

  private static func text(of name: OpaquePointer?) -> String {
    guard let name, let bio = try? MemoryBIO([]) else { return "" }
    guard kanhe_print_name(bio.pointer, name) >= 0 else { return "" }
    return String(decoding: bio.bytes, as: UTF8.self)
  }
}
