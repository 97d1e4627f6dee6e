// Bytes as decimal digits: groups of 7 bytes, big-endian, are 17 digits; a last group is shorter.

const digitsOfGroup = [0, 3, 5, 8, 10, 13, 15, 17];
const fullGroup = 7;

export function digitsOf(bytes) {
  let text = "";
  for (let i = 0; i < bytes.length; i += fullGroup) {
    const group = bytes.subarray(i, i + fullGroup);
    const number = group.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
    text += number.toString().padStart(digitsOfGroup[group.length], "0");
  }
  return text;
}

/** Null where the text is not what `digitsOf` makes of any bytes: no two texts mean the same bytes. */
export function bytesOf(digits) {
  if (!/^[0-9]*$/.test(digits)) return null;
  const bytes = [];
  for (let i = 0; i < digits.length; i += digitsOfGroup[fullGroup]) {
    const group = digits.slice(i, i + digitsOfGroup[fullGroup]);
    const count = digitsOfGroup.indexOf(group.length);
    const number = BigInt(group);
    if (count < 0 || number >> BigInt(8 * count) !== 0n) return null;
    for (let shift = 8 * (count - 1); shift >= 0; shift -= 8) {
      bytes.push(Number((number >> BigInt(shift)) & 255n));
    }
  }
  return Uint8Array.from(bytes);
}
