"""Trains the character network on freshly drawn crops, on one CPU core.

Every crop is seen twice, some thousand steps apart. The learning rate falls along half a cosine; a running mean of the
weights is what is kept.
"""

from __future__ import annotations

import argparse
import copy
import math
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

import classes
from crops import CropSource
from network import CharacterNetwork, standardised

BATCH = 256


class Pool:
    """Crops that are replaced while they are used."""

    def __init__(self, source: CropSource, size: int, fresh: int) -> None:
        self.source, self.fresh = source, fresh
        self.pictures, self.numbers, _ = source.take(size)
        self.oldest = 0

    def batch(self, rng: np.random.Generator) -> tuple[torch.Tensor, torch.Tensor]:
        pictures, numbers, _ = self.source.take(self.fresh)
        places = np.arange(self.oldest, self.oldest + self.fresh) % len(self.numbers)
        self.pictures[places], self.numbers[places] = pictures, numbers
        self.oldest = int(places[-1] + 1) % len(self.numbers)
        chosen = rng.integers(0, len(self.numbers), BATCH)
        shift = rng.integers(-1, 2, 2)
        moved = np.roll(self.pictures[chosen], tuple(int(s) for s in shift), (1, 2))
        return torch.from_numpy(moved), torch.from_numpy(self.numbers[chosen])


def evaluated(network: CharacterNetwork, pictures: np.ndarray, numbers: np.ndarray) -> tuple[float, float]:
    """Share of characters read right, and share of rejects rejected."""
    network.eval()
    with torch.no_grad():
        found = [
            network(standardised(torch.from_numpy(pictures[i : i + 256]))).argmax(1) for i in range(0, len(pictures), 256)
        ]
    network.train()
    right = torch.cat(found).numpy() == numbers
    return float(right[numbers > 0].mean()), float(right[numbers == 0].mean())


def train(arguments: argparse.Namespace) -> None:
    torch.set_num_threads(1)
    torch.manual_seed(arguments.seed)
    rng = np.random.default_rng(arguments.seed)
    measured = CropSource(arguments.atlas, seed=99, held_back=True, strength=1.0)
    test = measured.take(3000)
    network = CharacterNetwork(len(classes.all_classes()))
    if arguments.start:
        network.load_state_dict(torch.load(arguments.start, weights_only=True))
    mean = copy.deepcopy(network)
    optimizer = torch.optim.AdamW(network.parameters(), arguments.rate, weight_decay=1e-2, betas=(0.9, 0.99), fused=True)
    pool = Pool(CropSource(arguments.atlas, arguments.seed), arguments.pool, BATCH // 2)
    started, loss_mean = time.process_time(), None
    network.train()
    for step in range(arguments.steps):
        along = step / arguments.steps
        rate = arguments.rate * min(1, (step + 1) / 200) * max(0.01, 0.5 * (1 + math.cos(math.pi * along)))
        for group in optimizer.param_groups:
            group["lr"] = rate
        pictures, numbers = pool.batch(rng)
        with torch.autocast("cpu", torch.bfloat16):
            logits = network(standardised(pictures))
        loss = functional.cross_entropy(logits.float(), numbers)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        loss_mean = loss.item() if loss_mean is None else 0.98 * loss_mean + 0.02 * loss.item()
        if step % 4 == 3:
            keep = min(0.99, (step + 1) / (step + 100))
            with torch.no_grad():
                for kept, new in zip(mean.state_dict().values(), network.state_dict().values(), strict=True):
                    kept.lerp_(new, 1 - keep) if kept.is_floating_point() else kept.copy_(new)
        if step % arguments.report == arguments.report - 1 or step + 1 == arguments.steps:
            right, rejected = evaluated(mean, test[0], test[1])
            spent = time.process_time() - started
            print(
                f"step {step + 1} cpu {spent:.0f} s loss {loss_mean:.3f} held-back fonts: right {100 * right:.2f} % "
                f"rejected {100 * rejected:.1f} %", flush=True,
            )
            torch.save(mean.state_dict(), arguments.weights)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--atlas", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True, help="file to write")
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--steps", type=int, default=16000)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--pool", type=int, default=150_000, help="crops kept in memory")
    parser.add_argument("--report", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
