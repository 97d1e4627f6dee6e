// Whether a verified record stands in the public log, and whether it was revoked since.
import { Fault } from "./bytes.js";
import { isLogged } from "./log.js";
import { canCheckNotes, noteKeyOf } from "./note.js";
import { isRevoked } from "./status.js";

/** `{ logged, revoked }`: true or false, null where there is no log or list to ask. Signed but not logged is a fault. */
export async function standingOf({ record, claims, key }, register, now) {
  const jwks = await register.keys();
  return {
    logged: await logged(record, jwks, register),
    revoked: await revoked(claims, jwks, register, now, key?.isTest),
  };
}

async function logged(record, jwks, register) {
  const keys = (await Promise.all((jwks.logs ?? []).map(noteKeyOf))).filter(Boolean);
  if (keys.length === 0 || !(await canCheckNotes())) return null;
  const proof = await register.proof();
  for (const key of proof === null ? [] : keys) {
    if (await isLogged(record.bytes, proof, key)) return true;
  }
  throw new Fault("notLogged");
}

async function revoked(claims, jwks, register, now, isTest) {
  if (claims.status === undefined || !("DecompressionStream" in globalThis)) return null;
  const [list, index] = claims.status;
  const answer = await isRevoked(await register.status(list), jwks, register.addressOf(list), index, now, isTest);
  if (answer === null) throw new Fault("statusUnclear");
  return answer;
}
