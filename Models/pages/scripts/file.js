// Whether a PDF is, byte for byte, one that was issued. The file stays here; its SHA-256 is asked for.
import { Fault, hex, same, sha256 } from "./bytes.js";
import { claimsOf } from "./claims.js";
import { bytesOf } from "./digits.js";
import { checkTime, keyNamed } from "./keys.js";
import { recordOf, verifiedPayload } from "./record.js";
import { answer, standingAskedOf } from "./register.js";
import { standingOf } from "./standing.js";

/**
 * The claims of the record that was signed for exactly this file, where its result is found, and its standing in log and status
 * list: what is signed, and registered by whoever broke in there, is not yet logged.
 */
export async function fileChecked(file, address) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const digest = await sha256(bytes);
  const found = await answer(`/f/${hex(digest)}`);
  if (found.status === 404) throw new Fault("fileUnknown");
  if (!found.ok) throw new Fault("network");
  const digits = found.headers.get("kanhe-locator") ?? "";
  const locator = bytesOf(digits);
  if (digits.length !== 25 || !locator) throw new Fault("malformedRecord");
  const record = recordOf(new Uint8Array(await found.arrayBuffer()));
  const register = standingAskedOf(digits, address);
  const key = await keyNamed(hex(record.kid), await register.keys());
  const claims = claimsOf(await verifiedPayload(record, key.verifying, locator));
  checkTime(key, claims.issuedAt);
  if (!same(claims.pdfSHA256, digest) || claims.pdfBytes !== bytes.length) throw new Fault("fileDiffers");
  const now = timeOf(found);
  return { digits, claims, key, now, standing: await standingOf({ record, claims, key }, register, now) };
}

/** The server's time in seconds since 1970: a phone's clock may be wrong. */
const timeOf = (response) => (Date.parse(response.headers.get("date") ?? "") || Date.now()) / 1000;

/** What the server says of the result's state. */
export async function statusOf(digits) {
  const response = await answer(`/q/${digits}`, { method: "HEAD" });
  if (!response.ok) throw new Fault("network");
  return response.headers.get("kanhe-state");
}
