package import Cases
import Synchronization

/// The pinned fonts of this process, each opened once.
package enum FontShelf {
  private static let opened = Mutex<[PinnedFont: FontFile]>([:])

  /// - Throws: `missing_font` where fontconfig does not give the pinned file.
  package static func file(of font: PinnedFont) throws(Problem) -> FontFile {
    if let file = opened.withLock({ $0[font] }) { return file }
    let file = try FontFile(LoadedFont(font, in: PangoContext()))
    return opened.withLock { shelf in
      let first = shelf[font] ?? file
      shelf[font] = first
      return first
    }
  }
}
