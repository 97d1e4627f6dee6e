"""Short lines of mixed characters, composed from a font's sheet."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from atlas import EM, SIDE, Sheet

#: Classes 1 to 3,500 are the first level of 通用规范汉字表.
FIRST_LEVEL = 3500


@dataclass
class Line:
    """A line as ink (0 to 255) at EM pixels, with where its characters stand."""

    ink: np.ndarray
    #: Class of every character.
    numbers: np.ndarray
    #: Left, right, top, bottom of every character's ink.
    extents: np.ndarray


class Composer:
    """Takes the characters of one font in turn, so that every class is drawn equally often."""

    def __init__(self, sheet: Sheet, form_numbers: np.ndarray, han_count: int, rng: np.random.Generator) -> None:
        self.sheet, self.numbers, self.rng = sheet, form_numbers, rng
        present = np.flatnonzero(sheet.present)
        numbers = form_numbers[present]
        self.han = present[(numbers > 0) & (numbers <= han_count)]
        self.marks = present[numbers > han_count]
        self.digits = present[(numbers > han_count) & (numbers <= han_count + 10)]
        self.beyond = present[numbers == 0]
        # The first level is what nearly all print consists of: it comes twice.
        self.first_level = self.han[form_numbers[self.han] <= FIRST_LEVEL]
        self.queue = self.han[:0]

    def next_han(self) -> int:
        if not len(self.queue):
            self.queue = self.rng.permutation(np.concatenate([self.han, self.first_level]))
        form, self.queue = self.queue[-1], self.queue[:-1]
        return int(form)

    def text(self, length: int) -> list[int]:
        """Forms: mostly Han, as names and addresses are; sometimes digits or marks among them, sometimes only those."""
        rng = self.rng
        kind = rng.random()
        if kind < 0.05:
            return [self.next_han()] + [int(rng.choice(self.marks)) for _ in range(length)]
        result: list[int] = []
        while len(result) < length:
            draw = rng.random()
            if draw < 0.06 and kind < 0.6:
                result.append(int(rng.choice(self.marks)))
            elif draw < 0.13 and kind < 0.6:
                result += [int(form) for form in rng.choice(self.digits, rng.integers(1, 5))]
            elif draw < 0.16 and len(self.beyond):
                result.append(int(rng.choice(self.beyond)))
            else:
                result.append(self.next_han())
        return result

    def line(self, length: int = 7) -> Line:
        return self.line_of(self.text(length))

    def line_of(self, text: list[int]) -> Line:
        """Set with some letter spacing, as wide as the type itself or narrower."""
        rng, sheet = self.rng, self.sheet
        spacing = int(rng.choice([-2, -1, 0, 0, 0, 1, 2, 4, 8, 14, 24]))
        margin = 20
        width = 2 * margin + SIDE + sum(int(sheet.advance[form]) + spacing for form in text)
        ink = np.zeros((SIDE + 8, width), np.uint8)
        extents = np.zeros((len(text), 4), np.float32)
        x = margin
        for place, form in enumerate(text):
            left, right, top, bottom = sheet.extent[form]
            target = ink[4 : SIDE + 4, x - 8 : x - 8 + SIDE]
            np.maximum(target, sheet.ink[form], out=target)
            extents[place] = left + x - 8, right + x - 8, top + 4, bottom + 4
            x += int(sheet.advance[form]) + spacing
        return Line(ink[:, : x + margin], self.numbers[text], extents)


def line_rows(line: Line) -> tuple[float, float]:
    """Top and bottom of the line's ink, as the reader will find them; of low characters alone a full em."""
    top, bottom = float(line.extents[:, 2].min()), float(line.extents[:, 3].max())
    if bottom - top < 0.7 * EM:
        middle = (EM * 0.5 + 12 + (top + bottom) / 2) / 2
        top, bottom = middle - 0.46 * EM, middle + 0.46 * EM
    return top, bottom
