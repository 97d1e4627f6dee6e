import Cases
import PageImaging
import ResultCodes

extension PageMarks {
  /// Looks at the picture of a page.
  init(of image: PageImage, for separators: Separators) throws(Problem) {
    let codes = separators.sheet == nil ? [] : try Self.codes(on: image)
    self.init(isBlank: codes.isEmpty ? try BlankPage.isBlank(image) : false, codes: codes)
  }

  /// Modules of a sheet's code are large, and a code that a scanner saw unevenly is read better where the picture is smaller.
  private static func codes(on image: PageImage) throws(Problem) -> [String] {
    for side in [2, 1, 3] where min(image.width, image.height) / side >= 100 {
      let codes = try QRScanner.texts(in: side == 1 ? image : image.darkestReduced(by: side))
      if !codes.isEmpty { return codes }
    }
    return []
  }
}
