"""Puts a trained number model into `Models/tessdata` with the manifest that Kanhe checks it against.

    python publish.py --work work --measured work/measured.json --out Models/tessdata
"""

import argparse
import hashlib
import json
import pathlib
import shutil

import torch

import printed
import typefaces

RECIPE = 1
"""Raised whenever the same seed would no longer make the same model."""


def sha256(file: pathlib.Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--measured", type=pathlib.Path)
    parser.add_argument("--base", type=pathlib.Path, default="/usr/share/tesseract-ocr/5/tessdata/eng.traineddata")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    model = options.out / "numbers.traineddata"
    shutil.copyfile(options.work / "numbers.traineddata", model)
    kept = torch.load(options.work / "checkpoint.pt")
    entry = {
        "name": "numbers",
        "file": model.name,
        "sha256": sha256(model),
        "bytes": model.stat().st_size,
        "characters": printed.CHARACTERS,
        "for": sorted(printed.KINDS),
        "recipe": "Models/training/numbers",
        "recipe_version": RECIPE,
        "base": {"package": "tesseract-ocr-eng", "file": "eng.traineddata", "sha256": sha256(options.base)},
        "licence": "Apache-2.0",
        "trained_lines": kept["seen"],
        "trained_steps": kept["steps"],
        "held_out_typefaces": typefaces.HELD_OUT,
    }
    if options.measured:
        entry["measured"] = json.loads(options.measured.read_text())
    manifest = {"models": [entry]}
    (options.out / "manifest.json").write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
