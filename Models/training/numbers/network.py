"""The PyTorch twin of `[1,36,0,1 Ct3,3,16 Mp3,3 Lfys48 Lfx96 Lrx96 Lfx192 O1c]`, Tesseract's network for `eng`."""

import numpy as np
import torch
from torch import nn
from torch.nn import functional

import tesslstm


def _layers(model: tesslstm.Model) -> list[tesslstm.Node]:
    """Convolution, the four LSTMs and the top, inside what wraps them."""
    stack = model.network["stack"]
    convolution = stack[1]["stack"][1]
    upwards = stack[3]["stack"][0]
    backwards = stack[5]["stack"][0]
    return [convolution, upwards, stack[4], backwards, stack[6], stack[7]]


class Network(nn.Module):
    """Lines of 36 rows to the scores of every code at every third column."""

    def __init__(self, codes: int) -> None:
        super().__init__()
        self.convolution = nn.Conv2d(1, 16, 3)
        self.upwards = nn.LSTM(16, 48)
        self.forwards = nn.LSTM(48, 96)
        self.backwards = nn.LSTM(96, 96)
        self.last = nn.LSTM(96, 192)
        self.top = nn.Linear(192, codes)

    def forward(self, lines: torch.Tensor) -> torch.Tensor:
        """[batch, rows, columns] from -1 to 1 to [steps, batch, codes]."""
        batch, rows, columns = lines.shape
        # Tesseract fills what a convolution sees beyond the picture with noise.
        framed = torch.empty(batch, 1, rows + 2, columns + 2).uniform_(-1, 1)
        framed[:, 0, 1:-1, 1:-1] = lines
        features = functional.max_pool2d(torch.tanh(self.convolution(framed)), 3)
        _, channels, height, steps = features.shape
        pillars = features.permute(2, 3, 0, 1).reshape(height, steps * batch, channels)
        seen = self.upwards(pillars)[0][-1].reshape(steps, batch, -1)
        seen = self.forwards(seen)[0]
        seen = self.backwards(seen.flip(0))[0].flip(0)
        return self.top(self.last(seen)[0])

    def _recurrent(self) -> list[nn.LSTM]:
        return [self.upwards, self.forwards, self.backwards, self.last]

    @torch.no_grad()
    def take(self, model: tesslstm.Model, codes: dict[str, int], characters: str) -> None:
        """Weights of a Tesseract model; of its top, the rows of the characters that both know."""
        convolution, *recurrent, top = _layers(model)
        weights = convolution["weights"][0]
        # Tesseract stacks the window column by column.
        self.convolution.weight.copy_(torch.tensor(weights[:, :9].reshape(16, 1, 3, 3).transpose(0, 1, 3, 2).copy()))
        self.convolution.bias.copy_(torch.tensor(weights[:, 9]))
        for layer, node in zip(self._recurrent(), recurrent):
            cell, entering, forgetting, leaving = node["weights"]
            gates = torch.tensor(np.concatenate([entering, forgetting, cell, leaving]))
            inputs = layer.input_size
            layer.weight_ih_l0.copy_(gates[:, :inputs])
            layer.weight_hh_l0.copy_(gates[:, inputs:-1])
            layer.bias_ih_l0.copy_(gates[:, -1])
            layer.bias_hh_l0.zero_()
        known = {tesslstm.NULL: model.null}
        known |= {tesslstm.FIRST + place: codes[one] for place, one in enumerate(characters) if one in codes}
        rows = torch.tensor(top["weights"][0])
        for own, theirs in known.items():
            self.top.weight[own].copy_(rows[theirs, :-1])
            self.top.bias[own].copy_(rows[theirs, -1])

    @torch.no_grad()
    def give(self, model: tesslstm.Model) -> None:
        """Puts the weights into a Tesseract model of the same shape, whose top may have another size."""
        convolution, *recurrent, top = _layers(model)
        windows = self.convolution.weight.numpy()[:, 0].transpose(0, 2, 1).reshape(16, 9)
        convolution["weights"] = [np.column_stack([windows, self.convolution.bias.numpy()]).astype(np.float64)]
        for layer, node in zip(self._recurrent(), recurrent):
            bias = (layer.bias_ih_l0 + layer.bias_hh_l0).numpy()
            gates = np.column_stack([layer.weight_ih_l0.numpy(), layer.weight_hh_l0.numpy(), bias]).astype(np.float64)
            entering, forgetting, cell, leaving = np.split(gates, 4)
            node["weights"] = [cell, entering, forgetting, leaving]
        top["weights"] = [np.column_stack([self.top.weight.numpy(), self.top.bias.numpy()]).astype(np.float64)]
        top["outputs"] = len(self.top.bias)
        _count(model.network)


def _count(node: tesslstm.Node) -> int:
    """Writes down how many weights each layer has."""
    inner = sum(_count(one) for one in node.get("stack", []))
    node["count"] = inner + sum(weights.size for weights in node.get("weights", []))
    return node["count"]


def container(network: Network, base: bytes, characters: str) -> bytes:
    """A `.traineddata` file: the network in int8, its characters, no dictionary."""
    components = tesslstm.unpacked(base)
    model = tesslstm.read_model(components[tesslstm.LSTM])
    network.give(model)
    model.null = tesslstm.NULL
    return tesslstm.packed(
        {
            tesslstm.LSTM: tesslstm.written_model(model),
            tesslstm.UNICHARSET: tesslstm.unicharset(characters),
            tesslstm.RECODER: tesslstm.recoder(characters),
            tesslstm.VERSION: components[tesslstm.VERSION] + b":kanhe",
        }
    )


def started(base: bytes, characters: str) -> Network:
    """A network with the weights of a Tesseract model and a top for other characters."""
    components = tesslstm.unpacked(base)
    network = Network(tesslstm.FIRST + len(characters))
    codes = tesslstm.read_codes(components[tesslstm.UNICHARSET], components[tesslstm.RECODER])
    network.take(tesslstm.read_model(components[tesslstm.LSTM]), codes, characters)
    return network
