package import Foundation

/// A folder of pictures and PDFs, each with a truth file beside it: `x.json` or `x.jpg.truth.json`.
package enum SpecimenFolder {
  private static let endings = [
    "jpg", "jpeg", "png", "tif", "tiff", "pdf", "webp", "bmp",
  ]

  /// Every specimen in the folder and the folders in it, in the order of their paths.
  package static func specimens(in folder: URL) -> [Specimen] {
    guard
      let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    else { return [] }
    return files.compactMap { ($0 as? URL).flatMap(specimen(describedBy:)) }
      .sorted { $0.path < $1.path }
  }

  private static func specimen(describedBy file: URL) -> Specimen? {
    guard file.pathExtension == "json", let picture = picture(of: file),
      let truth = try? Data(contentsOf: file)
    else { return nil }
    return Specimen(truth: truth, path: picture.path)
  }

  private static func picture(of file: URL) -> URL? {
    let stem = file.deletingPathExtension()
    let candidates =
      stem.pathExtension == "truth"
      ? [stem.deletingPathExtension()] : endings.map(stem.appendingPathExtension)
    return candidates.first { FileManager.default.fileExists(atPath: $0.path) }
  }
}
