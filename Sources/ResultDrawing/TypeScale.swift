/// Sizes of type, in points. GB/T 9704-2012 asks for size three (16 pt) and 22 lines a page, and lets sizes change where a
/// document needs it (5.2.2, 5.2.3); a result that fits one page only in size four is set in that.
struct TypeScale: Sendable {
  var body: Double
  var bodyPitch: Double
  var small: Double
  var smallPitch: Double
  var title: Double

  static let standard = TypeScale(
    body: 16, bodyPitch: 28, small: 12, smallPitch: 18, title: 22)
  static let compact = TypeScale(
    body: 14, bodyPitch: 22, small: 12, smallPitch: 16.5, title: 22)

  var text: TextStyle { TextStyle(size: body, pitch: bodyPitch) }
  /// A paragraph begins two characters in.
  var paragraph: TextStyle { TextStyle(size: body, pitch: bodyPitch, indent: 2 * body) }
  var heading: TextStyle {
    TextStyle(bold: true, size: body, pitch: bodyPitch, indent: 2 * body)
  }
  var note: TextStyle { TextStyle(size: small, pitch: smallPitch, indent: 2 * small) }
  var cell: TextStyle { TextStyle(size: small, pitch: smallPitch) }
  var headCell: TextStyle { TextStyle(bold: true, size: small, pitch: smallPitch) }
}
