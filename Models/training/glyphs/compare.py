"""Measures the network and the gradient reader on the same crops of held-back fonts, clean to blurred."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch

import classes
import fonts
from crops import CropSource
from export import layers, logits, with_weights
from gradient_reader import GradientReader, features, fitted
from network import CharacterNetwork

#: Style of type by the font's name: gothic, Song and Fang, Kai.
STYLES = {"sans": 0, "hei": 0, "kai": 2}


def style(name: str) -> int:
    return next((number for part, number in STYLES.items() if part in name), 1)


def gradient_reader(atlas: Path, count: int) -> GradientReader:
    source = CropSource(atlas, seed=5, strength=0.8)
    styles = np.array([style(font.name) for font in fonts.chosen(held_back=False)])
    found, numbers, kinds = [], [], []
    for _ in range(0, count, 2000):
        pictures, wanted, drawn_with = source.take(2000)
        found.append(features(pictures))
        numbers.append(wanted)
        kinds.append(styles[drawn_with])
    return fitted(np.concatenate(found), np.concatenate(numbers), np.concatenate(kinds), len(classes.all_classes()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--atlas", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--fit", type=int, default=100_000, help="crops that the gradient reader is fitted on")
    parser.add_argument("--count", type=int, default=4000, help="crops a row")
    parser.add_argument("--gradient", type=Path, help="file to keep the fitted gradient reader in (.npz)")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    names = classes.all_classes()
    network = CharacterNetwork(len(names))
    network.load_state_dict(torch.load(arguments.weights, weights_only=True))
    network = with_weights(network.eval(), [matrix.rounded() for matrix in layers(network.eval())])
    if arguments.gradient and arguments.gradient.exists():
        gradient = GradientReader(**np.load(arguments.gradient))
    else:
        gradient = gradient_reader(arguments.atlas, arguments.fit)
        if arguments.gradient:
            np.savez(arguments.gradient, mean=gradient.mean, projection=gradient.projection, prototypes=gradient.prototypes)
    one, two, three = (set(level) for level in classes.levels())
    print("crops | network | gradient | same wrong | network level 1 / 2 / 3 / other | network by font")
    for strength, low, high in ((0.25, 22, 40), (0.6, 18, 40), (1.0, 14, 36), (1.0, 11, 18), (1.6, 11, 28)):
        source = CropSource(arguments.atlas, seed=31, held_back=True, strength=strength, height=(low, high))
        source.rejects = 0
        pictures, numbers, drawn_with = source.take(arguments.count)
        keep = numbers > 0
        pictures, numbers, drawn_with = pictures[keep], numbers[keep], drawn_with[keep]
        first = logits(network, pictures).argmax(1).numpy()
        second = gradient.scores(pictures)
        second[:, 0] = -1
        second = second.argmax(1)
        right, also = first == numbers, second == numbers
        same = (first == second) & ~right
        levels = [
            100 * right[[names[n] in level for n in numbers]].mean() for level in (one, two, three, set(names) - one - two - three)
        ]
        by_font = " ".join(
            f"{font.name} {100 * right[drawn_with == n].mean():.1f}" for n, font in enumerate(fonts.chosen(held_back=True))
        )
        print(
            f"strength {strength} {low}-{high} px | {100 * right.mean():.2f} | {100 * also.mean():.2f} | {100 * same.mean():.2f} | "
            + " / ".join(f"{level:.1f}" for level in levels) + f" | {by_font}", flush=True,
        )


if __name__ == "__main__":
    main()
