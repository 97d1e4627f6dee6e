"""What is printed on the lines: made-up ID numbers, credit codes, VINs and machine-readable zones.

A network that sees enough valid numbers learns their arithmetic and then repairs what it reads, which hides misreadings
from every later check. So at most a third of the lines of a kind carry valid check digits, a third the wrong ones in an
otherwise likely number, and a third are characters drawn at random, some of them too short or too long.
"""

import random
from collections.abc import Callable

DIGITS = "0123456789"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
CREDIT_CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # GB 32100-2015, table 1
VIN = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ"  # GB 16735-2019, 5: no I, O, Q
MRZ = DIGITS + LETTERS + "<"  # ICAO Doc 9303-3, 4.3
CHARACTERS = MRZ

PROVINCES = [11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61]
PROVINCES += [62, 63, 64, 65]
INITIALS = ["", "B", "P", "M", "F", "D", "T", "N", "L", "G", "K", "H", "J", "Q", "X", "ZH", "CH", "SH", "R", "Z", "C", "S"]
INITIALS += ["Y", "W"]
FINALS = ["A", "O", "E", "I", "U", "AI", "EI", "AO", "OU", "AN", "EN", "ANG", "ENG", "ONG", "IA", "IE", "IAO", "IU", "IAN"]
FINALS += ["IN", "IANG", "ING", "IONG", "UA", "UO", "UAI", "UI", "UAN", "UN", "UANG", "UE"]
STATES = ["CHN", "CHN", "CHN", "UTO", "USA", "GBR", "D<<", "FRA", "JPN", "KOR", "RUS", "VNM", "THA", "CAN", "AUS", "HKG"]


def chosen(rng: random.Random, alphabet: str, count: int) -> str:
    """Characters drawn uniformly."""
    return "".join(rng.choice(alphabet) for _ in range(count))


def division(rng: random.Random) -> str:
    """Six digits that look like a code of GB/T 2260."""
    return f"{rng.choice(PROVINCES)}{rng.randrange(1, 60):02d}{rng.randrange(1, 90):02d}"


def some_length(rng: random.Random, usual: int) -> int:
    """Now and then a line that was cut short or has something beside it."""
    return usual if rng.random() < 0.6 else rng.randrange(max(5, usual - 8), usual + 4)


def id_number(rng: random.Random) -> str:
    """A citizen identity number (GB 11643-1999)."""
    form = rng.random()
    if form < 0.34:
        length = some_length(rng, 18)
        digits = chosen(rng, DIGITS, length)
        place = length - 1 if rng.random() < 0.7 else rng.randrange(length)
        return digits[:place] + "X" + digits[place + 1 :] if rng.random() < 0.35 else digits
    date = f"{rng.randrange(1930, 2026):04d}{rng.randrange(1, 13):02d}{rng.randrange(1, 32):02d}"
    body = division(rng) + date + chosen(rng, DIGITS, 3)
    if form < 0.67:
        return body + rng.choice(DIGITS + "XX")
    total = sum(int(digit) * (2 ** (17 - index) % 11) for index, digit in enumerate(body))
    return body + "10X98765432"[total % 11]


def credit_code(rng: random.Random) -> str:
    """A unified social credit code (GB 32100-2015)."""
    form = rng.random()
    if form < 0.34:
        return chosen(rng, CREDIT_CODE, some_length(rng, 18))
    body = rng.choice(["91", "91", "91", "92", "92", "93", "11", "12", "51", "52", "53", "54", "N2"]) + division(rng)
    body += "MA" + chosen(rng, CREDIT_CODE, 7) if rng.random() < 0.7 else chosen(rng, DIGITS, 8) + rng.choice(CREDIT_CODE)
    if form < 0.67:
        return body + rng.choice(CREDIT_CODE)
    total = sum(CREDIT_CODE.index(one) * pow(3, index, 31) for index, one in enumerate(body))
    return body + CREDIT_CODE[(31 - total % 31) % 31]


