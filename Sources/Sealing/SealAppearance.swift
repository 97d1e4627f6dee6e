package import PortableDocument

/// How a seal's picture stands in a PDF.
extension SealPicture {
  /// The form object with the picture. Multiplied with what is below, as ink is: text under the seal stays readable.
  package var appearance: PDFDictionary {
    let ink: PDFDictionary = ["Type": .name("ExtGState"), "BM": .name("Multiply")]
    return [
      "Type": .name("XObject"), "Subtype": .name("Form"),
      "BBox": .array([
        .integer(0), .integer(0), PDFValue.points(width), PDFValue.points(height),
      ]),
      "Resources": .dictionary(["ExtGState": .dictionary(["G": .dictionary(ink)])]),
      "Group": .dictionary(["S": .name("Transparency"), "CS": .name("DeviceRGB")]),
      "Filter": .name("FlateDecode"),
    ]
  }

  /// A form object that shows a part of the picture, between two distances from its left edge.
  package static func window(
    left: Double, right: Double, height: Double, onto picture: Int, _ geometry: PageGeometry
  ) -> PDFDictionary {
    var window: PDFDictionary = [
      "Type": .name("XObject"), "Subtype": .name("Form"),
      "BBox": .array([left, 0, right, height].map(PDFValue.points)),
      "Resources": .dictionary(["XObject": .dictionary(["S": .reference(picture)])]),
    ]
    window["Matrix"] = geometry.matrix
    return window
  }

  /// What a window paints.
  package static let windowOperators = Array("/S Do".utf8)
}
