"""Folds, calibrates and rounds a trained network, and writes the reader's container."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from torch import nn

import classes
import container
from crops import SIDE, SQUARE, CropSource
from network import CharacterNetwork, standardised


def folded(layer: nn.Module, norm: nn.Module) -> tuple[np.ndarray, np.ndarray]:
    """A layer's weights and bias with the batch normalisation behind it."""
    factor = (norm.weight / torch.sqrt(norm.running_var + norm.eps)).detach()
    weights = layer.weight.detach() * factor.view(-1, *[1] * (layer.weight.dim() - 1))
    return weights.numpy(), (norm.bias.detach() - norm.running_mean * factor).numpy()


def layers(network: CharacterNetwork) -> list[container.Layer]:
    """The network as matrices; rows are outputs, inputs run over (y, x, channel)."""
    body = network.body
    found = []
    for index, stride, pooling in ((0, 1, 2), (2, 1, 2), (4, 1, 0), (5, 2, 0)):
        weights, bias = folded(body[index][0], body[index][1])
        found.append(container.Layer(weights.transpose(0, 2, 3, 1).reshape(len(weights), -1), bias, 0, stride, pooling))
    weights, bias = folded(body[7], body[8])
    side = SIDE // 8
    weights = weights.reshape(len(weights), -1, side, side).transpose(0, 2, 3, 1).reshape(len(weights), -1)
    found.append(container.Layer(weights, bias, 1))
    found.append(container.Layer(network.head.weight.detach().numpy(), network.head.bias.detach().numpy(), 1))
    return found


def with_weights(network: CharacterNetwork, matrices: list[container.Layer]) -> CharacterNetwork:
    """A copy that computes with the matrices, to measure what rounding costs."""
    copy = CharacterNetwork(network.head.out_features)
    side = SIDE // 8
    for index, matrix in zip((0, 2, 4, 5), matrices[:4], strict=True):
        convolution, norm = copy.body[index][0], copy.body[index][1]
        channels = convolution.in_channels
        shaped = matrix.weights.reshape(-1, 3, 3, channels).transpose(0, 3, 1, 2)
        convolution.weight.data = torch.from_numpy(shaped.copy())
        set_norm(norm, matrix.bias)
    dense = matrices[4].weights.reshape(len(matrices[4].weights), side, side, -1).transpose(0, 3, 1, 2)
    copy.body[7].weight.data = torch.from_numpy(dense.reshape(len(dense), -1).copy())
    set_norm(copy.body[8], matrices[4].bias)
    copy.head.weight.data = torch.from_numpy(matrices[5].weights.copy())
    copy.head.bias.data = torch.from_numpy(matrices[5].bias.copy())
    return copy.eval()


def set_norm(norm: nn.Module, bias: np.ndarray) -> None:
    norm.running_mean.zero_()
    norm.running_var.fill_(1 - norm.eps)
    norm.weight.data.fill_(1)
    norm.bias.data = torch.from_numpy(bias.copy())


def logits(network: CharacterNetwork, pictures: np.ndarray) -> torch.Tensor:
    """For uint8 crops."""
    with torch.no_grad():
        parts = [network(standardised(torch.from_numpy(pictures[i : i + 256]))) for i in range(0, len(pictures), 256)]
    return torch.cat(parts)


def temperature(values: torch.Tensor, numbers: np.ndarray) -> float:
    """Makes the probabilities as likely as possible (Guo et al. 2017)."""
    wanted = torch.from_numpy(numbers)
    tried = np.arange(0.6, 2.5, 0.05)
    losses = [float(nn.functional.cross_entropy(values / t, wanted)) for t in tried]
    return float(tried[int(np.argmin(losses))])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--atlas", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True, help="characters.bin")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    names = classes.all_classes()
    network = CharacterNetwork(len(names))
    network.load_state_dict(torch.load(arguments.weights, weights_only=True))
    network.eval()
    matrices = layers(network)
    rounded = with_weights(network, [matrix.rounded() for matrix in matrices])
    pictures, numbers, _ = CropSource(arguments.atlas, seed=98, held_back=True).take(4000)
    for label, which in (("float", network), ("8-bit", rounded)):
        right = logits(which, pictures).argmax(1).numpy() == numbers
        print(f"{label}: {100 * right.mean():.2f} % of crops in held-back fonts")
    # On the fonts of the training, but crops that it has not seen: the fonts that are held back stay unseen.
    drawn, wanted, _ = CropSource(arguments.atlas, seed=97).take(4000)
    cold = temperature(logits(rounded, drawn), wanted)
    print(f"temperature {cold:.2f} (held-back fonts would want {temperature(logits(rounded, pictures), numbers):.2f})")
    container.write(arguments.output, SIDE, SQUARE, cold, names, matrices)
    print(arguments.output, arguments.output.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
