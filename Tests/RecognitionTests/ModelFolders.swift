import Foundation
import Recognition

extension TextRecognizer {
  static let debianModels = URL(filePath: "/usr/share/tesseract-ocr/5/tessdata")
  /// `Models/tessdata` of this repository.
  static let ownModels = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Models/tessdata")

  /// With the models that the product ships with.
  static func usual() throws -> TextRecognizer {
    try TextRecognizer(modelFolder: debianModels, ownModelFolder: ownModels)
  }
}
