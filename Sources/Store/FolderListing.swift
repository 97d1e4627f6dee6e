import Cases
import Foundation

/// Everything below a folder, by paths that begin in it.
///
/// - Throws: `Problem.unwritable` where it cannot be looked through.
func paths(below folder: URL) throws -> [String] {
  do {
    return try FileManager.default.subpathsOfDirectory(
      // Of a link itself nothing is listed.
      atPath: folder.resolvingSymlinksInPath().path)
  } catch {
    throw Problem.unwritable(folder.path, (error as NSError).localizedDescription)
  }
}
