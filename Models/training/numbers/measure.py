"""Measures the number model on drawn lines, in typefaces it was never trained on, beside Debian's models.

    python measure.py --model Models/tessdata --lines 200

Every reader gets the same pictures and the same alphabets. Prints a table and, with --json, writes the figures.
"""

import argparse
import json
import pathlib
import time

import cv2
import numpy as np

import drawn
import prepared
import printed
import tesseract
import typefaces

ALPHABETS = {
    "id_number": "0123456789X",
    "credit_code": printed.CREDIT_CODE,
    "vin": printed.VIN,
    "mrz": printed.MRZ,
}


def figures(engine: tesseract.Engine, lines: list[drawn.Line]) -> dict[str, object]:
    """How many lines were read exactly, in what time, and how sure the reader was of right and of wrong ones."""
    began = time.process_time()
    readings = [engine.read(line.picture, ALPHABETS[line.kind]) for line in lines]
    spent = time.process_time() - began
    sure: dict[bool, list[float]] = {True: [], False: []}
    alike = 0
    for line, reading in zip(lines, readings):
        sure[reading.text == line.text].append(reading.confidence)
        alike += reading.text.replace("O", "0") == line.text.replace("O", "0")
    result: dict[str, object] = {
        "lines": len(lines),
        "exact": round(len(sure[True]) / len(lines), 4),
        "exact_but_for_O_and_0": round(alike / len(lines), 4),
        "milliseconds": round(1000 * spent / len(lines), 2),
    }
    if sure[True]:
        result["confidence_right_1_10_50"] = [round(float(q), 3) for q in np.percentile(sure[True], [1, 10, 50])]
    if sure[False]:
        result["confidence_wrong_50_90_99"] = [round(float(q), 3) for q in np.percentile(sure[False], [50, 90, 99])]
    return result


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=pathlib.Path, required=True, help="folder of numbers.traineddata")
    parser.add_argument("--tessdata", type=pathlib.Path, default="/usr/share/tesseract-ocr/5/tessdata")
    parser.add_argument("--fonts", type=pathlib.Path, nargs="+", default=[pathlib.Path("/usr/share/fonts")])
    parser.add_argument("--lines", type=int, default=200, help="lines per kind and severity")
    parser.add_argument("--seed", type=int, default=90210)
    parser.add_argument("--peers", nargs="*", default=["eng", "chi_sim"])
    parser.add_argument("--json", type=pathlib.Path)
    return parser.parse_args()


def main() -> None:
    options = arguments()
    cv2.setNumThreads(1)
    engines = {"numbers": tesseract.Engine(options.model, "numbers", tesseract.RAW_LINE)}
    engines |= {name: tesseract.Engine(options.tessdata, name, tesseract.SINGLE_LINE) for name in options.peers}
    drawer = drawn.Drawer(typefaces.found(typefaces.HELD_OUT, options.fonts), options.seed)
    table: dict[str, dict[str, dict[str, object]]] = {}
    for severity in drawn.SEVERITY_SHARES:
        for kind in printed.KINDS:
            lines = [drawer.photograph(kind, severity) for _ in range(options.lines)]
            for line in lines:
                line.picture = prepared.line_image(line.picture)
            cell = {name: figures(engine, lines) for name, engine in engines.items()}
            table[f"{kind}/{severity}"] = cell
            print(f"{kind:12} {severity:7}", end="")
            for name, one in cell.items():
                print(f"  {name} {100 * float(str(one['exact'])):5.1f} % {one['milliseconds']:5} ms", end="")
            print(flush=True)
    if options.json:
        options.json.write_text(json.dumps(table, indent=2) + "\n")


if __name__ == "__main__":
    main()
