"""Trains the number model: drawn lines, Tesseract's own network, connectionist temporal classification, on a CPU.

    python train.py --lines 180000 --out work            # at a constant rate; can be stopped and resumed
    python train.py --lines 70000 --out work --resume --settle   # falling to nothing: the final model

Writes `numbers.traineddata` (int8, averaged weights) and `checkpoint.pt` into the folder every few minutes.
"""

import argparse
import collections
import pathlib
import random
import time
from collections.abc import Iterator

import cv2
import numpy as np
import torch
from torch.nn import functional

import drawn
import network
import prepared
import printed
import tesslstm
import typefaces

CODES = {one: tesslstm.FIRST + place for place, one in enumerate(printed.CHARACTERS)}
CHUNK = 768
MEMORY = 6_000
COLUMNS_PER_BATCH = 10_000
WIDTH_STEP = 32
"""Widths are rounded up: oneDNN prepares itself for every new shape."""
WARM_UP = 150
AVERAGE = 0.998
SAVE_SECONDS = 150


def batches(drawer: drawn.Drawer, rng: random.Random) -> Iterator[list[drawn.Line]]:
    """Lines of like widths, each shown twice: once fresh and once from memory."""
    memory: collections.deque[drawn.Line] = collections.deque(maxlen=MEMORY)
    while True:
        fresh = [drawer.line() for _ in range(CHUNK)]
        older = rng.sample(memory, min(len(memory), CHUNK))
        memory.extend(fresh)
        lines = sorted(fresh + older, key=lambda line: line.picture.shape[1])
        groups: list[list[drawn.Line]] = [[]]
        for line in lines:
            if (len(groups[-1]) + 1) * line.picture.shape[1] > COLUMNS_PER_BATCH:
                groups.append([])
            groups[-1].append(line)
        rng.shuffle(groups)
        yield from groups


def tensor(lines: list[drawn.Line], rng: random.Random) -> torch.Tensor:
    """[batch, 36, columns]; narrower lines stand at the left or anywhere on more of their own paper."""
    columns = -(-max(line.picture.shape[1] for line in lines) // WIDTH_STEP) * WIDTH_STEP
    batch = np.empty((len(lines), prepared.HEIGHT, columns), np.float32)
    for row, line in enumerate(lines):
        picture = prepared.normalized(line.picture)
        left = rng.randint(0, columns - picture.shape[1]) if rng.random() < 0.5 else 0
        batch[row, :, :left] = picture[:, :1]
        batch[row, :, left : left + picture.shape[1]] = picture
        batch[row, :, left + picture.shape[1] :] = picture[:, -1:]
    batch += np.random.default_rng(rng.randrange(1 << 31)).normal(0, 0.03, batch.shape[1:]).astype(np.float32)
    return torch.from_numpy(batch)


def right(scores: torch.Tensor, lines: list[drawn.Line]) -> int:
    """How many lines the best code at every step spells out exactly."""
    count = 0
    for row, line in zip(scores.argmax(-1).T.tolist(), lines):
        codes = [code for code, before in zip(row, [None, *row]) if code != before and code != tesslstm.NULL]
        count += codes == [CODES[one] for one in line.text]
    return count


class Trainer:
    """The network, its average and the optimiser, kept in a folder between runs."""

    def __init__(self, base: bytes, out: pathlib.Path, resume: bool) -> None:
        self.base, self.out = base, out
        self.net = network.started(base, printed.CHARACTERS)
        self.optimiser = torch.optim.Adam(self.net.parameters(), betas=(0.9, 0.99))
        self.steps = self.seen = 0
        if resume:
            kept = torch.load(out / "checkpoint.pt")
            self.net.load_state_dict(kept["net"])
            self.optimiser.load_state_dict(kept["optimiser"])
            self.steps, self.seen = kept["steps"], kept["seen"]
            self.average = kept["average"]
        else:
            self.average = {name: value.clone() for name, value in self.net.state_dict().items()}

    def step(self, lines: list[drawn.Line], rng: random.Random, rate: float) -> tuple[float, int]:
        """One update; the loss per line and how many lines were right before it."""
        for group in self.optimiser.param_groups:
            group["lr"] = rate * min(1, (self.steps + 1) / WARM_UP)
        with torch.autocast("cpu", torch.bfloat16):
            scores = self.net(tensor(lines, rng))
        scores = scores.float().log_softmax(-1)
        targets = torch.tensor([CODES[one] for line in lines for one in line.text])
        lengths = torch.tensor([len(line.text) for line in lines])
        steps = torch.full((len(lines),), scores.shape[0])
        loss = functional.ctc_loss(scores, targets, steps, lengths, blank=tesslstm.NULL, zero_infinity=True)
        self.optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 2.0)
        self.optimiser.step()
        self.steps += 1
        self.seen += len(lines)
        # A young average would remember the start for too long.
        keep = min(AVERAGE, (1 + self.steps) / (10 + self.steps))
        with torch.no_grad():
            for name, value in self.net.state_dict().items():
                self.average[name].lerp_(value, 1 - keep)
        return loss.item(), right(scores, lines)

    def save(self) -> None:
        """The checkpoint, and the model of the averaged weights."""
        state = {"net": self.net.state_dict(), "optimiser": self.optimiser.state_dict(), "average": self.average}
        torch.save(state | {"steps": self.steps, "seen": self.seen}, self.out / "checkpoint.pt")
        mean = network.Network(tesslstm.FIRST + len(printed.CHARACTERS))
        mean.load_state_dict(self.average)
        written = network.container(mean, self.base, printed.CHARACTERS)
        (self.out / "numbers.traineddata").write_bytes(written)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", type=int, default=180_000, help="lines to show in this run")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--base", type=pathlib.Path, default="/usr/share/tesseract-ocr/5/tessdata/eng.traineddata")
    parser.add_argument("--fonts", type=pathlib.Path, nargs="+", default=[pathlib.Path("/usr/share/fonts")])
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--settle", action="store_true", help="lower the rate to nothing over this run")
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


def main() -> None:
    options = arguments()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(options.threads)
    cv2.setNumThreads(options.threads)
    trainer = Trainer(options.base.read_bytes(), options.out, options.resume)
    start = trainer.seen
    torch.manual_seed(options.seed + start)
    rng = random.Random(options.seed + start)
    drawer = drawn.Drawer(typefaces.found(typefaces.TRAINING, options.fonts), options.seed + start)
    began = saved = time.monotonic()
    loss, exact, count = 0.0, 0, 0
    for lines in batches(drawer, rng):
        done = (trainer.seen - start) / options.lines
        if done >= 1:
            break
        lost, good = trainer.step(lines, rng, options.rate * (max(0.02, 1 - done) if options.settle else 1))
        loss, exact, count = loss + lost, exact + good, count + len(lines)
        now = time.monotonic()
        if now - saved > SAVE_SECONDS:
            trainer.save()
            saved = now
        if trainer.steps % 100 == 0:
            speed = (trainer.seen - start) / (now - began)
            print(f"{now - began:6.0f} s  {trainer.seen} lines  {speed:.0f}/s  loss {loss / 100:.4f}", end="  ")
            print(f"exact {100 * exact / count:.1f} %", flush=True)
            loss, exact, count = 0.0, 0, 0
    trainer.save()


if __name__ == "__main__":
    main()
