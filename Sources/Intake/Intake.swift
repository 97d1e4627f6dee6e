package import Cases
import Crypto

/// What a file is, whether it is whole, whether it is too large: all by looking at bytes, none of it by decoding.
package enum Intake {
  /// Accepts the bytes of one file or says why not.
  /// - Throws: `empty_file`, `too_many_bytes`, `unknown_format`, `heif_picture`, `animated_picture`,
  ///   `unsupported_bmp`, `truncated_image`, `damaged_image`, `truncated_pdf`, `damaged_pdf`, `too_many_pages`,
  ///   `too_many_pixels`.
  package static func accept(
    name: String, bytes: [UInt8], limits: IntakeLimits = .standard
  ) throws(Problem) -> AcceptedFile {
    guard !bytes.isEmpty else { throw .emptyFile }
    guard bytes.count <= limits.bytes else { throw .tooManyBytes(bytes.count, limit: limits.bytes) }
    guard let format = FileFormat(bytes) else {
      throw FileFormat.isHEIF(bytes) ? .heifPicture : .unknownFormat
    }
    for size in try pictureSizes(in: bytes, format, limits) where size.pixels > limits.pixels {
      throw .tooManyPixels(size.width, size.height, limit: limits.pixels)
    }
    return AcceptedFile(name: name, bytes: bytes, sha256: hexadecimalHash(bytes), format: format)
  }

  /// Accepts the file at a path. Only a regular file is read: a FIFO could hang, a device never ends.
  /// - Throws: `unreadable_file`, and what `accept(name:bytes:limits:)` throws.
  package static func accept(path: String, limits: IntakeLimits = .standard) throws(Problem)
    -> AcceptedFile
  {
    let bytes = try RegularFile.bytes(at: path, most: limits.bytes)
    return try accept(name: path, bytes: bytes, limits: limits)
  }

  /// The pages of a PDF are counted in the reader process.
  private static func pictureSizes(
    in bytes: [UInt8], _ format: FileFormat, _ limits: IntakeLimits
  ) throws(Problem) -> [PictureSize] {
    switch format {
    case .jpeg: return [try JPEGStructure.size(in: bytes)]
    case .png: return [try PNGStructure.size(in: bytes)]
    case .webp: return try WebPStructure.sizes(in: bytes)
    case .bmp: return [try BMPStructure.size(in: bytes)]
    case .tiff:
      let sizes = try TIFFStructure.sizes(in: bytes, most: limits.pages)
      guard sizes.count <= limits.pages else {
        throw .tooManyPages(sizes.count, limit: limits.pages)
      }
      return sizes
    case .pdf:
      try PDFEnding.check(bytes)
      return PDFPictures.sizes(in: bytes)
    }
  }

  private static func hexadecimalHash(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes)
      .map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}
