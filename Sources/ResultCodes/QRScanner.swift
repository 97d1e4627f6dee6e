import CZBar
package import Cases

/// Finds and reads the QR codes in a picture with zbar.
///
/// zbar has had memory faults on hostile pictures (CVE-2023-40889, CVE-2023-40890, fixed in Debian
/// 12's 0.23.92-7+deb12u1): pictures from outside are scanned in the sandboxed reader.
package enum QRScanner {
  private static let mostCodes = 16
  private static let longestText = 4_096

  /// The texts of all QR codes in the picture, in zbar's order; codes whose content is no UTF-8 are
  /// left out.
  package static func texts(in image: PageImage) throws(Problem) -> [String] {
    guard image.width > 0, image.height > 0 else { return [] }
    let scanner = try ZBarScanner()
    return try scanner.texts(in: image.grey, width: image.width, height: image.height)
      .prefix(mostCodes)
      .filter { $0.count <= longestText }
      .compactMap { String(validating: $0, as: UTF8.self) }
  }
}

extension PageImage {
  /// One sample to a pixel: luma as in Rec. 601.
  fileprivate var grey: [UInt8] {
    guard channels == 3 else { return pixels }
    return (0..<width * height).map {
      let red = Int(pixels[3 * $0])
      let green = Int(pixels[3 * $0 + 1])
      let blue = Int(pixels[3 * $0 + 2])
      return UInt8((299 * red + 587 * green + 114 * blue) / 1000)
    }
  }
}

/// zbar's scanner, set to QR codes only.
private final class ZBarScanner {
  private let handle: OpaquePointer

  init() throws(Problem) {
    guard let made = zbar_image_scanner_create() else { throw .drawing("zbar scanner") }
    zbar_image_scanner_set_config(made, ZBAR_NONE, ZBAR_CFG_ENABLE, 0)
    zbar_image_scanner_set_config(made, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1)
    handle = made
  }

  deinit { zbar_image_scanner_destroy(handle) }

  func texts(in grey: [UInt8], width: Int, height: Int) throws(Problem) -> [[UInt8]] {
    let image = try ZBarImage(width: width, height: height)
    return grey.withUnsafeBytes { samples in
      image.lend(samples)
      defer { image.takeBack() }
      guard zbar_scan_image(handle, image.handle) > 0 else { return [] }
      return image.texts
    }
  }
}

/// zbar's picture. It never owns the samples.
private final class ZBarImage {
  let handle: OpaquePointer

  init(width: Int, height: Int) throws(Problem) {
    guard let made = zbar_image_create() else { throw .drawing("zbar image") }
    zbar_image_set_format(made, kanhe_zbar_grey)
    zbar_image_set_size(made, UInt32(width), UInt32(height))
    handle = made
  }

  deinit { zbar_image_destroy(handle) }

  /// The samples must stay where they are until `takeBack`.
  func lend(_ samples: UnsafeRawBufferPointer) {
    zbar_image_set_data(handle, samples.baseAddress, UInt(samples.count), nil)
  }

  func takeBack() { zbar_image_set_data(handle, nil, 0, nil) }

  var texts: [[UInt8]] {
    sequence(first: zbar_image_first_symbol(handle)) { zbar_symbol_next($0) }
      .prefix { $0 != nil }
      .compactMap { symbol in
        guard let data = zbar_symbol_get_data(symbol) else { return nil }
        let count = Int(zbar_symbol_get_data_length(symbol))
        return data.withMemoryRebound(to: UInt8.self, capacity: count) {
          Array(UnsafeBufferPointer(start: $0, count: count))
        }
      }
  }
}