def vin(rng: random.Random) -> str:
    """A vehicle identification number (GB 16735-2019); its check digit is left to chance."""
    if rng.random() < 0.34:
        return chosen(rng, VIN, some_length(rng, 17))
    maker = rng.choice(["L", "L", "L", "L", "W", "J", "K", "1", "5"]) + chosen(rng, VIN, 2)
    return maker + chosen(rng, VIN, 5) + chosen(rng, DIGITS + "X", 1) + chosen(rng, VIN, 2) + chosen(rng, DIGITS, 6)


def syllables(rng: random.Random, count: int) -> str:
    return "".join(rng.choice(INITIALS) + rng.choice(FINALS) for _ in range(count))


def name_parts(rng: random.Random) -> list[str]:
    """Surname and given names in capitals, some like pinyin, some like nothing."""
    if rng.random() < 0.4:
        return [chosen(rng, LETTERS, rng.randrange(2, 11)) for _ in range(rng.randrange(2, 4))]
    return [syllables(rng, 1)] + [syllables(rng, rng.randrange(1, 3)) for _ in range(rng.randrange(1, 3))]


def filled(text: str, length: int) -> str:
    return (text + "<" * length)[:length]


def check_digit(rng: random.Random, text: str, valid: bool) -> str:
    """ICAO Doc 9303-3, 4.9: weights 7, 3, 1."""
    if not valid:
        return rng.choice(DIGITS)
    return str(sum(max(0, MRZ.index(one) % 36) * (7, 3, 1)[index % 3] for index, one in enumerate(text)) % 10)


def mrz_names(rng: random.Random) -> str:
    """The line that names the holder: TD3 (44 characters), TD2 (36) or TD1 (30)."""
    parts = name_parts(rng)
    names = parts[0] + "<<" + "<".join(parts[1:])
    start = rng.choice("PPPPVIAC") + rng.choice("<<OEDST" + LETTERS) + rng.choice(STATES)
    form = rng.random()
    if form < 0.8:
        return filled(start + names, 44)
    return filled(start + names, 36) if form < 0.9 else filled(names, 30)


def mrz_numbers(rng: random.Random) -> str:
    """The second line of a TD3 zone."""
    valid = rng.random() < 0.5
    number = rng.choice([rng.choice("EGDPS") + chosen(rng, DIGITS, 8), chosen(rng, LETTERS, 2) + chosen(rng, DIGITS, 7)])
    number = chosen(rng, MRZ[:36], 9) if rng.random() < 0.3 else number
    state = chosen(rng, LETTERS, 3) if rng.random() < 0.3 else rng.choice(STATES)
    birth = f"{rng.randrange(100):02d}{rng.randrange(1, 13):02d}{rng.randrange(1, 32):02d}"
    expiry = f"{rng.randrange(10, 45):02d}{rng.randrange(1, 13):02d}{rng.randrange(1, 32):02d}"
    own = rng.choice(["<" * 14, chosen(rng, LETTERS, 14), filled(chosen(rng, MRZ[:36], rng.randrange(3, 14)), 14)])
    parts = [number, check_digit(rng, number, valid), state, birth, check_digit(rng, birth, valid), rng.choice("MF<")]
    parts += [expiry, check_digit(rng, expiry, valid), own, check_digit(rng, own, valid)]
    line = "".join(parts)
    return line + check_digit(rng, line[:10] + line[13:20] + line[21:43], valid)


def mrz_line(rng: random.Random) -> str:
    """A line of a machine-readable zone (ICAO Doc 9303-3 to -6)."""
    form = rng.random()
    if form < 0.35:
        return mrz_names(rng)
    if form < 0.7:
        return mrz_numbers(rng)
    return chosen(rng, MRZ, rng.choice([44, 44, 36, 30, rng.randrange(8, 44)]))


KINDS: dict[str, Callable[[random.Random], str]] = {
    "id_number": id_number,
    "credit_code": credit_code,
    "vin": vin,
    "mrz": mrz_line,
}
