// A text signed by the log's key (C2SP signed-note, Ed25519), and the checkpoint that it is (C2SP tlog-checkpoint).
import { fromBase64, joined, same, sha256, utf8 } from "./bytes.js";

const ed25519 = 1;

/** A key in its usual form, `name+id+base64`; null for every other text. */
export async function noteKeyOf(text) {
  const parts = /^([^\s+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text);
  const coded = parts ? fromBase64(parts[3]) : null;
  if (coded?.length !== 33 || coded[0] !== ed25519) return null;
  const id = (await sha256(joined(utf8(parts[1]), [0x0a], coded))).subarray(0, 4);
  if (!same(id, Uint8Array.from(parts[2].match(/../g), (digits) => parseInt(digits, 16)))) return null;
  return { name: parts[1], id, point: coded.subarray(1) };
}

/** Whether this browser can check such signatures at all. */
export const canCheckNotes = () =>
  crypto.subtle.importKey("raw", new Uint8Array(32), "Ed25519", false, ["verify"]).then(() => true, () => false);

/** The text that `key` signed; null where it did not, or where a line claims so and is wrong. */
export async function textSigned(note, key) {
  const gap = note.lastIndexOf("\n\n");
  if (gap < 0 || !note.endsWith("\n") || /[\0-\x09\x0b-\x1f]/.test(note)) return null;
  const text = note.slice(0, gap + 1);
  const lines = note.slice(gap + 2, -1).split("\n").map(signatureOf);
  if (lines.length > 16 || lines.includes(null)) return null;
  const own = lines.filter(({ name, bytes }) => name === key.name && same(bytes.subarray(0, 4), key.id));
  if (own.length === 0) return null;
  const verifying = await crypto.subtle.importKey("raw", key.point, "Ed25519", false, ["verify"]);
  for (const { bytes } of own) {
    if (!(await crypto.subtle.verify("Ed25519", verifying, bytes.subarray(4), utf8(text)))) return null;
  }
  return text;
}

function signatureOf(line) {
  const parts = /^— ([^\s+]+) (\S+)$/.exec(line);
  const bytes = parts ? fromBase64(parts[2]) : null;
  return bytes && bytes.length > 4 ? { name: parts[1], bytes } : null;
}

/** `{ size, root }` of the log that `key` is of; null where the note is none of it. */
export async function checkpointOf(note, key) {
  const text = await textSigned(note, key);
  const [origin, size, root, ...rest] = (text ?? "").split("\n");
  const bytes = fromBase64(root ?? "");
  if (text === null || rest.length < 1 || origin !== key.name || !isCount(size) || bytes?.length !== 32) return null;
  return { size: Number(size), root: bytes };
}

export const isCount = (text) => /^(0|[1-9][0-9]{0,14})$/.test(text ?? "");
