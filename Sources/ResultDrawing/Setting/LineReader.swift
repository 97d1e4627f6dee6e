import CPango
import Cases
import Typefaces

/// Takes the glyphs out of a line that Pango has set.
struct LineReader {
  /// The whole text in UTF-8, to which Pango's positions refer.
  let text: [UInt8]
  /// The fonts that the text was divided among.
  let fonts: Set<PinnedFont>

  func runs(of line: UnsafeMutablePointer<PangoLayoutLine>) throws(Problem) -> [GlyphRun] {
    var runs: [GlyphRun] = []
    var x = 0.0
    var next = line.pointee.runs
    while let link = next {
      next = link.pointee.next
      guard let data = link.pointee.data else { continue }
      let item = data.assumingMemoryBound(to: PangoGlyphItem.self).pointee
      guard let what = item.item, let glyphs = item.glyphs else { continue }
      runs.append(
        GlyphRun(
          font: try font(of: what.pointee),
          clusters: clusters(of: glyphs.pointee, in: what.pointee, x: &x)))
    }
    return runs
  }

  /// - Throws: `missing_font` where Pango used a file that is not pinned.
  private func font(of item: PangoItem) throws(Problem) -> PinnedFont {
    let path = kanhe_font_file(item.analysis.font).map { String(cString: $0) } ?? ""
    for font in fonts where try FontShelf.file(of: font).path == path {
      return font
    }
    throw .missingFont(path)
  }

  private func clusters(
    of glyphs: PangoGlyphString, in item: PangoItem, x: inout Double
  ) -> [GlyphCluster] {
    let scale = Double(PANGO_SCALE)
    let count = Int(glyphs.num_glyphs)
    // Where in the text each cluster begins; a cluster ends where the next begins.
    let starts = (0..<count).map { Int(item.offset) + Int(glyphs.log_clusters[$0]) }
    let end = Int(item.offset) + Int(item.length)
    var clusters: [GlyphCluster] = []
    for index in 0..<count {
      let info = glyphs.glyphs[index]
      let place = SetGlyph(
        id: info.glyph, x: x + Double(info.geometry.x_offset) / scale,
        rise: -Double(info.geometry.y_offset) / scale)
      x += Double(info.geometry.width) / scale
      let isNew = index == 0 || starts[index] != starts[index - 1]
      if isNew {
        let stop = starts[(index + 1)...].first { $0 > starts[index] } ?? end
        clusters.append(
          GlyphCluster(glyphs: [], text: characters(starts[index]..<max(starts[index], stop))))
      }
      if kanhe_glyph_is_empty(info.glyph) == 0 {
        clusters[clusters.count - 1].glyphs.append(place)
      }
    }
    return clusters.filter { !$0.glyphs.isEmpty }
  }

  private func characters(_ range: Range<Int>) -> String {
    String(decoding: text[range.clamped(to: 0..<text.count)], as: UTF8.self)
  }
}
