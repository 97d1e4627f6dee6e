package import Cases
package import Foundation

/// Where the program's own files are.
package enum Locations {
  /// The running executable, links resolved.
  package static var executable: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
  }

  /// The `Models` folder: as told, else `KANHE_MODELS`, beside the executable or above it (a build folder lies inside
  /// the project), in the current folder, or in `/usr/share/kanhe`.
  package static func models(told: String?) throws(Problem) -> URL {
    try folder("Models", told: told, variable: "KANHE_MODELS", marker: "documents") {
      (searched) throws(Problem) in throw .modelsNotFound(searched)
    }
  }

  /// The `Samples` folder, searched for like `Models`.
  package static func samples(told: String?) throws(Problem) -> URL {
    try folder("Samples", told: told, variable: "KANHE_SAMPLES", marker: "reference") {
      (searched) throws(Problem) in throw .samplesNotFound(searched)
    }
  }

  /// Folder with `chi_sim.traineddata`: as set, else `TESSDATA_PREFIX`, else where Debian puts it.
  /// What somebody named is taken at its word, so that a wrong name is reported and not papered over.
  package static func tessdata(_ set: String) -> String {
    if !set.isEmpty { return set }
    if let named = ProcessInfo.processInfo.environment["TESSDATA_PREFIX"], !named.isEmpty {
      return named
    }
    return "/usr/share/tesseract-ocr/5/tessdata"
  }

  private static func folder(
    _ name: String, told: String?, variable: String, marker: String,
    orElse refuse: ([String]) throws(Problem) -> URL
  ) throws(Problem) -> URL {
    let environment = ProcessInfo.processInfo.environment
    if let named = told ?? environment[variable] {
      let url = URL(fileURLWithPath: named, isDirectory: true)
      return holds(marker, in: url) ? url : try refuse([named])
    }
    let searched =
      aboveExecutable(name) + [
        URL(fileURLWithPath: name, isDirectory: true),
        URL(fileURLWithPath: "/usr/share/kanhe/\(name)", isDirectory: true),
      ]
    guard let found = searched.first(where: { holds(marker, in: $0) }) else {
      return try refuse(searched.map(\.path))
    }
    return found
  }

  private static func aboveExecutable(_ name: String) -> [URL] {
    var folder = URL(fileURLWithPath: executable).deletingLastPathComponent()
    var found: [URL] = []
    for _ in 0..<5 {
      found.append(folder.appendingPathComponent(name, isDirectory: true))
      folder.deleteLastPathComponent()
    }
    return found
  }

  private static func holds(_ marker: String, in folder: URL) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(marker).path)
  }
}

extension Problem {
  static func samplesNotFound(_ searched: [String]) -> Problem {
    Problem(
      "samples_not_found", exit: .configuration,
      zh: "找不到 Samples 目录（已查找：\(searched.joined(separator: "、"))）。",
      en: "The Samples folder was not found (looked at: \(searched.joined(separator: ", "))).",
      remedyZh: "请用 --samples 或 KANHE_SAMPLES 指明。",
      remedyEn: "Name it with --samples or KANHE_SAMPLES.")
  }
}
