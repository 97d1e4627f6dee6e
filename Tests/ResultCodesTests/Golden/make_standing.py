#!/usr/bin/env python3
"""Makes standing.json: proofs that a record is in a log, and status list tokens, genuine ones and ones of every kind that
is not, each with the answer that every reader must give. Uses none of Kanhe's code; the tests read what it made.
"""
import base64
import hashlib
import hmac
import json
import pathlib
import zlib

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, utils

from make_frames import base64url, keys, stranger
from make_vector import ORDER, key, kid, record

NOW = 1800000000
ADDRESS = "https://fw.example.gov.cn/status/3"
NAME = "fw.example.gov.cn/log"
salt = bytes(range(16))


def b64(b):
    return base64.b64encode(b).decode()


def leaf(entry):
    return hashlib.sha256(b"\0" + entry).digest()


def root(leaves):
    if len(leaves) == 1:
        return leaves[0]
    split = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\1" + root(leaves[:split]) + root(leaves[split:])).digest()


def path(index, leaves):
    if len(leaves) == 1:
        return []
    split = 1 << (len(leaves) - 1).bit_length() - 1
    if index < split:
        return path(index, leaves[:split]) + [root(leaves[split:])]
    return path(index - split, leaves[split:]) + [root(leaves[:split])]


def note_key(private, name=NAME):
    point = private.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    ident = hashlib.sha256(name.encode() + b"\n\x01" + point).digest()[:4]
    return ident, f"{name}+{ident.hex()}+{b64(bytes([1]) + point)}"


def note(text, private, name=NAME):
    ident, _ = note_key(private, name)
    return f"{text}\n— {name} {b64(ident + private.sign(text.encode()))}\n"


def proof(size, index, *, of=record, with_salt=salt, private=None, origin=NAME, change=lambda hashes: hashes, claim=None):
    entry = hmac.new(with_salt, b"kanhe/log/1" + of, hashlib.sha256).digest()
    leaves = [leaf(bytes([i % 256, i // 256])) for i in range(size)]
    leaves[index] = leaf(entry)
    checkpoint = note(f"{origin}\n{size}\n{b64(root(leaves))}\n", private or log)
    hashes_ = "".join(b64(h) + "\n" for h in change(path(index, leaves)))
    return f"c2sp.org/tlog-proof@v1\nextra {b64(salt)}\nindex {index if claim is None else claim}\n{hashes_}\n{checkpoint}"


log = ed25519.Ed25519PrivateKey.from_private_bytes(hashlib.sha256(b"kanhe golden log").digest())
other = ed25519.Ed25519PrivateKey.from_private_bytes(hashlib.sha256(b"another log").digest())
good = proof(300, 150)
_, key_text = note_key(log)
lines = good.split("\n")
proofs = [("one entry", True, proof(1, 0)), ("two", True, proof(2, 1)), ("seven", True, proof(7, 6)), ("300", True, good),
          ("last of 300", True, proof(300, 299)), ("first of 256", True, proof(256, 0))]
proofs.append(("signed by others too", True, good + f"— witness.example {b64(bytes(68))}\n"))
for name, text in [
    ("another record", proof(300, 150, of=record + b"\0")), ("another salt", proof(300, 150, with_salt=bytes(16))),
    ("another index", proof(300, 150, claim=151)), ("index with a zero in front", good.replace("index 150", "index 0150")),
    ("index out of the tree", proof(300, 150, claim=300)), ("negative index", proof(300, 150, claim=-1)),
    ("path too short", proof(300, 150, change=lambda p: p[:-1])), ("path too long", proof(300, 150, change=lambda p: p + [bytes(32)])),
    ("path in another order", proof(300, 150, change=lambda p: p[::-1])), ("hash of 31 bytes", proof(300, 150, change=lambda p: [p[0][:31]] + p[1:])),
    ("another log's key", proof(300, 150, private=other)), ("origin of another log", proof(300, 150, origin="another.example/log")),
    ("not signed", good[: good.index("—")]), ("signature changed", good[:-4] + ("A" if good[-4] != "A" else "B") + good[-3:]),
    ("root changed", good.replace(lines[-4], b64(bytes(32)))), ("size changed", good.replace("\n300\n", "\n301\n")),
    ("own signature once right, once wrong", good + f"— {NAME} {b64(note_key(log)[0] + bytes(64))}\n"),
    ("other format", good.replace("@v1", "@v2")), ("no salt", good.replace(lines[1] + "\n", "")), ("empty", ""), ("text", "not found\n"),
]:
    proofs.append((name, False, text))


def part(value):
    return base64url(json.dumps(value, separators=(",", ":")).encode())


def token(*, head=None, body=None, by=key, high=False, lst=None, **changes):
    revoked = bytearray(8192)
    for place in (0, 7, 8, 48211, 65535):
        revoked[place // 8] |= 1 << place % 8
    header = {"alg": "ES256", "kid": kid.hex(), "typ": "statuslist+jwt", **(head or {})}
    payload = {"exp": NOW + 3600, "iat": NOW, "status_list": {"bits": 1, "lst": lst or base64url(zlib.compress(bytes(revoked), 9))},
               "sub": ADDRESS, "ttl": 300, **(body or {})}
    text = f"{part(header)}.{part(payload)}"
    r, s = utils.decode_dss_signature(by.sign(text.encode(), ec.ECDSA(hashes.SHA256())))
    s = max(s, ORDER - s) if high else min(s, ORDER - s)
    return f"{text}.{base64url(r.to_bytes(32, 'big') + s.to_bytes(32, 'big'))}"


fine = token()
tokens = [(f"place {place}", fine, place, place in (0, 7, 8, 48211, 65535)) for place in (0, 1, 6, 7, 8, 9, 48210, 48211, 48212, 65535)]
for name, text, place in [
    ("place out of the list", fine, 65536), ("too old", token(body={"exp": NOW - 1, "iat": NOW - 3600}), 1),
    ("from the future", token(body={"iat": NOW + 600}), 1), ("valid for a month", token(body={"exp": NOW + 30 * 86400}), 1),
    ("of another list", token(body={"sub": ADDRESS + "0"}), 1), ("two bits", token(body={"status_list": {"bits": 2, "lst": "eJwDAAAAAAE"}}), 1),
    ("no type", token(head={"typ": "JWT"}), 1), ("no algorithm", token(head={"alg": "none"}), 1),
    ("another key", token(by=stranger), 1), ("key that is not listed", token(head={"kid": "00" * 8}), 1), ("high s", token(high=True), 1),
    ("signature cut", fine[:-2], 1), ("no signature", fine[: fine.rindex(".") + 1], 1), ("four parts", fine + ".AA", 1),
    ("payload changed", fine.replace(".", ".A", 1), 1), ("no zlib", token(lst=base64url(bytes(20))), 1),
    ("too long", token(lst=base64url(zlib.compress(bytes(3 << 20), 9))), 1), ("empty", "", 1), ("text", "not found", 1),
]:
    tokens.append((name, text, place, None))

pathlib.Path(__file__).with_name("standing.json").write_text(json.dumps({
    "record": record.hex(), "log": key_text, "keys": keys, "address": ADDRESS, "now": NOW,
    "proofs": [{"name": name, "answer": answer, "text": text} for name, answer, text in proofs],
    "tokens": [{"name": name, "answer": answer, "place": place, "text": text} for name, text, place, answer in tokens],
}, ensure_ascii=False, indent=1) + "\n")
print(len(proofs), len(tokens))
