"""From a picture of a line to what the network sees, as the reader does it (Sources/Recognition/LineImage.swift)."""

import random

import cv2
import numpy as np

HEIGHT = 36
"""Rows of a line image; Tesseract scales nothing where the height is already the network's."""
INK = 22.0


def divided_by_paper(picture: np.ndarray, block: int) -> np.ndarray:
    """Each sample divided by the brightest one near it."""
    block = max(2, block)
    rows, columns = -(-picture.shape[0] // block), -(-picture.shape[1] // block)
    padded = cv2.copyMakeBorder(
        picture, 0, rows * block - picture.shape[0], 0, columns * block - picture.shape[1], cv2.BORDER_REPLICATE
    )
    brightest = padded.reshape(rows, block, columns, block).max((1, 3))
    brightest = cv2.blur(cv2.dilate(brightest, np.ones((3, 3), np.uint8)).astype(np.float32), (3, 3))
    paper = cv2.resize(brightest, (columns * block, rows * block), interpolation=cv2.INTER_LINEAR)
    paper = np.maximum(1, paper[: picture.shape[0], : picture.shape[1]])
    return np.minimum(255, picture / paper * 250).astype(np.uint8)


def ink_rows(picture: np.ndarray) -> tuple[int, int]:
    """The rows between which the line's ink lies: those that hold a fair share of it, nearest the middle."""
    level, _ = cv2.threshold(picture, 0, 255, cv2.THRESH_OTSU)
    dark = (picture <= level).sum(1)
    enough = np.flatnonzero(dark > max(1, 0.12 * dark.max()))
    return (int(enough[0]), int(enough[-1]) + 1) if len(enough) else (0, picture.shape[0])


def squeezed(picture: np.ndarray, gap: int) -> np.ndarray:
    """Gaps without ink that are wider than `gap` columns narrowed to it."""
    level, _ = cv2.threshold(picture, 0, 255, cv2.THRESH_OTSU)
    empty = (picture <= level).sum(0) == 0
    run = 0
    kept = np.ones(len(empty), bool)
    for column, is_empty in enumerate(empty):
        run = run + 1 if is_empty else 0
        kept[column] = run <= gap
    return picture[:, kept]


def scaled(picture: np.ndarray, scale: float) -> np.ndarray:
    size = (max(9, round(picture.shape[1] * scale)), max(1, round(picture.shape[0] * scale)))
    return cv2.resize(picture, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)


def fitted(picture: np.ndarray, offset: int = 0) -> np.ndarray:
    """In the middle of `HEIGHT` rows, moved by `offset`; what is missing is paper."""
    above = (HEIGHT - picture.shape[0]) // 2 + offset
    if above < 0:
        picture, above = picture[-above:], 0
    picture = picture[: HEIGHT - above]
    below = HEIGHT - above - picture.shape[0]
    return cv2.copyMakeBorder(picture, above, below, 0, 0, cv2.BORDER_CONSTANT, value=250)


def line_image(picture: np.ndarray, rng: random.Random | None = None) -> np.ndarray:
    """`HEIGHT` rows of grey. With a random source every step varies: readers cut lines well and badly."""
    vary = rng is not None
    if not vary or rng.random() < 0.92:
        # A reader knows about how high the line is; here it fills half of the picture. Measuring it in uneven light fails,
        # and squares no wider than a stroke would divide the ink by itself.
        usual = 0.5 * picture.shape[0] * 1.15 / 4
        picture = divided_by_paper(picture, round(usual * (rng.uniform(0.8, 1.3) if vary else 1)))
    first, last = ink_rows(picture)
    ink = max(4, last - first)
    border = round(ink * (rng.uniform(0.05, 0.35) if vary else 0.25))
    picture = picture[max(0, first - border) : last + border]
    if not vary or rng.random() < 0.75:
        gap = max(2, int((rng.choice([0.3, 0.3, 0.45, 0.6]) if vary else 0.3) * ink))
        picture = squeezed(picture, gap)
    scale = INK / ink * (rng.uniform(0.72, 1.25) if vary else 1)
    if scale < 0.75 and (not vary or rng.random() < 0.7):
        picture = cv2.erode(picture, np.ones((2, 2), np.uint8))
    picture = scaled(picture, scale)
    return fitted(picture, rng.randrange(-3, 4) if vary else 0)


def _percentile(values: np.ndarray, fraction: float, missing: int) -> float:
    """Tesseract's STATS::ile (ccstruct/statistc.cpp): bins count as having width 1."""
    if len(values) == 0:
        values = np.array([missing])
    counts = np.bincount(values, minlength=256)
    target = max(1.0, fraction * len(values))
    total = np.cumsum(counts)
    bin_ = int(np.searchsorted(total, target))
    return bin_ + 1 - (total[bin_] - target) / counts[bin_]


def normalized(line: np.ndarray) -> np.ndarray:
    """From -1 (ink) to 1 (paper), as Tesseract does it: levels from the extremes along the middle row
    (lstm/networkio.cpp, ComputeBlackWhite and SetPixel)."""
    row = line[line.shape[0] // 2].astype(int)
    before, here, after = row[:-2], row[1:-1], row[2:]
    low = here[((here < before) & (here <= after)) | ((here <= before) & (here < after))]
    high = here[((here > before) & (here >= after)) | ((here >= before) & (here > after))]
    black, white = _percentile(low, 0.25, 0), _percentile(high, 0.75, 255)
    contrast = (white - black) / 2
    if contrast <= 0:
        contrast = 1.0
    return np.clip((line.astype(np.float32) - black) / contrast - 1, -1, 1)
