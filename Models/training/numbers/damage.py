"""What print goes through before it is read: weak and heavy ink, a camera's or a copier's faults, a sloppy cut."""

import dataclasses
import random

import cv2
import numpy as np


@dataclasses.dataclass(frozen=True)
class Severity:
    """How far damage may go. Blur and motion are in ink heights."""

    lowest_ink: float
    blur: float
    motion: float
    noise: float
    faintest: float
    chance: float


CLEAN = Severity(lowest_ink=16, blur=0.02, motion=0, noise=3, faintest=110, chance=0.1)
LIGHT = Severity(lowest_ink=13, blur=0.055, motion=0.08, noise=7, faintest=70, chance=0.5)
MEDIUM = Severity(lowest_ink=10, blur=0.09, motion=0.15, noise=11, faintest=45, chance=0.8)
HARD = Severity(lowest_ink=7, blur=0.15, motion=0.22, noise=15, faintest=30, chance=1)
SEVERITIES = {"clean": CLEAN, "light": LIGHT, "medium": MEDIUM, "hard": HARD}

_BANK = np.random.default_rng(7).normal(0, 1, 1 << 21).astype(np.float32)


def noise(rng: random.Random, shape: tuple[int, int]) -> np.ndarray:
    """Gaussian noise cut from a bank: drawing it anew costs more than the network."""
    size = shape[0] * shape[1]
    start = rng.randrange(len(_BANK) - size)
    return _BANK[start : start + size].reshape(shape)


def weighted(rng: random.Random, ink: np.ndarray, heavy: bool) -> np.ndarray:
    """The same characters in thicker or thinner strokes."""
    if heavy:
        size = rng.choice([2, 2, 3])
        return cv2.dilate(ink, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size)))
    form = rng.random()
    if form < 0.12:
        return cv2.dilate(ink, np.ones((2, 2), np.uint8))
    if form < 0.2:
        thin = cv2.erode(ink, np.ones((2, 2), np.uint8))
        # Hairlines would vanish, and a 4 without them is a 1.
        return thin if thin.sum() > 0.6 * ink.sum() else ink
    return ink


def placed(rng: random.Random, ink: np.ndarray, severity: Severity) -> tuple[np.ndarray, float]:
    """Ink from 0 to 1 at the size of a scan or photograph, turned and sheared a little, with paper around it; and the
    height of the ink in pixels."""
    lowest = severity.lowest_ink
    height = lowest * (32 / lowest) ** rng.random()
    scale = height / ink.shape[0]
    stretch = scale * rng.uniform(0.78, 1.17)
    width = max(8, int(ink.shape[1] * stretch))
    small = cv2.resize(ink, (width, max(6, round(height))), interpolation=cv2.INTER_AREA)
    above, below = (int(height * rng.uniform(0.3, 0.8)) for _ in range(2))
    before, after = (int(height * rng.uniform(0.2, 0.9)) for _ in range(2))
    small = cv2.copyMakeBorder(small, above, below, before, after, cv2.BORDER_CONSTANT, value=0)
    if rng.random() < severity.chance:
        # A line of 18 characters is 12 ink heights long: half a degree lifts its end by a tenth of its height.
        most = min(1.5, 90 * height / width / 3)
        angle = max(-most, min(most, rng.gauss(0, 0.5)))
        turn = cv2.getRotationMatrix2D((small.shape[1] / 2, small.shape[0] / 2), angle, 1)
        shear = rng.gauss(0, 0.07)
        turn[0, 1] += shear
        turn[0, 2] -= shear * small.shape[0] / 2
        small = cv2.warpAffine(small, turn, (small.shape[1], small.shape[0]), flags=cv2.INTER_LINEAR)
    return small.astype(np.float32) / 255, height


