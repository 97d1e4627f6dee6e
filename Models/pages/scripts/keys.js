// The authority's issuing keys, from /.well-known/kanhe/jwks.json. A key is named by its own thumbprint, so that
// no other key can stand under its name.
import { Fault, fromBase64URL, hex, joined, sha256 } from "./bytes.js";
import { encodedBytes } from "./cbor.js";

/** The listed key that `kid` (hexadecimal) names. */
export async function keyNamed(kid, jwks) {
  const listed = jwks?.keys?.find?.((key) => key?.kid === kid);
  if (!listed || listed.kty !== "EC" || listed.crv !== "P-256" || listed.alg !== "ES256") {
    throw new Fault("keyUnknown");
  }
  const [x, y] = [fromBase64URL(listed.x), fromBase64URL(listed.y)];
  if (x?.length !== 32 || y?.length !== 32 || hex(await thumbprint(x, y)) !== listed.kid) {
    throw new Fault("keyUnknown");
  }
  const algorithm = { name: "ECDSA", namedCurve: "P-256" };
  const point = joined([4], x, y);
  const verifying = await crypto.subtle.importKey("raw", point, algorithm, false, ["verify"])
    .catch(() => { throw new Fault("keyUnknown"); });
  return { listed, verifying, isTest: listed.test === true };
}

/** First 8 bytes of the COSE key thumbprint (RFC 9679) of { 1: 2, -1: 1, -2: x, -3: y }. */
async function thumbprint(x, y) {
  const coseKey = joined([0xa4, 1, 2, 0x20, 1, 0x21], encodedBytes(x), [0x22], encodedBytes(y));
  return (await sha256(coseKey)).subarray(0, 8);
}

/** Throws where the key could not speak for its authority when the record says that it was issued. */
export function checkTime(key, issuedAt) {
  const { nbf, exp, revokedAt } = key.listed;
  if (!(nbf <= issuedAt && issuedAt <= exp)) throw new Fault("keyOutsideItsTime");
  if (revokedAt === undefined || revokedAt === null) return;
  // A stolen key can write any date.
  throw new Fault(issuedAt < revokedAt ? "keyRevokedLater" : "keyRevoked");
}
