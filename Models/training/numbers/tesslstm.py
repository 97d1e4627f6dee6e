"""Reads and writes Tesseract 5 models: the container, the `lstm` component, the character set and its recoder.

Formats: ccutil/tessdatamanager.cpp, lstm/*.cpp (Network::Serialize and its overrides), lstm/weightmatrix.cpp,
ccutil/unicharset.cpp and ccutil/unicharcompress.cpp of Tesseract 5.3. All numbers are little-endian.
"""

import dataclasses
import struct
from typing import Any

import numpy as np

COMPONENTS = 24
LSTM, UNICHARSET, RECODER, VERSION = 17, 21, 22, 23

Node = dict[str, Any]
"""One layer of the network with its `stack` of inner layers or its `weights`."""


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data, self.offset = data, 0

    def numbers(self, form: str) -> Any:
        values = struct.unpack_from("<" + form, self.data, self.offset)
        self.offset += struct.calcsize("<" + form)
        return values[0] if len(values) == 1 else values

    def raw(self, count: int) -> bytes:
        part = self.data[self.offset : self.offset + count]
        if len(part) != count:
            raise ValueError("the model ends too early")
        self.offset += count
        return part

    def text(self) -> str:
        return self.raw(self.numbers("I")).decode()

    def matrix(self, kind: str) -> np.ndarray:
        rows, columns = self.numbers("II")
        self.raw(np.dtype(kind).itemsize)  # GENERIC_2D_ARRAY's empty element
        return np.frombuffer(self.raw(rows * columns * np.dtype(kind).itemsize), kind).reshape(rows, columns)


def unpacked(container: bytes) -> dict[int, bytes]:
    """The components of a `.traineddata` file by number."""
    reader = _Reader(container)
    count = reader.numbers("I")
    starts = [*(reader.numbers("q") for _ in range(count)), len(container)]
    present = [start for start in starts if start >= 0]
    return {
        number: container[start : min(other for other in present if other > start)]
        for number, start in enumerate(starts[:-1])
        if start >= 0
    }


def packed(components: dict[int, bytes]) -> bytes:
    """A `.traineddata` file."""
    offset = 4 + 8 * COMPONENTS
    starts, bodies = [], []
    for number in range(COMPONENTS):
        body = components.get(number)
        starts.append(-1 if body is None else offset)
        if body is not None:
            bodies.append(body)
            offset += len(body)
    return struct.pack(f"<I{COMPONENTS}q", COMPONENTS, *starts) + b"".join(bodies)


INT_MODE, DOUBLE_FLAG = 1, 128


def _weights(reader: _Reader) -> np.ndarray:
    """Rows of outputs, columns of inputs and last the bias; int8 rows are multiplied out by their scales."""
    mode = reader.numbers("B")
    if not mode & DOUBLE_FLAG:
        raise ValueError("a model older than Tesseract 4.1")
    if not mode & INT_MODE:
        return reader.matrix("<f8").copy()
    rows = reader.matrix("<i1").astype(np.float64)
    scales = np.frombuffer(reader.raw(8 * reader.numbers("I")), "<f8")
    return rows * scales[: len(rows), None]


def _layer(reader: _Reader) -> Node:
    if reader.numbers("b") != 0:
        raise ValueError("not a network of Tesseract 4 or later")
    node: Node = {"type": reader.text()}
    for name, form in (("training", "b"), ("backprop", "b"), ("flags", "i"), ("inputs", "i"), ("outputs", "i")):
        node[name] = reader.numbers(form)
    node["count"] = reader.numbers("i")
    node["name"] = reader.text()
    kind = node["type"]
    if kind == "Input":
        node["numbers"] = reader.numbers("5i")
    elif kind in ("Convolve", "Maxpool", "Reconfig"):
        node["numbers"] = reader.numbers("2i")
    elif kind in ("Series", "RTLReversed", "XYTranspose", "Parallel"):
        node["stack"] = [_layer(reader) for _ in range(reader.numbers("I"))]
        if node["flags"] & 64:
            reader.raw(4 * reader.numbers("I"))  # learning rates of single layers, of no use here
            node["flags"] &= ~64
    elif kind in ("LSTM", "SummLSTM"):
        node["states"] = reader.numbers("i")
        node["weights"] = [_weights(reader) for _ in range(4)]
    elif kind in ("Softmax", "Tanh", "Relu", "Linear", "Logistic"):
        node["weights"] = [_weights(reader)]
    else:
        raise ValueError(f"unknown layer {kind}")
    return node


