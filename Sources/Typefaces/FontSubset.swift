import CHarfBuzz
package import Cases

/// The part of a font that one document uses.
package struct FontSubset: Sendable {
  /// How glyphs are described.
  package enum Outlines: Sendable, Equatable {
    /// A bare CFF font program, keyed by character identifiers (Adobe Technical Note 5176).
    case cff
    /// A TrueType file.
    case trueType
  }

  package let outlines: Outlines
  package let program: [UInt8]
  /// The number by which a PDF names each glyph of the whole font: of CFF the character identifier, which in these fonts
  /// is the glyph's number in the whole font; of TrueType the number in the subset.
  package let codes: [UInt32: UInt16]
}

extension FontFile {
  /// Cuts out some glyphs. `scalars` are characters by which the font itself finds them: with these HarfBuzz need not go
  /// through all the characters of the font, which would take three times as long.
  /// - Throws: `font_not_subset`.
  package func subset(
    glyphs: Set<UInt32>, of scalars: Set<Unicode.Scalar>
  ) throws(Problem) -> FontSubset {
    guard let input = hb_subset_input_create_or_fail() else { throw .fontNotSubset(pinned.family) }
    defer { hb_subset_input_destroy(input) }
    let named = Set(scalars.compactMap(glyph(of:)))
    for scalar in scalars { hb_set_add(hb_subset_input_unicode_set(input), scalar.value) }
    for glyph in glyphs.subtracting(named) {
      hb_set_add(hb_subset_input_glyph_set(input), glyph)
    }
    // Hints are for screens of old, and subroutines save less than they hinder the compression of so few glyphs.
    hb_subset_input_set_flags(
      input, HB_SUBSET_FLAGS_NO_HINTING.rawValue | HB_SUBSET_FLAGS_DESUBROUTINIZE.rawValue)
    dropTables(of: input)
    guard let plan = hb_subset_plan_create_or_fail(face, input) else {
      throw .fontNotSubset(pinned.family)
    }
    defer { hb_subset_plan_destroy(plan) }
    guard let part = hb_subset_plan_execute_or_fail(plan) else {
      throw .fontNotSubset(pinned.family)
    }
    defer { hb_face_destroy(part) }
    return try subset(part, glyphs, plan)
  }

  private func subset(
    _ part: OpaquePointer, _ glyphs: Set<UInt32>, _ plan: OpaquePointer
  ) throws(Problem) -> FontSubset {
    let cff = Self.table("CFF ", of: part)
    let numbers = hb_subset_plan_old_to_new_glyph_mapping(plan)
    var codes: [UInt32: UInt16] = [:]
    for glyph in glyphs {
      let code = cff.isEmpty ? hb_map_get(numbers, glyph) : glyph
      guard hb_map_has(numbers, glyph) != 0, let code = UInt16(exactly: code) else {
        throw .fontNotSubset(pinned.family)
      }
      codes[glyph] = code
    }
    return FontSubset(
      outlines: cff.isEmpty ? .trueType : .cff,
      program: cff.isEmpty ? Self.bytes(taking: hb_face_reference_blob(part)) : cff, codes: codes)
  }

  /// A PDF needs outlines and widths; what shapes text was used when it was set.
  private func dropTables(of input: OpaquePointer) {
    let tables = [
      "GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "DSIG", "name", "OS/2", "post",
      "gasp", "kern", "cmap",
    ]
    for table in tables {
      hb_set_add(
        hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG), hb_tag_from_string(table, 4))
    }
  }
}

extension Problem {
  package static func fontNotSubset(_ family: String) -> Problem {
    Problem(
      "font_not_subset", exit: .other,
      zh: "无法从字体 \(family) 提取所用字形。", en: "The glyphs in use could not be taken out of \(family).",
      remedyZh: "请检查字体文件和内存后重试。", remedyEn: "Check the font file and memory and try again.")
  }
}
