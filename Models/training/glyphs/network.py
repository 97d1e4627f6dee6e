"""The character network: four convolutions, an embedding, one row of weights a class."""

from __future__ import annotations

import torch
from torch import nn

from crops import SIDE

CHANNELS = (32, 48, 80, 128)
EMBEDDING = 128


def block(inputs: int, outputs: int, stride: int = 1) -> nn.Sequential:
    """3 × 3 convolution, batch normalisation, ReLU."""
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True)
    )


class CharacterNetwork(nn.Module):
    """SIDE × SIDE standardised ink to one logit a class."""

    def __init__(self, classes: int) -> None:
        super().__init__()
        a, b, c, d = CHANNELS
        side = SIDE // 8
        self.body = nn.Sequential(
            block(1, a), nn.MaxPool2d(2), block(a, b), nn.MaxPool2d(2), block(b, c), block(c, d, 2), nn.Flatten(),
            nn.Linear(d * side * side, EMBEDDING, bias=False), nn.BatchNorm1d(EMBEDDING),
        ).to(memory_format=torch.channels_last)
        self.head = nn.Linear(EMBEDDING, classes)

    def forward(self, ink: torch.Tensor) -> torch.Tensor:
        return self.head(self.body(ink))


def standardised(crops: torch.Tensor) -> torch.Tensor:
    """uint8 crops (n, SIDE, SIDE) to mean 0 and about deviation 1; noise on blank paper stays small."""
    ink = crops.float()[:, None]
    mean = ink.mean((1, 2, 3), keepdim=True)
    deviation = ink.std((1, 2, 3), keepdim=True, correction=0) + 8
    return ((ink - mean) / deviation).contiguous(memory_format=torch.channels_last)
