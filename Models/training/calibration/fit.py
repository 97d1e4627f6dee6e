#!/usr/bin/env python3
"""Fits Models/calibration.yaml: how probable a reading is, from what speaks for it.

    kanhe bench DIR ... --evidence evidence.jsonl        (once for each folder of documents with truth)
    python Models/training/calibration/fit.py evidence.jsonl ... > Models/calibration.yaml

Every line of the input is one field; those that were read from a picture have evidence:
{"file": ..., "type": "name", "exact": true, "evidence": {"confidence": 3.1, "agreeing": 1, ...}}.

One logistic regression a type of field, by gradient descent with a quadratic penalty. The penalty pulls each type towards
one regression of all types together, so that a type with few errors does not become sure of itself: what was never
seen to fail is as reliable as its likes. A weight may only have the sign that makes sense - a second reader that agrees
never makes a reading less probable - so that nothing is learned from the accidents of a sample.

Half of the documents, by a hash of the file's name, are held back; expected calibration error and a reliability table of these
are printed to standard error.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np

# Features and the sign that their weights may have.
SIGNS = {
    "corroborated": 1,
    "confidence": 1, "agreeing": 1, "dissenting": -1, "seen_by_characters": 1, "character_score": 1,
    "character_margin": 1, "unexplained": -1, "unknown": -1, "unread_print": -1,
    "cutting": 1, "blur": -1, "known": 1,
}
NAMES = list(SIGNS)
BINS = (0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 1.0001)


def features(row: dict) -> list[float]:
    return [float(row["evidence"].get(name, 0)) for name in NAMES]


def sigmoid(x: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-np.clip(x, -30, 30)))


def fit(x: np.ndarray, y: np.ndarray, prior: np.ndarray, pull: float) -> np.ndarray:
    """Weights, the intercept last: the likeliest near `prior` with the signs allowed."""
    signs = np.array([SIGNS[name] for name in NAMES])
    design = np.hstack([x, np.ones((len(x), 1))])
    scale = np.maximum(1e-6, (design**2).mean(0))
    weights = prior.copy()
    for step in range(6000):
        gradient = design.T @ (sigmoid(design @ weights) - y) + pull * (weights - prior)
        weights = weights - 0.5 / (1 + step / 2000) * gradient / (len(x) * scale + pull)
        weights[:-1] = np.where(weights[:-1] * signs < 0, 0, weights[:-1])
    return weights


def table(title: str, probability: np.ndarray, exact: np.ndarray) -> float:
    """Prints a reliability table; the expected calibration error."""
    error = 0.0
    print(f"{title}: {len(exact)} fields", file=sys.stderr)
    for low, high in zip(BINS, BINS[1:]):
        inside = (probability >= low) & (probability < high)
        if inside.any():
            said, was = probability[inside].mean(), exact[inside].mean()
            error += inside.mean() * abs(said - was)
            print(f"  {low:.3f}-{min(1, high):.3f}  n {inside.sum():6}  said {said:.4f}  was {was:.4f}", file=sys.stderr)
    print(f"  expected calibration error {error:.4f}", file=sys.stderr)
    return error


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("evidence", type=Path, nargs="+")
    parser.add_argument("--pull", type=float, default=4.0, help="how strongly a type is held to all types together")
    options = parser.parse_args()

    rows = [json.loads(line) for path in options.evidence for line in path.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if row.get("evidence")]
    held = np.array([hashlib.sha256(row["file"].encode()).digest()[0] % 2 == 1 for row in rows])
    x, y = np.array([features(row) for row in rows]), np.array([float(row["exact"]) for row in rows])
    types = np.array([row["type"] for row in rows])

    together = fit(x[~held], y[~held], np.zeros(len(NAMES) + 1), 1.0)
    models: dict[str, np.ndarray] = {}
    said = np.zeros(len(rows))
    for name in sorted(set(types)):
        fitting = ~held & (types == name)
        models[name] = fit(x[fitting], y[fitting], together, options.pull) if fitting.any() else together
        ours = types == name
        said[ours] = sigmoid(np.hstack([x[ours], np.ones((ours.sum(), 1))]) @ models[name])
        if (held & ours).any():
            table(name, said[held & ours], y[held & ours])
    table("all types, held back", said[held], y[held])

    counts = defaultdict(int)
    for name in types[~held]:
        counts[name] += 1
    print("# How probable a reading is, by type of field. Written by Models/training/calibration/fit.py;")
    print("# Sources/Extraction/Reading/Evidence.swift says what the features are.")
    print("types:")
    for name, weights in models.items():
        pairs = ", ".join(f"{n}: {w:.4f}" for n, w in zip(NAMES, weights) if abs(w) > 5e-5)
        print(f"  # {counts[name]} readings")
        print(f"  {name}: {{intercept: {weights[-1]:.4f}, weights: {{{pairs}}}}}")


if __name__ == "__main__":
    main()
