#!/usr/bin/env python3
"""Makes vector.json without any of Kanhe's code, from the format's description alone.

Needs python3-cryptography. The tests do not run it: they read what it made.
"""
import hashlib
import json
import pathlib

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


def head(major, n):
    if n < 24:
        return bytes([major << 5 | n])
    for extra, size in ((24, 1), (25, 2), (26, 4), (27, 8)):
        if n < 1 << 8 * size:
            return bytes([major << 5 | extra]) + n.to_bytes(size, "big")


def cbor(v):
    if isinstance(v, int):
        return head(0, v) if v >= 0 else head(1, -1 - v)
    if isinstance(v, bytes):
        return head(2, len(v)) + v
    if isinstance(v, str):
        return head(3, len(v.encode())) + v.encode()
    if isinstance(v, list):
        return head(4, len(v)) + b"".join(map(cbor, v))
    return head(5, len(v)) + b"".join(k + x for k, x in sorted((cbor(k), cbor(x)) for k, x in v.items()))


def digits(b):
    out = ""
    for i in range(0, len(b), 7):
        g = b[i : i + 7]
        out += str(int.from_bytes(g, "big")).zfill([0, 3, 5, 8, 10, 13, 15, 17][len(g)])
    return out


def derive(secret, info, length):
    return HKDF(hashes.SHA256(), length, b"", info).derive(secret)


secret = bytes(range(16))
pdf = b"%PDF-1.7\n" + bytes(range(256)) * 150
key = ec.derive_private_key(int.from_bytes(hashlib.sha256(b"kanhe golden key").digest(), "big"), ec.SECP256R1())
point = key.public_key().public_numbers()
x, y = point.x.to_bytes(32, "big"), point.y.to_bytes(32, "big")
kid = hashlib.sha256(cbor({1: 2, -1: 1, -2: x, -3: y})).digest()[:8]
locator = derive(secret, b"kanhe/loc/1", 10)
claims = {
    1: "11440604MB2C000001",
    4: 1953000000,
    6: 1795000000,
    -1: "公共场所卫生许可决定书",
    -2: "云卫许字〔2026〕第0001号",
    -3: "佛山****餐饮店",
    -4: hashlib.sha256(pdf).digest(),
    -5: len(pdf),
    -6: [3, 48211],
}
payload, protected = cbor(claims), cbor({1: -7, 4: kid})
message = cbor(["Signature1", protected, b"kanhe/qr/1" + locator, payload])
r, s = utils.decode_dss_signature(key.sign(message, ec.ECDSA(hashes.SHA256())))
signature = r.to_bytes(32, "big") + min(s, ORDER - s).to_bytes(32, "big")
record = cbor([protected, {}, payload, signature])
prefix = "https://fw.example.gov.cn/q/" + digits(locator) + "#"
nonce = bytes(range(100, 112))
padded = pdf + bytes(-len(pdf) % 16384)
hidden = nonce + AESGCM(derive(secret, b"kanhe/pdf/1", 32)).encrypt(nonce, padded, locator)

if __name__ == "__main__":
    pathlib.Path(__file__).with_name("vector.json").write_text(
        json.dumps(
            {
                "key_pem": key.private_bytes(
                    serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
                ).decode(),
                "kid": kid.hex(),
                "secret": secret.hex(),
                "locator": digits(locator),
                "payload": payload.hex(),
                "signed_message": message.hex(),
                "record": record.hex(),
                "full_url": prefix + digits(b"\x10" + secret + record),
                "pointer_url": prefix + digits(b"\x20" + secret),
                "pdf_bytes": len(pdf),
                "pdf_sha256": hashlib.sha256(pdf).hexdigest(),
                "hidden_pdf_sha256": hashlib.sha256(hidden).hexdigest(),
                "hidden_pdf_nonce": nonce.hex(),
                "hidden_pdf_tag": hidden[-16:].hex(),
            },
            ensure_ascii=False,
            indent=1,
        )
        + "\n"
    )
