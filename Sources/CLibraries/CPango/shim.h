#pragma once
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-font.h>

// PANGO_IS_FC_FONT is a macro: the file that fontconfig really chose for a font, or NULL. Owned by the font.
static inline const char *kanhe_font_file(PangoFont *font) {
  FcChar8 *file = NULL;
  if (font == NULL || !PANGO_IS_FC_FONT(font)) return NULL;
  FcPatternGetString(pango_fc_font_get_pattern(PANGO_FC_FONT(font)), FC_FILE, 0, &file);
  return (const char *)file;
}

// PANGO_GLYPH_EMPTY is a macro: the glyph of what takes no ink, as a line break.
static inline int kanhe_glyph_is_empty(PangoGlyph glyph) { return glyph == PANGO_GLYPH_EMPTY; }
