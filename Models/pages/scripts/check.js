// From what stands behind `#` to a verified record and its file. Reads as the steps that are taken.
import { Fault, hex, same } from "./bytes.js";
import { claimsOf } from "./claims.js";
import { digitsOf } from "./digits.js";
import { frameOf } from "./frame.js";
import { pdfOf, pictureOf } from "./hidden.js";
import { checkTime, keyNamed } from "./keys.js";
import { recordOf, verifiedPayload } from "./record.js";
import { locatorOf } from "./secret.js";
import { standingOf } from "./standing.js";

/**
 * `register` gives promises: keys(), record(), proof() (null: there is none), status(list), and of the encrypted files
 * pdf() and picture() (null: there is none).
 */
export async function codeChecked(fragment, digits, register) {
  const frame = frameOf(fragment);
  const locator = await locatorOf(frame.secret);
  if (digitsOf(locator) !== digits) throw new Fault("locatorDiffers");
  const record = frame.record ?? recordOf(await register.record());
  const key = await keyNamed(hex(record.kid), await register.keys());
  const claims = claimsOf(await verifiedPayload(record, key.verifying, locator));
  checkTime(key, claims.issuedAt);
  return { secret: frame.secret, locator, record, key, claims };
}

/** `now` in seconds since 1970. */
export async function resultChecked(fragment, digits, register, now) {
  const code = await codeChecked(fragment, digits, register);
  const { secret, locator, key, claims } = code;
  if (!same(await register.record(), code.record.bytes)) throw new Fault("notRegistered");
  const [pdf, storedPicture, standing] = await Promise.all([
    register.pdf().then((stored) => pdfOf(stored, secret, locator, claims)), register.picture(),
    standingOf(code, register, now),
  ]);
  const picture = storedPicture ? await pictureOf(storedPicture, secret, locator, key) : null;
  return { ...code, pdf, picture, standing };
}
