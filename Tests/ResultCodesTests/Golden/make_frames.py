#!/usr/bin/env python3
"""Makes frames.json: codes that are genuine, and one of every kind that is not, each with the answer that every reader
must give. Like make_vector.py it uses none of Kanhe's code. The tests read what it made.
"""
import base64
import hashlib
import json
import pathlib

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils

from make_vector import ORDER, cbor, claims, derive, digits, head, key, kid, locator, pdf, record, secret, x, y

CONTEXT = b"kanhe/qr/1"


def signed(payload, *, by=key, named=kid, protected=None, unprotected=b"\xa0", at=locator, context=CONTEXT, high=False):
    protected = cbor({1: -7, 4: named}) if protected is None else protected
    message = cbor(["Signature1", protected, context + at, payload])
    r, s = utils.decode_dss_signature(by.sign(message, ec.ECDSA(hashes.SHA256())))
    s = max(s, ORDER - s) if high else min(s, ORDER - s)
    signature = r.to_bytes(32, "big") + s.to_bytes(32, "big")
    return head(4, 4) + cbor(protected) + unprotected + cbor(payload) + cbor(signature)


def with_claims(change):
    changed = {label: value for label, value in {**claims, **change}.items() if value is not None}
    return signed(cbor(changed))


def base64url(b):
    return base64.urlsafe_b64encode(b).rstrip(b"=").decode()


def full(cose):
    return digits(b"\x10" + secret + cose)


def entry(name, answer, fragment, *, path=None, fetched=None):
    entries.append({"name": name, "answer": answer, "locator": path or digits(locator), "fragment": fragment,
                    "fetched": fetched.hex() if fetched is not None else None})


entries = []
payload = cbor(claims)
good = signed(payload)
frame = full(good)
stranger = ec.derive_private_key(int.from_bytes(hashlib.sha256(b"another key").digest(), "big"), ec.SECP256R1())
other = bytes(range(1, 17))

entry("full", "genuine", frame)
entry("pointer", "genuine", digits(b"\x20" + secret), fetched=good)
entry("no expiry, no status", "genuine", full(with_claims({4: None, -6: None})))

entry("nothing behind #", "incomplete", "")
for name, text in [("letters", "abc"), ("one digit", "1"), ("odd length", frame[:-1]), ("group too large", "99999999999999999"),
                   ("white space", frame + " "), ("other digits", "０" + frame[1:]), ("sign", "+" + frame[1:])]:
    entry(name, "malformedURL", text)
entry("secret cut short", "malformedURL", digits(b"\x20" + secret[:15]))
entry("pointer with more", "malformedURL", digits(b"\x20" + secret + b"\0"))
entry("larger than any code", "malformedURL", digits(b"\x10" + secret + bytes(400)))
for first in (0x00, 0x11, 0x1F, 0x21, 0x30, 0xF0):
    entry(f"first byte {first:02x}", "newerReaderNeeded", digits(bytes([first]) + secret + good))

entry("secret of another result", "locatorDiffers", digits(b"\x10" + other + good))
entry("address of another result", "locatorDiffers", frame, path=digits(derive(other, b"kanhe/loc/1", 10)))

for name, cose in [
    ("nothing", b""), ("byte after the end", good + b"\0"), ("cut short", good[:-1]), ("tagged", b"\xd2" + good),
    ("three parts", head(4, 3) + good[1:-66]), ("unprotected not empty", signed(payload, unprotected=cbor({4: kid}))),
    ("unprotected of indefinite length", signed(payload, unprotected=b"\xbf\xff")),
    ("longer head", good[:1] + b"\x58\x0d" + good[2:]),
    ("protected empty", signed(payload, protected=b"")),
    ("other algorithm", signed(payload, protected=cbor({1: -8, 4: kid}))),
    ("third header", signed(payload, protected=cbor({1: -7, 4: kid, 5: b"x"}))),
    ("kid too short", signed(payload, protected=cbor({1: -7, 4: kid[:7]}))),
    ("kid as text", signed(payload, protected=cbor({1: -7, 4: "c7a46785"}))),
    ("header keys out of order", signed(payload, protected=b"\xa2\x04\x48" + kid + b"\x01\x26")),
    ("header key twice", signed(payload, protected=b"\xa2\x01\x26\x01\x26")),
    ("signature of 63 bytes", good[:-66] + head(2, 63) + good[-63:]),
    ("payload detached", head(4, 4) + cbor(cbor({1: -7, 4: kid})) + b"\xa0\xf6" + good[-66:]),
]:
    entry(f"record: {name}", "malformedRecord", full(cose))
