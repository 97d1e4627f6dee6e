// What belongs to a result is derived from its 16-byte secret: HKDF-SHA256 (RFC 5869) with an empty salt.
import { utf8 } from "./bytes.js";

async function derived(secret, info, length) {
  const key = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const parameters = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: utf8(info) };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, 8 * length));
}

/** Ten bytes: where the result is found. */
export const locatorOf = (secret) => derived(secret, "kanhe/loc/1", 10);
export const fileKeyOf = (secret) => derived(secret, "kanhe/pdf/1", 32);
export const pictureKeyOf = (secret) => derived(secret, "kanhe/page1/1", 32);