@dataclasses.dataclass
class Model:
    """The `lstm` component: the network, its specification and what the recogniser needs beside it."""

    network: Node
    spec: str
    flags: int
    iterations: int
    samples: int
    null: int
    rates: tuple[float, float, float]


def read_model(data: bytes) -> Model:
    """Decodes an `lstm` component, int8 or float."""
    reader = _Reader(data)
    network = _layer(reader)
    return Model(network, reader.text(), *reader.numbers("iiii"), reader.numbers("fff"))


def _text(text: str) -> bytes:
    return struct.pack("<I", len(text.encode())) + text.encode()


def _matrix(values: np.ndarray, kind: str) -> bytes:
    body = np.ascontiguousarray(values, kind)
    return struct.pack("<II", *body.shape) + bytes(body.itemsize) + body.tobytes()


def _int8(weights: np.ndarray) -> bytes:
    """WeightMatrix::ConvertToInt: each row by its own largest weight, halves away from zero."""
    scales = np.abs(weights).max(1) / 127
    ratios = weights / np.where(scales == 0, 1, scales)[:, None]
    rows = np.sign(ratios) * np.floor(np.abs(ratios) + 0.5)
    header = struct.pack("<B", INT_MODE | DOUBLE_FLAG)
    return header + _matrix(rows, "<i1") + struct.pack("<I", len(scales)) + scales.astype("<f8").tobytes()


def _written(node: Node) -> bytes:
    out = struct.pack("<b", 0) + _text(node["type"])
    # TS_DISABLED: Tesseract need not keep what only training wants.
    out += struct.pack("<bbiiii", 0, node["backprop"], node["flags"], node["inputs"], node["outputs"], node["count"])
    out += _text(node["name"])
    if "numbers" in node:
        out += struct.pack(f"<{len(node['numbers'])}i", *node["numbers"])
    if "stack" in node:
        out += struct.pack("<I", len(node["stack"])) + b"".join(_written(inner) for inner in node["stack"])
    if "states" in node:
        out += struct.pack("<i", node["states"])
    return out + b"".join(_int8(weights) for weights in node.get("weights", []))


def written_model(model: Model) -> bytes:
    """Encodes an int8 `lstm` component."""
    counts = struct.pack("<iiii", model.flags | INT_MODE, model.iterations, model.samples, model.null)
    return _written(model.network) + _text(model.spec) + counts + struct.pack("<fff", *model.rates)


NULL = 2
"""The code that means no character; UNICHARSET's third entry, |Broken|, which no line contains."""
FIRST = 3
"""The code of the first character."""


def unicharset(characters: str) -> bytes:
    """A character set: three entries that every one has, then the characters."""
    lines = [str(FIRST + len(characters)), "NULL 0 Common 0"]
    lines.append("Joined 7 0,255,0,255,0,0,0,0,0,0 Latin 1 0 1 Joined\t# Joined [4a 6f 69 6e 65 64 ]a")
    lines.append("|Broken|0|1 f 0,255,0,255,0,0,0,0,0,0 Common 2 10 2 |Broken|0|1\t# Broken")
    for code, one in enumerate(characters, FIRST):
        # Properties of ccutil/unicharset.h: 1 letter, 4 capital, 8 digit, 16 punctuation. Script and direction (Unicode).
        if one.isdigit():
            properties, script, direction = "8", "Common", 2
        elif one.isalpha():
            properties, script, direction = "5", "Latin", 0
        else:
            properties, script, direction = "0", "Common", 10
        kind = {"8": "0", "5": "A", "0": ""}[properties]
        line = f"{one} {properties} 0,255,0,255,0,0,0,0,0,0 {script} {code} {direction} {code} {one}"
        lines.append(f"{line}\t# {one} [{ord(one):x} ]{kind}")
    return ("\n".join(lines) + "\n").encode()


def recoder(characters: str) -> bytes:
    """Every character is its own code (UnicharCompress in pass-through)."""
    count = FIRST + len(characters)
    codes = b"".join(struct.pack("<bIi", 1, 1, code) for code in range(count))
    return struct.pack("<I", count) + codes


def read_codes(character_set: bytes, recoding: bytes) -> dict[str, int]:
    """The code of every character of a model that is coded by a single number."""
    entries = [line.split(" ")[0] for line in character_set.decode().split("\n")[1:]]
    reader = _Reader(recoding)
    codes: dict[str, int] = {}
    for entry in range(reader.numbers("I")):
        reader.numbers("b")
        length = reader.numbers("I")
        numbers = [reader.numbers("i") for _ in range(length)]
        if length == 1 and entry < len(entries):
            codes[entries[entry]] = numbers[0]
    return codes
