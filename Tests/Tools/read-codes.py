#!/usr/bin/env python3
"""Reads the QR codes of pages with zxing-cpp: FOLDER holds NAME.png and, in NAME.txt, what the code must say.

Ends with 1 where a code was not read, or says something else.
"""

import argparse
import sys
from pathlib import Path

import zxingcpp
from PIL import Image


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    expected = {path: path.with_suffix(".txt").read_text() for path in sorted(parser.parse_args().folder.glob("*.png"))}
    missed = [path.name for path, text in expected.items() if text not in texts(path)]
    print(f"zxing-cpp: {len(expected) - len(missed)} of {len(expected)}", *missed)
    return 1 if missed or not expected else 0


def texts(path: Path) -> list[str]:
    """What the QR codes on a picture say."""
    with Image.open(path) as picture:
        return [code.text for code in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)]


if __name__ == "__main__":
    sys.exit(main())
