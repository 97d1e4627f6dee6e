// Whether a record is in the public log (C2SP tlog-proof; inclusion as RFC 9162, 2.1.3.2).
import { fromBase64, joined, same, sha256, utf8 } from "./bytes.js";
import { checkpointOf, isCount } from "./note.js";

/** Whether `text` proves that the log of `key` holds the record. */
export async function isLogged(record, text, key) {
  const proof = proofOf(text);
  const head = proof && (await checkpointOf(proof.checkpoint, key));
  return Boolean(head) && isIncluded(await leafOf(record, proof.salt), proof, head);
}

function proofOf(text) {
  const gap = text.indexOf("\n\n");
  const [format, extra, index, ...path] = text.slice(0, Math.max(0, gap)).split("\n");
  const salt = extra?.startsWith("extra ") ? fromBase64(extra.slice(6)) : null;
  const place = index?.startsWith("index ") ? index.slice(6) : "";
  const hashes = path.map(fromBase64);
  const isWhole = format === "c2sp.org/tlog-proof@v1" && salt?.length === 16 && isCount(place) &&
    hashes.length <= 63 && hashes.every((hash) => hash?.length === 32);
  return isWhole ? { salt, index: Number(place), path: hashes, checkpoint: text.slice(gap + 2) } : null;
}

/** The log keeps a keyed hash: without the salt nobody can tell whose record it was. */
async function leafOf(record, salt) {
  const key = await crypto.subtle.importKey("raw", salt, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const entry = await crypto.subtle.sign("HMAC", key, joined(utf8("kanhe/log/1"), record));
  return sha256(joined([0], new Uint8Array(entry)));
}

const node = (left, right) => sha256(joined([1], left, right));

async function isIncluded(leaf, { index, path }, { size, root }) {
  if (index >= size) return false;
  let [position, last, hash] = [BigInt(index), BigInt(size) - 1n, leaf];
  for (const sibling of path) {
    if (last === 0n) return false;
    if (position % 2n === 1n || position === last) {
      hash = await node(sibling, hash);
      while (position % 2n === 0n && position !== 0n) [position, last] = [position >> 1n, last >> 1n];
    } else {
      hash = await node(hash, sibling);
    }
    [position, last] = [position >> 1n, last >> 1n];
  }
  return last === 0n && same(hash, root);
}