entry("pointer: fetched record not strict", "malformedRecord", digits(b"\x20" + secret), fetched=good + b"\0")

entry("key that is not listed", "keyUnknown", full(signed(payload, by=stranger, named=b"\1" * 8)))
for name, cose in [
    ("forged under a listed name", signed(payload, by=stranger)), ("claims changed", good.replace(b"2026", b"2027")),
    ("last byte changed", good[:-1] + bytes([good[-1] ^ 1])), ("high s", signed(payload, high=True)),
    ("zeros", good[:-64] + bytes(64)), ("signed for another result", signed(payload, at=derive(other, b"kanhe/loc/1", 10))),
    ("signed as a picture", signed(payload, context=b"kanhe/page1/1")),
]:
    entry(f"signature: {name}", "wrongSignature", full(cose))
entry("pointer: fetched record of another result", "wrongSignature", digits(b"\x20" + secret),
      fetched=signed(payload, at=derive(other, b"kanhe/loc/1", 10)))

entry("claim that is not known", "newerReaderNeeded", full(with_claims({-7: 1})))
for name, change in [
    ("no issuer", {1: None}), ("issuer empty", {1: ""}), ("issuer a number", {1: 5}), ("kind too long", {-1: "证" * 43, -2: "1", -3: "*", -6: None}),
    ("direction turned", {-2: "A\u202eB"}), ("line break", {-2: "A\nB"}), ("no width", {-3: "张\u200b*"}),
    ("no date of issue", {6: None}), ("issued before 1970", {6: -1}), ("issued after 9999", {6: 253402300800}),
    ("expires before it was issued", {4: 1795000000}), ("expiry a text", {4: "1953000000"}), ("hash too short", {-4: b"1"}),
    ("hash a text", {-4: "1" * 32}), ("empty file", {-5: 0}), ("file too large", {-5: (64 << 20) + 1}),
    ("huge number", {-5: 2**62}), ("status of three", {-6: [1, 2, 3]}), ("status negative", {-6: [3, -1]}),
]:
    entry(f"claims: {name}", "malformedClaims", full(with_claims(change)))
for name, raw in [
    ("no map", cbor([1])), ("byte after the end", payload + b"\0"), ("longer number", payload.replace(b"\x19\x96\x09", b"\x1a\0\0\x96\x09")),
    ("no UTF-8", payload.replace("佛".encode(), b"\xe4\xbd\xff")), ("surrogate", payload.replace("佛".encode(), b"\xed\xa0\x80")),
    ("text as key", cbor({"1": 1})), ("float", b"\xa1\x01\xf9\x3c\x00"), ("too deep", b"\xa1\x01\x81\x81\x81\x81\x00"),
]:
    entry(f"payload: {name}", "malformedClaims", full(signed(raw)))

keys = {"keys": [{"kty": "EC", "crv": "P-256", "alg": "ES256", "use": "sig", "kid": kid.hex(), "nbf": 1790000000,
                  "exp": 2000000000, "x": base64url(x), "y": base64url(y)}]}
if __name__ == "__main__":
    pathlib.Path(__file__).with_name("frames.json").write_text(
        json.dumps({"keys": keys, "codes": entries}, ensure_ascii=False, indent=1) + "\n")
    print(len(entries))
