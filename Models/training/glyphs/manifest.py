"""Writes Models/glyphs/manifest.json: what the weights are, where they come from, what was measured."""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import classes
import fonts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, required=True, help="Models/glyphs")
    parser.add_argument("--measured", type=Path, required=True, help="JSON object of figures to put in")
    arguments = parser.parse_args()
    name = "characters.bin"
    content = (arguments.folder / name).read_bytes()
    one, two, three = classes.levels()
    manifest = {
        "files": {name: {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}},
        "what": "Single-character reader, 8-bit weights; format in Models/training/glyphs/container.py",
        "recipe": "Models/training/glyphs",
        "classes": {
            "level_1": len(one), "level_2": len(two), "level_3": len(three), "name_variants": len(classes.variants()),
            "digits_latin_marks": len(classes.all_classes()) - 1 - len(classes.han()), "rejection": 1,
        },
        "sources": [
            {"font": font.name, "debian_package": font.package, "licence": font.licence,
             "used_for": "measuring only" if font.held_back else "training"}
            for font in fonts.FONTS
        ] + [{"list": "通用规范汉字表", "by": "State Council of China, 2013", "licence": "public standard"}],
        "licence": "as the project; weights hold no font outlines",
        "measured": json.loads(arguments.measured.read_text(encoding="utf-8")),
    }
    path = arguments.folder / "manifest.json"
    path.write_text(json.dumps(manifest, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
