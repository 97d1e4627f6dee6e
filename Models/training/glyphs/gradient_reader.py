"""A reader without a neural network, to compare with and to check the network by: gradient features and LDA.

Contrast stretch and moment normalisation (Casey 1970, Liu et al. 2003), gradient directions on 8 × 8 Gaussian windows
(Liu 2007, "Normalization-cooperated gradient feature extraction"), linear discriminant analysis, cosine to prototypes of
each class in three styles of type.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

SIDE, WINDOWS, DIRECTIONS, KEPT = 64, 8, 8, 128


def cleaned(ink: np.ndarray) -> np.ndarray:
    """uint8 ink to 0..1 with specks and paper gone."""
    level, _ = cv2.threshold(ink, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    high, low = ink[ink > level], ink[ink <= level]
    if len(high) < 4:
        return np.zeros(ink.shape, np.float32)
    dark, paper = float(np.percentile(high, 75)), float(np.median(low))
    if dark - paper < 8:
        return np.zeros(ink.shape, np.float32)
    value = np.clip((np.clip((ink.astype(np.float32) - paper) / (dark - paper), 0, 1) - 0.15) / 0.85, 0, 1)
    count, labels, stats, _ = cv2.connectedComponentsWithStats((value > 0.35).astype(np.uint8), connectivity=8)
    keep = np.zeros(count, np.uint8)
    keep[1:] = stats[1:, cv2.CC_STAT_AREA] >= 4
    return value * cv2.dilate(keep[labels], np.ones((3, 3), np.uint8))


def normalised(value: np.ndarray) -> np.ndarray:
    """Centroid and spread brought to the same place and size; SIDE × SIDE."""
    total = value.sum()
    if total <= 0:
        return np.zeros((SIDE, SIDE), np.float32)
    across, down = value.sum(0) / total, value.sum(1) / total
    xs, ys = np.arange(len(across)) + 0.5, np.arange(len(down)) + 0.5
    x, y = float(across @ xs), float(down @ ys)
    wide = max(1.0, 3.6 * float(np.sqrt(across @ (xs - x) ** 2)))
    high = max(1.0, 3.6 * float(np.sqrt(down @ (ys - y) ** 2)))
    narrow = float(np.sqrt(np.sin(np.pi / 2 * min(wide, high) / max(wide, high))))
    inner = SIDE - 12
    sx = inner / wide * (1 if wide >= high else narrow)
    sy = inner / high * (1 if high >= wide else narrow)
    matrix = np.array([[sx, 0, SIDE / 2 - sx * x + 0.5 * sx - 0.5], [0, sy, SIDE / 2 - sy * y + 0.5 * sy - 0.5]], np.float32)
    return cv2.warpAffine(value, matrix, (SIDE, SIDE), flags=cv2.INTER_LINEAR)


def windows() -> np.ndarray:
    centres = (np.arange(WINDOWS) + 0.5) * SIDE / WINDOWS - 0.5
    weights = np.exp(-0.5 * ((np.arange(SIDE)[:, None] - centres[None]) / (SIDE / WINDOWS * 0.65)) ** 2)
    return (weights / weights.sum(0)).astype(np.float32)


def features(crops: np.ndarray) -> np.ndarray:
    """uint8 crops to unit vectors of 512 values."""
    window = windows()
    found = np.zeros((len(crops), DIRECTIONS * WINDOWS * WINDOWS), np.float32)
    places = np.arange(SIDE * SIDE)
    planes = np.empty((DIRECTIONS, SIDE * SIDE), np.float32)
    for row, crop in enumerate(crops):
        picture = cv2.GaussianBlur(normalised(cleaned(crop)), (0, 0), 1.0)
        gx, gy = cv2.Sobel(picture, cv2.CV_32F, 1, 0), cv2.Sobel(picture, cv2.CV_32F, 0, 1)
        strength, angle = cv2.cartToPolar(gx, gy)
        angle = (angle * (DIRECTIONS / (2 * np.pi))).ravel()
        low = np.floor(angle).astype(np.int64)
        share, strength = angle - low, strength.ravel()
        planes[:] = 0
        planes[low % DIRECTIONS, places] = strength * (1 - share)
        planes[(low + 1) % DIRECTIONS, places] += strength * share
        found[row] = (window.T @ (planes.reshape(DIRECTIONS, SIDE, SIDE) @ window)).ravel()
    found /= found.sum(1, keepdims=True) + 1e-9
    found = np.sqrt(found)
    return found / (np.linalg.norm(found, axis=1, keepdims=True) + 1e-9)


@dataclass
class GradientReader:
    """The projection and, for every style of type, one prototype a class (zero where there is none)."""

    mean: np.ndarray
    projection: np.ndarray
    prototypes: np.ndarray

    def scores(self, crops: np.ndarray) -> np.ndarray:
        """Cosine to the nearest prototype of every class."""
        projected = unit((features(crops) - self.mean) @ self.projection)
        return np.max([projected @ style.T for style in self.prototypes], axis=0)


def unit(vectors: np.ndarray) -> np.ndarray:
    return vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)


def fitted(found: np.ndarray, numbers: np.ndarray, styles: np.ndarray, classes: int) -> GradientReader:
    """Fisher's discriminant in closed form, on features of crops; class 0 takes no part."""
    known = numbers > 0
    found, numbers, styles = found[known], numbers[known], styles[known]
    counts = np.bincount(numbers, minlength=classes)
    means = np.zeros((classes, found.shape[1]), np.float32)
    np.add.at(means, numbers, found)
    means /= np.maximum(counts, 1)[:, None]
    within = found - means[numbers]
    within = within.T @ within / len(within)
    mean = means[counts > 0].mean(0)
    between = means[counts > 0] - mean
    between = between.T @ between / len(between)
    values, vectors = np.linalg.eigh(within)
    whitening = (vectors / np.sqrt(values + 0.3 * values.mean())) @ vectors.T
    _, axes = np.linalg.eigh(whitening @ between @ whitening)
    projection = (whitening @ axes[:, ::-1][:, :KEPT]).astype(np.float32)
    projected = unit((found - mean) @ projection)
    prototypes = np.zeros((styles.max() + 1, classes, KEPT), np.float32)
    np.add.at(prototypes, (styles, numbers), projected)
    return GradientReader(mean, projection, np.stack([unit(style) for style in prototypes]))
