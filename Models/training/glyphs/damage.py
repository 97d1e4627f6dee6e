"""What print, copiers, cameras and files do to a line."""

from __future__ import annotations

import cv2
import numpy as np

from composing import Line, line_rows

cv2.setNumThreads(1)


class Damage:
    """Turns composed lines into grey pictures as the reader meets them.

    `strength` scales blur, noise and, below 1, how often print, paper and file are damaged in other ways."""

    def __init__(self, rng: np.random.Generator, strength: float = 1.0) -> None:
        self.rng, self.strength = rng, strength
        #: Noise is cut out of one stock: drawing it anew costs more than everything else.
        self.noise = rng.standard_normal((512, 2048)).astype(np.float32)
        self.clouds = [cv2.GaussianBlur(self.noise, (0, 0), sigma) for sigma in (1.0, 2.5, 8.0)]
        self.clouds = [cloud / cloud.std() for cloud in self.clouds]

    def happens(self, probability: float) -> bool:
        return bool(self.rng.random() < probability * min(1.0, self.strength))

    def cut(self, stock: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
        y = int(self.rng.integers(0, stock.shape[0] - shape[0]))
        x = int(self.rng.integers(0, stock.shape[1] - shape[1]))
        return stock[y : y + shape[0], x : x + shape[1]]

    def __call__(self, line: Line, height: float) -> tuple[np.ndarray, np.ndarray, float, float]:
        """The picture with paper divided out; extents and rows of the line in it, in its pixels."""
        grey, extents, top, bottom = self.picture(line, height)
        return divided(grey, max(3, round(height * 1.1 / 4))), extents, top, bottom

    def picture(self, line: Line, height: float) -> tuple[np.ndarray, np.ndarray, float, float]:
        """The same with its paper."""
        ink, extents, top, bottom = self.placed(self.stroke(line.ink), line, height)
        ink = self.blurred(self.printed(ink), height)
        return self.through_file(self.on_paper(ink, height), height), extents, top, bottom

    def stroke(self, ink: np.ndarray) -> np.ndarray:
        draw = self.rng.random() / min(1.0, self.strength)
        if draw < 0.14:
            return cv2.dilate(ink, np.ones((2, 2), np.uint8))
        if draw < 0.19:
            return cv2.dilate(ink, np.ones((3, 3), np.uint8))
        if draw < 0.29:
            return cv2.erode(ink, np.ones((2, 2), np.uint8))
        return ink

    def placed(self, ink: np.ndarray, line: Line, height: float) -> tuple[np.ndarray, np.ndarray, float, float]:
        """Scaled to a line of that ink height, condensed or widened, sheared and turned a little."""
        rng = self.rng
        top, bottom = line_rows(line)
        scale = height / (bottom - top)
        across = scale * float(np.exp(rng.normal(0, 0.06)))
        shear = np.tan(np.deg2rad(rng.uniform(-8, 8))) if rng.random() < 0.4 else rng.normal(0, 0.02)
        turn = np.deg2rad(rng.normal(0, 0.5)) if rng.random() < 0.5 else 0.0
        if scale < 0.85:
            ink = cv2.GaussianBlur(ink, (0, 0), 0.42 / scale)
        h, w = ink.shape
        size = (max(8, int(w * across)), max(8, int(h * scale)))
        middle_y = (top + bottom) / 2
        matrix = np.array([[across, across * shear, 0], [scale * np.tan(turn), scale, 0]], np.float32)
        matrix[0, 2] = -across * shear * middle_y + rng.random()
        matrix[1, 2] = -scale * np.tan(turn) * w / 2 + rng.random()
        ink = cv2.warpAffine(ink, matrix, size, flags=cv2.INTER_LINEAR)
        extents = line.extents * np.array([across, across, scale, scale], np.float32)
        extents += np.array([matrix[0, 2] + across * shear * middle_y] * 2 + [0, 0], np.float32)
        return ink.astype(np.float32) / 255, extents, top * scale, bottom * scale

    def printed(self, ink: np.ndarray) -> np.ndarray:
        """Broken, eaten and spotted ink, as toner and stamps leave it."""
        rng = self.rng
        draw = rng.random() / min(1.0, self.strength)
        if draw < 0.12:
            ink = ink * np.clip(1.1 + rng.uniform(0.15, 0.5) * self.cut(self.clouds[rng.integers(0, 2)], ink.shape), 0, 1)
        elif draw < 0.22:
            steep = rng.uniform(2, 6)
            ink = np.clip((ink - rng.uniform(0.3, 0.6)) * steep + 0.5, 0, 1)
        if self.happens(0.1):
            dirt = (self.cut(self.clouds[0], ink.shape) > rng.uniform(2.2, 3.2)) * rng.uniform(0.3, 1)
            ink = np.maximum(ink, dirt.astype(np.float32))
        if self.happens(0.07):
            ink = ink.copy()
            h, w = ink.shape
            dark, thick = rng.uniform(0.4, 1), int(rng.integers(1, 3))
            if rng.random() < 0.6:
                y = int(rng.choice([rng.integers(0, max(1, h // 10)), h - 1 - rng.integers(0, max(1, h // 10))]))
                ink[y : y + thick] = np.maximum(ink[y : y + thick], dark)
            else:
                x = int(rng.integers(0, w))
                ink[:, x : x + thick] = np.maximum(ink[:, x : x + thick], dark)
        if self.happens(0.12):
            ink = np.maximum(ink, self.seal(ink.shape))
        return ink

    def seal(self, shape: tuple[int, int]) -> np.ndarray:
        """What is left of a red seal once its colour is gone: a few broad pale strokes."""
        rng = self.rng
        h, w = shape
        residue = np.zeros(shape, np.float32)
        for _ in range(int(rng.integers(1, 5))):
            centre = int(rng.integers(-w // 4, w + w // 4)), int(rng.integers(-3 * h, 4 * h))
            axes = int(rng.uniform(0.4, 4) * h), int(rng.uniform(0.4, 4) * h)
            cv2.ellipse(residue, centre, axes, float(rng.uniform(0, 180)), 0, 360, 1.0, int(rng.integers(1, max(2, h // 6))))
        return residue * rng.uniform(0.08, 0.4) * np.clip(0.8 + 0.3 * self.cut(self.clouds[1], shape), 0, 1)

    def blurred(self, ink: np.ndarray, height: float) -> np.ndarray:
        rng = self.rng
        draw = rng.random()
        if draw < 0.6:
            return cv2.GaussianBlur(ink, (0, 0), 0.25 + self.strength * rng.uniform(0, 0.038) * height)
        if draw < 0.75:
            length = max(2, int(round(self.strength * rng.uniform(0.04, 0.13) * height)))
            kernel = np.zeros((length, length), np.float32)
            angle = rng.uniform(0, np.pi)
            half = (length - 1) / 2
            for step in np.linspace(-half, half, 2 * length):
                kernel[int(round(half + step * np.sin(angle))), int(round(half + step * np.cos(angle)))] = 1
            return cv2.filter2D(cv2.GaussianBlur(ink, (0, 0), 0.4), -1, kernel / kernel.sum())
        return ink

    def on_paper(self, ink: np.ndarray, height: float) -> np.ndarray:
        """Paper of some grey with gradients, guilloche, texture and shadow; ink of some contrast."""
        rng = self.rng
        h, w = ink.shape
        white = rng.uniform(120, 255)
        contrast = rng.uniform(0.25, 1.0) * white if self.happens(0.7) else rng.uniform(0.7, 1.0) * white
        paper = np.full((h, w), white, np.float32)
        if self.happens(0.4):
            paper += np.linspace(-1, 1, w, dtype=np.float32)[None] * rng.normal(0, 18)
        if self.happens(0.1):
            edge = int(rng.integers(0, w))
            shadow = np.ones(w, np.float32)
            shadow[:edge] = rng.uniform(0.55, 0.9)
            paper *= cv2.GaussianBlur(shadow[None], (0, 0), rng.uniform(1, 8))
        if self.happens(0.3):
            y, x = np.mgrid[0:h, 0:w].astype(np.float32)
            for _ in range(int(rng.integers(1, 3))):
                angle, period = rng.uniform(0, np.pi), rng.uniform(0.15, 1.5) * height
                bend = rng.uniform(0, 0.5) * height * np.sin(x / (rng.uniform(0.5, 3) * height) + rng.uniform(0, 6))
                wave = np.sin(2 * np.pi * (y * np.cos(angle) + x * np.sin(angle) + bend) / period)
                sharp = rng.uniform(0.5, 4)
                paper += rng.uniform(0.03, 0.13) * contrast * np.clip(wave * sharp, -1, 1)
        if self.happens(0.3):
            paper += self.cut(self.clouds[rng.integers(0, 3)], (h, w)) * rng.uniform(1, 0.06 * contrast + 1)
        return paper * (1 - ink * np.float32(contrast / white))

    def through_file(self, grey: np.ndarray, height: float) -> np.ndarray:
        """Sensor noise, resampling, sharpening and JPEG."""
        rng = self.rng
        contrast = 255 * 0.5
        if self.happens(0.15):
            h, w = grey.shape
            less = rng.uniform(0.55, 0.9) if height > 18 else rng.uniform(0.75, 0.95)
            small = cv2.resize(grey, (int(w * less), int(h * less)), interpolation=cv2.INTER_AREA)
            grey = cv2.resize(small, (w, h), interpolation=cv2.INTER_CUBIC if rng.random() < 0.5 else cv2.INTER_LINEAR)
        if self.happens(0.2):
            grey = grey + rng.uniform(0.3, 1.2) * (grey - cv2.GaussianBlur(grey, (0, 0), rng.uniform(0.7, 2)))
        if rng.random() < 0.7:
            grey = grey + self.cut(self.noise, grey.shape) * rng.uniform(0.5, 0.06 * contrast * self.strength + 0.5)
        picture = np.clip(grey, 0, 255).astype(np.uint8)
        if rng.random() < 0.5:
            quality = [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(35, 95))]
            picture = cv2.imdecode(cv2.imencode(".jpg", picture, quality)[1], cv2.IMREAD_GRAYSCALE)
        return picture


def divided(grey: np.ndarray, block: int) -> np.ndarray:
    """The paper made white: `GreyImage.dividedByBackground` of the reader."""
    h, w = grey.shape
    rows, columns = -(-h // block), -(-w // block)
    padded = np.zeros((rows * block, columns * block), np.uint8)
    padded[:h, :w] = grey
    paper = padded.reshape(rows, block, columns, block).max((1, 3)).astype(np.float32)
    paper = cv2.blur(cv2.dilate(paper, np.ones((3, 3))), (3, 3), borderType=cv2.BORDER_REPLICATE)
    paper = cv2.resize(paper, (columns * block, rows * block), interpolation=cv2.INTER_LINEAR)[:h, :w]
    return np.minimum(grey / np.maximum(paper, 1) * 250, 255).astype(np.uint8)
