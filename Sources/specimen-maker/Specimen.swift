import Cases
package import Foundation

/// One finished file with its truth.
package struct Specimen {
  package var name: String
  package var bytes: Data
  package var truth: Truth

  /// Writes `NAME` and `NAME.truth.json`.
  func write(to folder: URL) throws(Problem) {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try bytes.write(to: folder.appendingPathComponent(name))
      try truth.json().write(to: folder.appendingPathComponent(name + ".truth.json"))
    } catch {
      throw .unwritable(folder.path, error.localizedDescription)
    }
  }
}

extension Specimen {
  /// A scan as one JPEG.
  static func jpeg(
    _ scan: Scan, _ kind: SpecimenKind, _ world: World, form: FormKind? = nil, name: String,
    quality: Int
  ) throws(Problem) -> Specimen {
    Specimen(
      name: name, bytes: try scan.picture.jpeg(quality: quality),
      truth: truth([scan], kind, world, form: form))
  }

  /// A scan as one PNG.
  static func png(
    _ scan: Scan, _ kind: SpecimenKind, _ world: World, name: String
  ) throws(Problem) -> Specimen {
    Specimen(name: name, bytes: try scan.picture.png(), truth: truth([scan], kind, world))
  }

  private static func truth(
    _ scans: [Scan], _ kind: SpecimenKind, _ world: World, form: FormKind? = nil
  ) -> Truth {
    let first = scans.first?.picture
    return Truth(
      kind, form: form, world: world, sheets: scans.map(\.sheet),
      width: Double(first?.width ?? 0), height: Double(first?.height ?? 0))
  }

  /// A scan as a PDF that is no more than its picture; the truth is in points of that page.
  static func imagePDF(
    _ scan: Scan, _ form: FormKind, _ world: World, name: String, quality: Int,
    dotsPerInch: Double
  ) throws(Problem) -> Specimen {
    let (width, height) = (scan.picture.width, scan.picture.height)
    let bytes = try PDFFile.envelope(
      scan.picture.jpeg(quality: quality), width: width, height: height, dotsPerInch: dotsPerInch)
    let truth = truth([scan], .form, world, form: form).scaled(72 / dotsPerInch)
    return Specimen(name: name, bytes: bytes, truth: truth)
  }

  /// A born-digital form.
  static func digital(_ form: Form, name: String) throws -> Specimen {
    let title = FormDefinition(form.application.form).title + "（样本）"
    let (bytes, sheet) = try PDFFile.digital(form, title: title)
    let points = 72 / 25.4
    return Specimen(
      name: name, bytes: bytes,
      truth: Truth(
        .form, form: form.application.form, world: .digital, sheets: [sheet],
        width: form.width * points, height: form.height * points))
  }

  /// Several scans as the pages of one TIFF, one document on each.
  static func tiff(
    _ scans: [Scan], _ kind: SpecimenKind, _ world: World, name: String
  ) throws -> Specimen {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("specimen-\(ProcessInfo.processInfo.processIdentifier).tif")
    defer { try? FileManager.default.removeItem(at: file) }
    try Picture.writeTIFF(scans.map(\.picture), to: file)
    return Specimen(
      name: name, bytes: try Data(contentsOf: file), truth: truth(scans, kind, world))
  }
}
