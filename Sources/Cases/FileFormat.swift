/// What a file is, by its content; its name says nothing.
package enum FileFormat: String, Sendable, Codable, CaseIterable {
  case jpeg, png, tiff, webp, bmp, pdf

  /// By the first bytes. A PDF may have up to a kilobyte of other bytes before its header, as readers allow
  /// (PDF 1.7, Appendix H, note 13).
  package init?(_ bytes: [UInt8]) {
    func starts(_ signature: [UInt8]) -> Bool { bytes.starts(with: signature) }
    if starts([0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if starts([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if starts([0x49, 0x49, 0x2A, 0x00]) || starts([0x4D, 0x4D, 0x00, 0x2A]) {
      self = .tiff
    } else if starts(Array("RIFF".utf8)) && bytes.dropFirst(8).starts(with: "WEBP".utf8) {
      self = .webp
    } else if starts(Array("BM".utf8)) && Self.holdsBMPHeader(bytes) {
      self = .bmp
    } else if Self.holdsPDFHeader(bytes.prefix(1024)) {
      self = .pdf
    } else {
      return nil
    }
  }

  /// Two letters are little: the four reserved bytes behind the size are 0 (Windows GDI, BITMAPFILEHEADER).
  private static func holdsBMPHeader(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 10 && bytes[6..<10].allSatisfy { $0 == 0 }
  }

  /// Whether this is a HEIF picture, HEIC and AVIF included (ISO/IEC 23008-12, 10): not read, but known by sight,
  /// because phones make them.
  package static func isHEIF(_ bytes: [UInt8]) -> Bool {
    let brands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "heif", "mif1", "msf1", "avif"]
    return bytes.dropFirst(4).starts(with: "ftyp".utf8)
      && brands.contains { bytes.dropFirst(8).starts(with: $0.utf8) }
  }

  private static func holdsPDFHeader(_ bytes: ArraySlice<UInt8>) -> Bool {
    let mark = Array("%PDF-".utf8)
    return bytes.indices.contains { bytes[$0...].starts(with: mark) }
  }
}
