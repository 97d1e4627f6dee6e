"""What the character reader can print: 通用规范汉字表, variants that stand in names, and what is mixed with them."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "characters"

#: Class 0: nothing that the reader knows, or no whole character.
REJECT = ""

DIGITS = "0123456789"
LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
#: Marks that stand in names, addresses, company names and scopes. One class for the full-width and the half-width
#: form: a picture of one character does not tell them apart.
MARKS = "·（），。、；：—-/〇“”《》&+#*%￥.【】"
#: Drawn for a class beside its own character.
OTHER_FORMS = {"（": "(", "）": ")", "，": ",", "；": ";", "：": ":", "·": "•・", "—": "―", "-": "－–"}


def read(name: str) -> list[str]:
    """The characters of one file, one a line."""
    lines = (FOLDER / name).read_text(encoding="utf-8").split()
    return [line.strip() for line in lines if line.strip()]


def levels() -> list[list[str]]:
    """The three levels of 通用规范汉字表 (State Council, 2013): 3,500, 3,000 and 1,605 characters."""
    return [read(f"level-{level}.txt") for level in (1, 2, 3)]


def variants() -> list[str]:
    """Characters outside the table that people's names are printed with."""
    return read("name-variants.txt")


def han() -> list[str]:
    """Every Han character that is a class."""
    return [c for level in levels() for c in level] + variants()


def all_classes() -> list[str]:
    """Class number to text; 0 is rejection."""
    classes = [REJECT, *han(), *DIGITS, *LATIN, *MARKS]
    if len(set(classes)) != len(classes):
        raise ValueError("a character is listed twice")
    return classes
