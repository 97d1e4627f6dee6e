// The encrypted files of a result: nonce ‖ ciphertext ‖ tag (AES-256-GCM), the locator as associated data.
import { Fault, same, sha256 } from "./bytes.js";
import { recordOf, verifiedPayload } from "./record.js";
import { fileKeyOf, pictureKeyOf } from "./secret.js";

async function opened(stored, rawKey, locator) {
  const key = await crypto.subtle.importKey("raw", rawKey, "AES-GCM", false, ["decrypt"]);
  const parameters = { name: "AES-GCM", iv: stored.subarray(0, 12), additionalData: locator };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters, key, stored.subarray(12)));
  } catch {
    throw new Fault("fileDiffers");
  }
}

const isZero = (bytes) => bytes.every((byte) => byte === 0);

/** Steps of 16 KiB up to 128 KiB, then eight steps to every doubling. */
export function paddedSize(count) {
  const step = Math.max(16384, 2 ** Math.floor(Math.log2(Math.max(1, count))) / 8);
  return Math.ceil(count / step) * step;
}

/** The sealed PDF, byte for byte the one that was signed for. */
export async function pdfOf(stored, secret, locator, claims) {
  if (stored.length !== paddedSize(claims.pdfBytes) + 28) throw new Fault("fileDiffers");
  const padded = await opened(stored, await fileKeyOf(secret), locator);
  const pdf = padded.subarray(0, claims.pdfBytes);
  if (!isZero(padded.subarray(claims.pdfBytes)) || !same(await sha256(pdf), claims.pdfSHA256)) {
    throw new Fault("fileDiffers");
  }
  return pdf;
}

/** The picture of page 1 (JPEG): length ‖ COSE_Sign1 ‖ zeros, signed by the key that signed the record. */
export async function pictureOf(stored, secret, locator, key) {
  const padded = await opened(stored, await pictureKeyOf(secret), locator);
  const length = padded.length < 4 ? -1 : new DataView(padded.buffer, padded.byteOffset).getUint32(0);
  const rest = padded.subarray(4 + Math.max(0, length));
  if (length < 0 || 4 + length > padded.length || !isZero(rest)) throw new Fault("fileDiffers");
  const record = recordOf(padded.slice(4, 4 + length));
  return verifiedPayload(record, key.verifying, locator, "kanhe/page1/1");
}
