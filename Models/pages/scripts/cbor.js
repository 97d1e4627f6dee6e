// Deterministic CBOR (RFC 8949, 4.2.1), strictly: no longer heads, no unsorted or repeated keys, no indefinite
// lengths, no floats, tags or simple values, no invalid UTF-8, nothing after the end, at most four levels.
import { compared, joined, utf8 } from "./bytes.js";

const largest = (1n << 63n) - 1n;

/** Integers as numbers (as BigInt where they are too large), maps as `Entries`; throws for everything else. */
export function decoded(bytes) {
  const reader = new Reader(bytes);
  const item = reader.item(0);
  if (reader.left > 0) throw new Error("trailing bytes");
  return item;
}

export class Entries {
  constructor(pairs) {
    this.pairs = pairs;
  }

  /** A Map by integer label; null where a key is no integer. */
  get labelled() {
    return this.pairs.every(([key]) => isInteger(key)) ? new Map(this.pairs) : null;
  }
}

export const isInteger = (item) => typeof item === "number" || typeof item === "bigint";
export const isBytes = (item) => item instanceof Uint8Array;
export const isText = (item) => typeof item === "string";

class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.position = 0;
    this.text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  }

  get left() {
    return this.bytes.length - this.position;
  }

  item(depth) {
    if (depth > 4) throw new Error("too deep");
    const [type, argument] = this.head();
    switch (type) {
      case 0: return integer(argument);
      case 1: return integer(-1n - signed(argument));
      case 2: return this.take(argument).slice();
      case 3: return this.text.decode(this.take(argument));
      case 4: return this.items(argument, depth + 1);
      default: return this.entries(argument, depth + 1);
    }
  }

  head() {
    const first = this.take(1n)[0];
    const [type, info] = [first >> 5, first & 31];
    if (type > 5) throw new Error("unsupported type");
    if (info < 24) return [type, BigInt(info)];
    if (info > 27) throw new Error("indefinite length or reserved");
    const count = 1 << (info - 24);
    const argument = this.take(BigInt(count)).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
    const least = count === 1 ? 24n : 1n << BigInt(4 * count);
    if (argument < least) throw new Error("not the shortest head");
    return [type, argument];
  }

  take(count) {
    if (count > BigInt(this.left)) throw new Error("cut short");
    this.position += Number(count);
    return this.bytes.subarray(this.position - Number(count), this.position);
  }

  items(count, depth) {
    if (count > BigInt(this.left)) throw new Error("cut short");
    return Array.from({ length: Number(count) }, () => this.item(depth));
  }

  entries(count, depth) {
    if (2n * count > BigInt(this.left)) throw new Error("cut short");
    const pairs = [];
    let previous = new Uint8Array();
    for (let i = 0; i < Number(count); i += 1) {
      const start = this.position;
      const key = this.item(depth);
      const encoded = this.bytes.subarray(start, this.position);
      if (compared(previous, encoded) >= 0) throw new Error("keys out of order");
      previous = encoded;
      pairs.push([key, this.item(depth)]);
    }
    return new Entries(pairs);
  }
}

function signed(argument) {
  if (argument > largest) throw new Error("integer too large");
  return argument;
}

function integer(value) {
  if (value > largest) throw new Error("integer too large");
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

function head(type, length) {
  if (length < 24) return [(type << 5) | length];
  if (length < 256) return [(type << 5) | 24, length];
  if (length < 65536) return [(type << 5) | 25, length >> 8, length & 255];
  return [(type << 5) | 26, length >>> 24, (length >> 16) & 255, (length >> 8) & 255, length & 255];
}

export const encodedBytes = (bytes) => joined(head(2, bytes.length), bytes);
export const encodedText = (text) => joined(head(3, utf8(text).length), utf8(text));
export const encodedArray = (...items) => joined(head(4, items.length), ...items);