def dirtied(rng: random.Random, ink: np.ndarray, height: float, severity: Severity) -> np.ndarray:
    """Ink that does not belong to the line: a neighbour cut in half, a rule, a copier's specks and streaks."""
    rows, columns = ink.shape
    chance = severity.chance
    if rng.random() < 0.12 * chance:
        strip = max(1, int(height * rng.uniform(0.05, 0.2)))
        row = 0 if rng.random() < 0.5 else rows - strip
        offset = rng.randrange(columns)
        other = np.roll(ink[rows // 2 : rows // 2 + strip], offset, axis=1)
        ink[row : row + strip] = np.maximum(ink[row : row + strip], other)
    if rng.random() < 0.06 * chance:
        row = rng.choice([1, 2, rows - 2, rows - 3])
        ink[row : row + rng.choice([1, 1, 2])] = rng.uniform(0.5, 1)
    if rng.random() < 0.15 * chance:
        for _ in range(rng.randrange(1, 2 + columns // 60)):
            size = max(1, round(height * rng.uniform(0.02, 0.11)))
            y, x = rng.randrange(rows), rng.randrange(columns)
            ink[y : y + size, x : x + size] = rng.uniform(0.5, 1)
    if rng.random() < 0.05 * chance:
        column = rng.randrange(columns)
        ink[:, column : column + 1] = np.maximum(ink[:, column : column + 1], rng.uniform(0.2, 0.7))
    return ink


def blurred(rng: random.Random, ink: np.ndarray, height: float, severity: Severity) -> np.ndarray:
    """Out of focus or moved."""
    if rng.random() < 0.9:
        sigma = max(0.25, height * severity.blur * rng.uniform(0.2, 1))
        ink = cv2.GaussianBlur(ink, (0, 0), sigma)
    length = int(height * severity.motion * rng.random() + 0.5)
    if length > 1 and rng.random() < 0.3:
        kernel = np.zeros((length, length), np.float32)
        form = rng.random()
        if form < 0.5:
            kernel[length // 2, :] = 1
        elif form < 0.7:
            kernel[:, length // 2] = 1
        else:
            np.fill_diagonal(kernel if form < 0.85 else kernel[:, ::-1], 1)
        ink = cv2.filter2D(ink, -1, kernel / kernel.sum())
    return ink


def paper(rng: random.Random, shape: tuple[int, int], contrast: float, severity: Severity) -> np.ndarray:
    """What the line is printed on, as differences in grey: shade, security pattern, texture, a glare, a seal."""
    rows, columns = shape
    x = np.linspace(-1, 1, columns, dtype=np.float32)[None]
    y = np.linspace(-1, 1, rows, dtype=np.float32)[:, None]
    ground = np.zeros(shape, np.float32)
    chance = severity.chance
    if rng.random() < 0.7 * chance:
        ground += x * rng.gauss(0, 18) + y * rng.gauss(0, 8)
    if rng.random() < 0.45 * chance:
        strength = rng.uniform(3, max(3.5, min(contrast / 4, 20)))
        for _ in range(rng.choice([1, 2, 3])):
            period, wave = rng.uniform(4, 30), rng.uniform(20, 160)
            bend = rng.uniform(2, 10) * np.sin(x * (np.pi * columns / wave))
            phase = y * (rows / 2 * rng.uniform(0.3, 1)) + x * (columns / 2 * rng.uniform(-0.5, 0.5)) + bend
            ground += strength / 2 * np.sin(phase * (2 * np.pi / period))
    if rng.random() < 0.3 * chance:
        coarse = noise(rng, (max(2, rows // 6), max(2, columns // 6)))
        ground += cv2.resize(coarse, (columns, rows), interpolation=cv2.INTER_LINEAR) * rng.uniform(2, 8)
    if rng.random() < 0.1 * chance:
        centre, reach = rng.uniform(-1, 1), rng.uniform(0.05, 0.3)
        ground += rng.uniform(20, 80) * np.exp(-(((x - centre) / reach) ** 2))
    if rng.random() < 0.1 * chance:
        seal = np.zeros(shape, np.float32)
        middle = (rng.randrange(columns), rng.randrange(-2 * rows, 3 * rows))
        radius = rng.randrange(rows, 4 * rows)
        cv2.circle(seal, middle, radius, 1, max(1, rows // rng.randrange(5, 20)), cv2.LINE_AA)
        ground -= seal * contrast * rng.uniform(0.1, 0.45)
    return ground


def photographed(rng: random.Random, ink: np.ndarray, severity: Severity, heavy: bool = False) -> np.ndarray:
    """A grey picture (8 bits) of a line whose ink is given from 0 to 255."""
    ink, height = placed(rng, weighted(rng, ink, heavy), severity)
    ink = dirtied(rng, ink, height, severity)
    ink = blurred(rng, ink, height, severity)
    white = rng.uniform(120, 250)
    contrast = min(white, rng.uniform(severity.faintest, max(severity.faintest + 20, white)))
    ground = white + paper(rng, ink.shape, contrast, severity)
    grey = ground - ink * contrast * rng.uniform(0.9, 1)
    if rng.random() < 0.8:
        grey += noise(rng, ink.shape) * rng.uniform(0.5, min(severity.noise, contrast / 7))
    picture = np.clip(grey, 0, 255).astype(np.uint8)
    if rng.random() < 0.07 * severity.chance:
        _, picture = cv2.threshold(picture, 0, 255, cv2.THRESH_OTSU)
    if rng.random() < 0.6:
        quality = rng.randrange(25, 95)
        _, packed = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])
        picture = cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE)
    return picture
