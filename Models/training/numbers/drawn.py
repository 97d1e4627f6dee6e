"""Drawn lines with what they say, the same ones for the same seed."""

import dataclasses
import pathlib
import random

import numpy as np

import damage
import prepared
import printed
import typefaces

SHARES = {"id_number": 0.36, "credit_code": 0.22, "vin": 0.14, "mrz": 0.28}
"""How often each kind is trained."""
MACHINE_SHARE = {"id_number": 0.35, "credit_code": 0.08, "vin": 0.05, "mrz": 0.7}
"""How often a kind is set in OCR-B."""
SEVERITY_SHARES = {"clean": 0.2, "light": 0.27, "medium": 0.27, "hard": 0.26}


@dataclasses.dataclass
class Line:
    """A picture of a line, 8-bit grey."""

    kind: str
    text: str
    typeface: str
    picture: np.ndarray


class Drawer:
    """Draws lines without end."""

    def __init__(self, files: list[pathlib.Path], seed: int) -> None:
        self._rng = random.Random(seed)
        faces = [typefaces.Typeface(file) for file in files]
        machine = [face for face in faces if face.file.name.startswith("OCRB")]
        # OCRBL slants, which no document does.
        self._machine = [face for face in machine for _ in range(1 if face.file.name == "OCRBL.otf" else 8)]
        self._usual = [face for face in faces if not face.file.name.startswith("OCRB")]

    def photograph(self, kind: str | None = None, severity: str | None = None) -> Line:
        """A line as a scanner or camera saw it."""
        rng = self._rng
        kind = kind or rng.choices(list(SHARES), list(SHARES.values()))[0]
        severity = severity or rng.choices(list(SEVERITY_SHARES), list(SEVERITY_SHARES.values()))[0]
        text = printed.KINDS[kind](rng)
        machine = bool(self._machine) and (not self._usual or rng.random() < MACHINE_SHARE[kind])
        face = rng.choice(self._machine if machine else self._usual)
        spacing = rng.choice([0, 0, 0, 1, 2, 3, 5, 8, 12]) if kind != "mrz" else rng.choice([0, 0, 0, -1, 1, 2])
        heavy = kind == "id_number" and rng.random() < 0.4
        picture = damage.photographed(rng, face.line(text, spacing), damage.SEVERITIES[severity], heavy)
        return Line(kind, text, face.file.name, picture)

    def line(self) -> Line:
        """A line as the network is to see it, its cut varied."""
        while True:
            line = self.photograph()
            line.picture = prepared.line_image(line.picture, self._rng)
            # What was cut too badly to be read teaches guessing.
            if line.picture.shape[1] > 6 * len(line.text):
                return line
