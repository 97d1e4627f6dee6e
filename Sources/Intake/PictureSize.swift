/// How large a picture says it is, in pixels.
struct PictureSize: Equatable {
  let width: Int
  let height: Int

  /// Saturates: a size that overflows is too large for any limit.
  var pixels: Int {
    let (product, overflow) = width.multipliedReportingOverflow(by: height)
    return overflow ? .max : product
  }
}
