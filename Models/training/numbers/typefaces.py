"""The typefaces that lines are drawn with, all from Debian's main archive, and those that are kept back for measuring."""

import dataclasses
import pathlib

import numpy as np
from PIL import Image, ImageDraw, ImageFont

MACHINE = ["OCRB.otf", "OCRBL.otf"]
"""OCR-B (ISO 1073-2): machine-readable zones and the number on the ID card."""

TRAINING = MACHINE + (
    "OCRA.ttf OCRABold.ttf LiberationMono-Regular.ttf LiberationMono-Bold.ttf LiberationSans-Regular.ttf "
    "LiberationSans-Bold.ttf LiberationSansNarrow-Regular.ttf LiberationSerif-Regular.ttf LiberationSerif-Bold.ttf "
    "FreeMono.otf FreeMonoBold.otf FreeSans.otf FreeSansBold.otf FreeSerif.otf FreeSerifBold.otf DejaVuSans.ttf "
    "DejaVuSans-Bold.ttf DejaVuSansCondensed.ttf DejaVuSansMono.ttf DejaVuSansMono-Bold.ttf DejaVuSerif.ttf "
    "DejaVuSerifCondensed-Bold.ttf NotoSansCJK-Regular.ttc NotoSansCJK-Bold.ttc NotoSerifCJK-Regular.ttc "
    "NotoSerifCJK-Bold.ttc NotoMono-Regular.ttf NotoSansMono-Regular.ttf NotoSansMono-Bold.ttf Roboto-Regular.ttf "
    "Roboto-Bold.ttf RobotoCondensed-Regular.ttf RobotoSlab-Regular.otf OpenSans-Regular.ttf OpenSans-Semibold.ttf "
    "wqy-zenhei.ttc gkai00mp.ttf ukai.ttc FiraCode-Regular.ttf FiraCode-SemiBold.ttf Hack-Regular.ttf Hack-Bold.ttf "
    "mononoki-Regular.ttf mononoki-Bold.ttf monof55.ttf Go-Mono.ttf Go-Mono-Bold.ttf Go-Regular.ttf Cantarell-Regular.otf "
    "Cantarell-Bold.otf Caladea-Regular.ttf OxygenMono-Regular.ttf lmmono10-regular.otf lmmonolt10-bold.otf "
    "lmsans10-regular.otf lmroman10-regular.otf VL-Gothic-Regular.ttf agave-r-autohinted.ttf ume-tmo3.ttf ume-tms3.ttf "
    "ume-tgo4.ttf ume-tgo5.ttf ume-tgs4.ttf ume-hgo4.ttf ipam.ttf MplusCode50-Regular.otf MplusCode50-Medium.otf "
    "Mplus1Code-Regular.otf MTLc3m.ttf UnBatang.ttf UnDotum.ttf"
).split()

HELD_OUT = (
    "OCRBS.otf|Inconsolata.otf|Courier Prime.otf|Courier Prime Bold.otf|wqy-microhei.ttc|uming.ttc|gbsn00lp.ttf|"
    "Lato-Regular.ttf|Lato-Bold.ttf|cwheib.ttf|JetBrainsMono-Medium.ttf|ipag.ttf|Carlito-Regular.ttf|Anonymous Pro B.ttf"
).split("|")
"""Never trained on."""


def found(names: list[str], roots: list[pathlib.Path]) -> list[pathlib.Path]:
    """The files of these names below the roots; a name that is nowhere is an error."""
    files: dict[str, pathlib.Path] = {}
    for root in roots:
        for file in sorted(root.rglob("*.[ot]t[fc]")):
            files.setdefault(file.name, file)
    missing = [name for name in names if name not in files]
    if missing:
        raise SystemExit(f"typefaces not found: {', '.join(missing)} (see debian-packages.txt)")
    return [files[name] for name in names]


@dataclasses.dataclass
class Glyph:
    """Ink from 0 to 255 on a canvas of the face's height; the pen stands `MARGIN` columns from its left."""

    ink: np.ndarray
    advance: float


class Typeface:
    """One typeface at one size, its characters kept once drawn."""

    SIZE = 44
    MARGIN = 14
    HEIGHT = 84
    BASELINE = 58

    def __init__(self, file: pathlib.Path) -> None:
        self.file = file
        self._font = ImageFont.truetype(str(file), self.SIZE)
        self._glyphs: dict[str, Glyph] = {}

    def glyph(self, text: str) -> Glyph:
        """One character."""
        if text not in self._glyphs:
            advance = self._font.getlength(text)
            canvas = Image.new("L", (int(advance) + 2 * self.MARGIN + 1, self.HEIGHT), 0)
            ImageDraw.Draw(canvas).text((self.MARGIN, self.BASELINE), text, font=self._font, fill=255, anchor="ls")
            self._glyphs[text] = Glyph(np.asarray(canvas), advance)
        return self._glyphs[text]

    def line(self, text: str, spacing: float) -> np.ndarray:
        """A line's ink, `spacing` pixels wider from character to character, cut to its bounds."""
        glyphs = [self.glyph(one) for one in text]
        width = sum(glyph.advance for glyph in glyphs) + spacing * (len(text) - 1)
        canvas = np.zeros((self.HEIGHT, int(max(1, width)) + 4 * self.MARGIN), np.uint8)
        pen = float(self.MARGIN)
        for glyph in glyphs:
            left = int(round(pen - self.MARGIN))
            place = canvas[:, max(0, left) : max(0, left) + glyph.ink.shape[1]]
            np.maximum(place, glyph.ink[:, : place.shape[1]], out=place)
            pen += glyph.advance + spacing
        rows = np.flatnonzero(canvas.max(1) > 100)
        columns = np.flatnonzero(canvas.max(0) > 100)
        if not len(rows):
            raise ValueError(f"{self.file.name} prints nothing for {text!r}")
        return canvas[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
