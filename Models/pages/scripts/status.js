// Whether a result was revoked, by a Token Status List as JWT (draft-ietf-oauth-status-list; ES256, one bit each).
import { fromBase64URL, utf8 } from "./bytes.js";
import { keyNamed } from "./keys.js";
import { isSignedBy } from "./record.js";

const skew = 300;
const longest = 7 * 86400;

/**
 * True, false, or null where the token says nothing of this place: wrong, too old, of another list, or signed by a key that is not in
 * its time, or that is a test key while the record's is none.
 */
export async function isRevoked(token, jwks, address, index, now, isTest = true) {
  try {
    const [header, payload, signature, ...more] = token.split(".");
    const { alg, typ, kid } = json(header);
    const { sub, iat, exp, status_list: list } = json(payload);
    if (more.length > 0 || alg !== "ES256" || typ !== "statuslist+jwt") return null;
    const key = await keyNamed(kid, jwks);
    const isInItsTime = key.listed.nbf <= now && now <= key.listed.exp;
    const isOurs = (key.listed.revokedAt ?? null) === null && isInItsTime && (isTest || !key.isTest) &&
      (await isSignedBy(key.verifying, fromBase64URL(signature), utf8(`${header}.${payload}`)));
    const isFresh = iat <= now + skew && now < exp && exp - iat <= longest;
    if (!isOurs || !isFresh || sub !== address || list.bits !== 1) return null;
    const bits = await unpacked(fromBase64URL(list.lst));
    return index < bits.length * 8 ? Boolean((bits[Math.floor(index / 8)] >> (index % 8)) & 1) : null;
  } catch {
    return null;
  }
}

const json = (part) => JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(fromBase64URL(part)));

/** zlib (RFC 1950), no longer than any list. */
async function unpacked(bytes) {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate")).getReader();
  const parts = [];
  for (let size = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    size += value.length;
    if (size > 1 << 20) throw new Error("too long");
    parts.push(value);
  }
}
