"""The file that the Swift reader loads: classes and 8-bit weights, little-endian, no padding.

    8 bytes   "KANHECR1"
    u32       side of the input in pixels
    f32       side of the cut square in ink heights of the line
    f32       temperature that the logits are divided by
    u32       bytes of the class list, then the classes in UTF-8, each ended by a line feed; the first, empty, is rejection
    u32       number of layers, then each layer:
      u32 rows, u32 columns, u32 kind (0 convolution 3 × 3, 1 dense), u32 stride, u32 pooling (0 or 2)
      f32 × rows             scale of a row
      f32 × rows             bias of a row
      i8  × rows × columns   weight = scale × value; of a convolution the columns run over (y, x, input channel)

Every layer but the last two is followed by ReLU, then by max pooling where it says so. Batch normalisation is folded in.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np

MAGIC = b"KANHECR1"


@dataclass
class Layer:
    """One matrix of weights with its bias, and how it is used."""

    weights: np.ndarray
    bias: np.ndarray
    kind: int
    stride: int = 1
    pooling: int = 0

    def quantised(self) -> tuple[np.ndarray, np.ndarray]:
        scale = np.abs(self.weights).max(1) / 127
        scale[scale == 0] = 1
        return scale.astype("<f4"), np.round(self.weights / scale[:, None]).astype("i1")

    def rounded(self) -> "Layer":
        """With the weights that the reader will see."""
        scale, values = self.quantised()
        return Layer(scale[:, None] * values.astype(np.float32), self.bias, self.kind, self.stride, self.pooling)

    def packed(self) -> bytes:
        scale, values = self.quantised()
        head = struct.pack("<5I", *self.weights.shape, self.kind, self.stride, self.pooling)
        return head + scale.tobytes() + self.bias.astype("<f4").tobytes() + values.tobytes()


def write(path: Path, side: int, square: float, temperature: float, classes: list[str], layers: list[Layer]) -> None:
    """Writes the container."""
    names = "".join(name + "\n" for name in classes).encode("utf-8")
    parts = [MAGIC, struct.pack("<IffI", side, square, temperature, len(names)), names, struct.pack("<I", len(layers))]
    path.write_bytes(b"".join(parts + [layer.packed() for layer in layers]))
