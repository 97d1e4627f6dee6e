// Small things that are done to bytes.

/** Why a code is not taken for genuine; `code` is one of the names in Tests/ResultCodesTests/Golden/frames.json. */
export class Fault extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

export const utf8 = (text) => new TextEncoder().encode(text);

export function joined(...parts) {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let place = 0;
  for (const part of parts) {
    bytes.set(part, place);
    place += part.length;
  }
  return bytes;
}

/** -1, 0 or 1, byte by byte; a beginning comes before what it begins. */
export function compared(left, right) {
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    if (left[i] !== right[i]) return left[i] < right[i] ? -1 : 1;
  }
  return Math.sign(left.length - right.length);
}

export const same = (left, right) => compared(left, right) === 0;

export const hex = (bytes) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** RFC 4648, 4, with padding; null for every other text. */
export function fromBase64(text) {
  try {
    const binary = atob(text);
    return btoa(binary) === text ? Uint8Array.from(binary, (c) => c.charCodeAt(0)) : null;
  } catch {
    return null;
  }
}

/** RFC 4648, 5, without padding; null for every other text. */
export function fromBase64URL(text) {
  if (typeof text !== "string" || !/^[A-Za-z0-9_-]*$/.test(text)) return null;
  return fromBase64(text.replace(/-/g, "+").replace(/_/g, "/") + "=".repeat((4 - (text.length % 4)) % 4));
}

export const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
