"""Every class drawn once in every font: the stock from which lines are composed."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from fontTools.ttLib import TTCollection, TTFont
from PIL import Image, ImageDraw, ImageFont

import classes
import fonts

#: Pixels of the em, of the square that a glyph is drawn in, and of the baseline below its top.
EM, SIDE, BASELINE = 48, 64, 50
#: Han characters that are no class, drawn as examples for rejection.
BEYOND = 3000
#: Correlation of blurred pictures above which a character beyond the classes is a twin of one of them, and no example.
TWIN = 0.90


@dataclass
class Sheet:
    """One font's glyphs: `ink[form]` is a SIDE × SIDE picture, 255 where there is ink."""

    name: str
    ink: np.ndarray
    advance: np.ndarray
    #: First and past-last column and row with ink, per form: left, right, top, bottom.
    extent: np.ndarray
    #: Forms that the font has.
    present: np.ndarray


def forms() -> list[tuple[str, int]]:
    """Everything that is drawn: a character and the class it belongs to."""
    names = classes.all_classes()
    found = [(name, number) for number, name in enumerate(names) if name]
    for name, others in classes.OTHER_FORMS.items():
        found += [(other, names.index(name)) for other in others]
    for name in classes.DIGITS + classes.LATIN[:26]:
        found.append((chr(ord(name) + 0xFEE0), names.index(name)))
    known = {character for character, _ in found}
    rng = np.random.default_rng(7)
    beyond = [chr(code) for code in range(0x4E00, 0x9FB0) if chr(code) not in known]
    return found + [(beyond[i], 0) for i in np.sort(rng.permutation(len(beyond))[:BEYOND])]


def covered(path: Path, index: int) -> set[int]:
    """Code points that a font maps to a glyph."""
    if path.suffix == ".ttc":
        return set(TTCollection(str(path), lazy=True).fonts[index].getBestCmap())
    return set(TTFont(str(path), lazy=True).getBestCmap())


def draw(path: Path, index: int, all_forms: list[tuple[str, int]]) -> tuple[np.ndarray, ...]:
    """Ink, advances and extents of all forms; blank where the font lacks one."""
    font = ImageFont.truetype(str(path), EM, index=index, layout_engine=ImageFont.Layout.BASIC)
    has = covered(path, index)
    ink = np.zeros((len(all_forms), SIDE, SIDE), np.uint8)
    advance = np.zeros(len(all_forms), np.int16)
    extent = np.zeros((len(all_forms), 4), np.int16)
    for row, (character, _) in enumerate(all_forms):
        if ord(character) not in has:
            continue
        width = int(round(font.getlength(character)))
        image = Image.new("L", (SIDE, SIDE), 0)
        # Glyphs may reach a little over their advance: they are drawn 8 pixels in.
        ImageDraw.Draw(image).text((8, BASELINE), character, font=font, fill=255, anchor="ls")
        picture = np.asarray(image)
        xs = np.flatnonzero(picture.max(0) > 60)
        ys = np.flatnonzero(picture.max(1) > 60)
        if len(xs) and len(ys) and 0 < width <= SIDE:
            ink[row], advance[row] = picture, width
            extent[row] = xs[0], xs[-1] + 1, ys[0], ys[-1] + 1
    return ink, advance, extent


def without_twins(ink: np.ndarray, present: np.ndarray, numbers: np.ndarray) -> np.ndarray:
    """`present` without the forms of class 0 that look like a class in this font."""
    small = np.stack([cv2.GaussianBlur(cv2.resize(i, (32, 32), interpolation=cv2.INTER_AREA), (0, 0), 0.8) for i in ink])
    vectors = small.reshape(len(ink), -1).astype(np.float32)
    vectors -= vectors.mean(1, keepdims=True)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-6
    known = vectors[present & (numbers > 0)]
    result = present.copy()
    for row in np.flatnonzero(present & (numbers == 0)):
        result[row] = (known @ vectors[row]).max() < TWIN
    return result


def build(folder: Path, roots: list[Path]) -> None:
    """Draws all fonts into a folder of arrays."""
    folder.mkdir(parents=True, exist_ok=True)
    all_forms = forms()
    numbers = np.array([number for _, number in all_forms])
    for font in fonts.FONTS:
        ink, advance, extent = draw(font.file(roots), font.index, all_forms)
        present = without_twins(ink, advance > 0, numbers)
        np.save(folder / f"{font.name}-ink.npy", ink)
        np.savez(folder / f"{font.name}.npz", advance=advance, extent=extent, present=present)
        print(font.name, int(present[numbers > 0].sum()), "forms,", int(present[numbers == 0].sum()), "beyond", flush=True)


def load(folder: Path, font: fonts.Font) -> Sheet:
    """One font's sheet; the pictures stay on disk until they are used."""
    table = np.load(folder / f"{font.name}.npz")
    ink = np.load(folder / f"{font.name}-ink.npy", mmap_mode="r")
    return Sheet(font.name, ink, table["advance"], table["extent"], table["present"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--atlas", type=Path, required=True, help="folder to write")
    parser.add_argument("--root", type=Path, action="append", default=[Path("/")], help="where packages are unpacked")
    arguments = parser.parse_args()
    build(arguments.atlas, arguments.root)


if __name__ == "__main__":
    main()
