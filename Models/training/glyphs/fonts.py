"""The fonts that characters are drawn with: Debian packages, their licences, and which are held back for measuring."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Font:
    """One face of one file of a Debian package."""

    name: str
    package: str
    licence: str
    path: str
    index: int = 0
    held_back: bool = False
    #: How often lines are drawn with it, relative to the others.
    weight: float = 1.0

    def file(self, roots: list[Path]) -> Path:
        """Where it lies: in one of the file systems or unpacked packages given."""
        for root in roots:
            if (root / self.path).exists():
                return root / self.path
        raise FileNotFoundError(f"{self.path}: install {self.package}")


NOTO = "usr/share/fonts/opentype/noto/"
TRUE = "usr/share/fonts/truetype/"
FANDOL = "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/"
OFL = "OFL-1.1"
ARPHIC = "Arphic Public License"
GPL_FONT = "GPL-2+ with font exception"
FANDOL_GPL = "GPL-3 with font exception"

FONTS = [
    Font("noto-sans", "fonts-noto-cjk", OFL, NOTO + "NotoSansCJK-Regular.ttc", 2, weight=1.3),
    Font("noto-sans-bold", "fonts-noto-cjk", OFL, NOTO + "NotoSansCJK-Bold.ttc", 2, weight=0.6),
    Font("noto-serif", "fonts-noto-cjk", OFL, NOTO + "NotoSerifCJK-Regular.ttc", 2, weight=1.3),
    Font("noto-serif-bold", "fonts-noto-cjk", OFL, NOTO + "NotoSerifCJK-Bold.ttc", 2, weight=0.6),
    Font("zenhei", "fonts-wqy-zenhei", GPL_FONT, TRUE + "wqy/wqy-zenhei.ttc", weight=1.2),
    Font("uming", "fonts-arphic-uming", ARPHIC, TRUE + "arphic/uming.ttc", weight=1.3),
    Font("ukai", "fonts-arphic-ukai", ARPHIC, TRUE + "arphic/ukai.ttc", weight=1.2),
    Font("gbsn", "fonts-arphic-gbsn00lp", ARPHIC, TRUE + "arphic-gbsn00lp/gbsn00lp.ttf", weight=0.5),
    Font("gkai", "fonts-arphic-gkai00mp", ARPHIC, TRUE + "arphic-gkai00mp/gkai00mp.ttf", weight=0.4),
    Font("babelstone", "fonts-babelstone-han", ARPHIC, TRUE + "babelstone/BabelStoneHan.ttf", weight=0.8),
    Font("fandol-hei", "texlive-lang-chinese", FANDOL_GPL, FANDOL + "FandolHei-Regular.otf", weight=1.2),
    Font("fandol-kai", "texlive-lang-chinese", FANDOL_GPL, FANDOL + "FandolKai-Regular.otf", weight=1.0),
    Font("fandol-fang", "texlive-lang-chinese", FANDOL_GPL, FANDOL + "FandolFang-Regular.otf", weight=1.2),
    Font("fandol-song", "texlive-lang-chinese", FANDOL_GPL, FANDOL + "FandolSong-Regular.otf", held_back=True),
    Font("fandol-song-bold", "texlive-lang-chinese", FANDOL_GPL, FANDOL + "FandolSong-Bold.otf", held_back=True, weight=0.3),
    Font("microhei", "fonts-wqy-microhei", "Apache-2.0 or GPL-3 with font exception", TRUE + "wqy/wqy-microhei.ttc", held_back=True),
    Font("wenkai", "fonts-lxgw-wenkai", OFL, TRUE + "lxgw-wenkai/LXGWWenKai-Regular.ttf", held_back=True, weight=0.7),
]


def chosen(held_back: bool) -> list[Font]:
    """The fonts to measure on, or those to train with."""
    return [font for font in FONTS if font.held_back == held_back]
