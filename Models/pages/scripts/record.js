// A COSE_Sign1 (RFC 9052, 4.2): protected { 1: -7, 4: kid }, unprotected exactly {}, payload, signature r‖s in the
// one form with the smaller s. The locator is bound as external_aad.
import { Fault, compared, joined, utf8 } from "./bytes.js";
import { Entries, decoded, encodedArray, encodedBytes, encodedText, isBytes } from "./cbor.js";

const halfOrder = Uint8Array.from(
  "7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8".match(/../g),
  (digits) => parseInt(digits, 16),
);

/** `{ kid, payload, … }`, well formed and not yet verified. */
export function recordOf(bytes) {
  try {
    const [guarded, open, payload, signature, ...more] = decoded(bytes);
    const header = decoded(guarded).labelled;
    const kid = header.get(4);
    const isStrict =
      more.length === 0 && open instanceof Entries && open.pairs.length === 0 && isBytes(payload) &&
      isBytes(signature) && signature.length === 64 && header.size === 2 && header.get(1) === -7 &&
      isBytes(kid) && kid.length === 8;
    if (isStrict) return { bytes, kid, guarded, payload, signature };
  } catch { /* said below */ }
  throw new Fault("malformedRecord");
}

/** The payload, once it verifies under `key` for the result at `locator`; `what` is what was signed. */
export async function verifiedPayload(record, key, locator, what = "kanhe/qr/1") {
  const message = encodedArray(
    encodedText("Signature1"), encodedBytes(record.guarded),
    encodedBytes(joined(utf8(what), locator)), encodedBytes(record.payload),
  );
  if (!(await isSignedBy(key, record.signature, message))) throw new Fault("wrongSignature");
  return record.payload;
}

/** ES256: r‖s, of the two forms that are valid only the one with the smaller s. */
export async function isSignedBy(key, signature, message) {
  const isCanonical = signature.length === 64 && compared(signature.subarray(32), halfOrder) <= 0;
  return isCanonical && crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, signature, message);
}
