"""Single characters cut out of damaged lines, as the reader cuts them, and pieces that it has to reject."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

import classes
import fonts
from atlas import forms, load
from composing import Composer
from damage import Damage

#: Side of the network's input in pixels, and of the cut square in ink heights of the line.
SIDE, SQUARE = 40, 1.12


def cut(grey: np.ndarray, left: float, right: float, ink: tuple[float, float], top: float, bottom: float) -> np.ndarray:
    """Ink (255 − grey) of a square around a character, blank outside of its cell.

    The square is SQUARE line heights wide and high, its middle that of the character's ink across and of the line
    down; print wider than the square is made narrower.
    """
    side = SQUARE * (bottom - top)
    middle_x, middle_y = (ink[0] + ink[1]) / 2, (top + bottom) / 2
    wide = max(side, (ink[1] - ink[0]) * 1.04)
    across, down = SIDE / wide, SIDE / side
    matrix = np.array([[across, 0, SIDE / 2 - middle_x * across], [0, down, SIDE / 2 - middle_y * down]], np.float32)
    # From pixel edges to pixel centres.
    matrix[:, 2] += matrix[:, :2].sum(1) * 0.5 - 0.5
    flags = cv2.INTER_LINEAR
    picture = cv2.warpAffine(255 - grey, matrix, (SIDE, SIDE), flags=flags, borderMode=cv2.BORDER_CONSTANT, borderValue=0)
    first = int(np.ceil((left - middle_x) * across + SIDE / 2 - 0.5))
    last = int(np.floor((right - middle_x) * across + SIDE / 2 - 0.5)) + 1
    picture[:, : max(0, first)] = 0
    picture[:, max(0, last) :] = 0
    return picture


class CropSource:
    """An endless, seeded stream of crops with their classes. Without a strength every line is damaged as much or as
    little as real pages are."""

    def __init__(self, atlas: Path, seed: int, held_back: bool = False, strength: float | None = None, height: tuple[float, float] = (11, 44)) -> None:
        self.rng = np.random.default_rng(seed)
        numbers = np.array([number for _, number in forms()])
        chosen = fonts.chosen(held_back)
        han = len(classes.han())
        self.composers = [Composer(load(atlas, font), numbers, han, self.rng) for font in chosen]
        weights = np.array([font.weight for font in chosen])
        self.weights = weights / weights.sum()
        self.damage = Damage(self.rng)
        self.strength = strength
        self.height = height
        self.rejects = 0.1

    def take(self, count: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """That many crops (uint8), their classes, and the number of the font of each."""
        pictures = np.empty((count, SIDE, SIDE), np.uint8)
        numbers = np.empty(count, np.int64)
        font_numbers = np.empty(count, np.int64)
        filled = 0
        while filled < count:
            font = int(self.rng.choice(len(self.composers), p=self.weights))
            found = self.line(self.composers[font])
            for picture, number in found[: count - filled]:
                pictures[filled], numbers[filled], font_numbers[filled] = picture, number, font
                filled += 1
        return pictures, numbers, font_numbers

    def line(self, composer: Composer) -> list[tuple[np.ndarray, int]]:
        rng = self.rng
        line = composer.line()
        self.damage.strength = rng.uniform(0.3, 1.2) if self.strength is None else self.strength
        height = float(np.exp(rng.uniform(np.log(self.height[0]), np.log(self.height[1]))))
        grey, extents, top, bottom = self.damage(line, height)
        h = bottom - top
        top, bottom = top + rng.normal(0, 0.03) * h, bottom + rng.normal(0, 0.03) * h
        if rng.random() < 0.12:
            top, bottom = top + rng.normal(0, 0.06) * h, bottom + rng.normal(0, 0.06) * h
        if rng.random() < 0.4:
            top, bottom = round(top), round(bottom)
        gaps = (extents[:-1, 1] + extents[1:, 0]) / 2
        cuts = np.concatenate([[extents[0, 0] - 0.1 * h], gaps + rng.normal(0, 0.025, len(gaps)) * h, [extents[-1, 1] + 0.1 * h]])
        found = []
        for place, number in enumerate(line.numbers):
            left, right = float(cuts[place]), float(cuts[place + 1])
            if rng.random() < 0.15:
                left, right = left - abs(rng.normal(0, 0.12)) * h, right + abs(rng.normal(0, 0.12)) * h
            ink = self.sloppy(float(extents[place, 0]), float(extents[place, 1]), left, right, h)
            found.append((cut(grey, left, right, ink, top, bottom), int(number)))
        if rng.random() < self.rejects * len(found):
            found.append((self.reject(grey, extents, top, bottom), 0))
        return found

    def sloppy(self, first: float, last: float, left: float, right: float, h: float) -> tuple[float, float]:
        spread = 0.09 if self.rng.random() < 0.12 else 0.025
        first, last = first + self.rng.normal(0, spread) * h, last + self.rng.normal(0, spread) * h
        return max(first, left), max(min(last, right), max(first, left) + 1)

    def reject(self, grey: np.ndarray, extents: np.ndarray, top: float, bottom: float) -> np.ndarray:
        """Two halves, one half, two characters in one, or no character at all."""
        rng = self.rng
        h = bottom - top
        wide = np.flatnonzero(extents[:, 1] - extents[:, 0] > 0.6 * h)
        kind = rng.random()
        pairs = [place for place in wide[:-1] if place + 1 in wide]
        narrow = [place for place in range(len(extents) - 1) if extents[place + 1, 1] - extents[place, 0] < 1.15 * h]
        if narrow and kind < 0.3:
            # Two digits, or a mark and a character, that look like one.
            place = int(rng.choice(narrow))
            left, right = extents[place, 0], extents[place + 1, 1]
            return cut(grey, left, right, (left, right), top, bottom)
        if kind < 0.35 and pairs:
            place = int(rng.choice(pairs))
            one, next_ = extents[place], extents[place + 1]
            left = one[0] + rng.uniform(0.35, 0.65) * (one[1] - one[0])
            right = next_[0] + rng.uniform(0.35, 0.65) * (next_[1] - next_[0])
            return cut(grey, left, right, (left, right), top, bottom)
        if kind < 0.6 and len(wide):
            one = extents[int(rng.choice(wide))]
            middle = one[0] + rng.uniform(0.2, 0.8) * (one[1] - one[0])
            left, right = (one[0], middle) if rng.random() < 0.5 else (middle, one[1])
            return cut(grey, left, right, (left, right), top, bottom)
        if kind < 0.8 and pairs:
            place = int(rng.choice(pairs))
            left, right = extents[place, 0], extents[place + 1, 1]
            if rng.random() < 0.5:
                right = extents[place + 1, 0] + rng.uniform(0.3, 0.6) * (extents[place + 1, 1] - extents[place + 1, 0])
            return cut(grey, left, right, (left, right), top, bottom)
        shift = rng.choice([-1, 1]) * rng.uniform(0.4, 1.2) * h
        if kind < 0.92 and len(wide):
            one = extents[int(rng.choice(wide))]
            return cut(grey, one[0], one[1], (one[0], one[1]), top + shift, bottom + shift)
        blank = np.clip(self.damage.cut(self.damage.clouds[int(rng.integers(0, 3))], (SIDE, SIDE)) * rng.uniform(2, 40) + rng.uniform(-30, 60), 0, 255)
        return blank.astype(np.uint8)
