// What a signed record says of its result: labels 1, 4 and 6 as in CWT (RFC 8392), negative ones of our own.
import { Fault, utf8 } from "./bytes.js";
import { decoded, isBytes, isInteger, isText } from "./cbor.js";

const known = [1, 4, 6, -1, -2, -3, -4, -5, -6];
const lastSecond = 253402300799;
const largestPDF = 64 << 20;

export function claimsOf(payload) {
  const labels = labelsIn(payload);
  if ([...labels.keys()].some((label) => !known.includes(label))) throw new Fault("newerReaderNeeded");
  const [issuer, kind, number, holder] = [1, -1, -2, -3].map((label) => labels.get(label));
  const [issuedAt, expiresAt, pdfSHA256, pdfBytes] = [6, 4, -4, -5].map((label) => labels.get(label));
  const isPlausible =
    [issuer, kind, number, holder].every(isPrintable) && isTime(issuedAt) &&
    (!labels.has(4) || (isTime(expiresAt) && expiresAt > issuedAt)) &&
    isBytes(pdfSHA256) && pdfSHA256.length === 32 && isWithin(pdfBytes, 1, largestPDF) &&
    (!labels.has(-6) || isStatus(labels.get(-6)));
  if (!isPlausible) throw new Fault("malformedClaims");
  return { issuer, kind, number, holder, issuedAt, expiresAt, pdfSHA256, pdfBytes, status: labels.get(-6) };
}

function labelsIn(payload) {
  try {
    const labels = decoded(payload).labelled;
    if (labels) return labels;
  } catch { /* said below */ }
  throw new Fault("malformedClaims");
}

const isWithin = (item, least, most) => isInteger(item) && item >= least && item <= most;
const isTime = (item) => isWithin(item, 0, lastSecond);
const isStatus = (item) =>
  Array.isArray(item) && item.length === 2 && item.every((place) => isWithin(place, 0, 0xffffffff));

/** Not empty, short, and without characters that make a text look like another one. */
function isPrintable(item) {
  if (!isText(item) || /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(item)) return false;
  const length = utf8(item).length;
  return length >= 1 && length <= 128;
}
