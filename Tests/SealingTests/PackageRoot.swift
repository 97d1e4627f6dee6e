import Foundation

/// The root of the package, found from this file.
let packageRoot = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

let templates = packageRoot.appending(path: "Models/templates")
