// What stands behind `#`: type and flags ‖ secret ‖ signed record (type 1) or nothing more (type 2).
import { Fault } from "./bytes.js";
import { bytesOf } from "./digits.js";
import { recordOf } from "./record.js";

const largest = 362;
const full = 0x10;
const pointer = 0x20;

/** `{ secret, record }`; the record of a pointer is null and has to be fetched. */
export function frameOf(fragment) {
  if (fragment === "") throw new Fault("incomplete");
  const bytes = fragment.length <= 2048 ? bytesOf(fragment) : null;
  if (!bytes || bytes.length === 0) throw new Fault("malformedURL");
  if (bytes[0] !== full && bytes[0] !== pointer) throw new Fault("newerReaderNeeded");
  if (bytes.length > largest || bytes.length < 17) throw new Fault("malformedURL");
  const [secret, rest] = [bytes.slice(1, 17), bytes.slice(17)];
  if (bytes[0] === full) return { secret, record: recordOf(rest) };
  if (rest.length > 0) throw new Fault("malformedURL");
  return { secret, record: null };
}
