// What is asked of the authority's server. No request holds anything of what stands behind `#`.
import { Fault } from "./bytes.js";

const nowhere = { credentials: "omit", referrerPolicy: "no-referrer", redirect: "error", cache: "no-store" };

/** The list of issuing keys (JWKS). */
export const keys = () => json("/.well-known/kanhe/jwks.json");

/**
 * What says whether a result is logged and not revoked. `address` is the official one, under which status lists are published,
 * however this page was reached.
 */
export const standingAskedOf = (digits, address) => ({
  ...askedAtOnce({
    keys: keys(),
    proof: bytes(`/c/${digits}/proof`, null).then((found) => found && new TextDecoder().decode(found)),
  }),
  status: async (list) => new TextDecoder().decode(await bytes(`/status/${list}`)),
  addressOf: (list) => `${address}/status/${list}`,
});

/** The same with the files that every result has. */
export const registerOf = (digits, address) => ({
  ...standingAskedOf(digits, address),
  ...askedAtOnce({
    record: bytes(`/c/${digits}`), pdf: bytes(`/b/${digits}`), picture: bytes(`/b/${digits}/page1`, null),
  }),
});

function askedAtOnce(promises) {
  // A check that ends early leaves promises that nobody looks at.
  for (const promise of Object.values(promises)) promise.catch(() => {});
  return Object.fromEntries(Object.entries(promises).map(([name, promise]) => [name, () => promise]));
}

export async function answer(path, options = {}) {
  try {
    return await fetch(path, { ...nowhere, ...options });
  } catch {
    throw new Fault("network");
  }
}

async function body(response, read) {
  try {
    return await read(response);
  } catch {
    throw new Fault("network");
  }
}

async function json(path) {
  const response = await answer(path);
  if (!response.ok) throw new Fault("network");
  return body(response, (it) => it.json());
}

/** `missing` is what a file that is not there gives; without it that is a fault. */
async function bytes(path, missing) {
  const response = await answer(path);
  if (response.status === 404 && missing !== undefined) return missing;
  if (!response.ok) throw new Fault("network");
  return new Uint8Array(await body(response, (it) => it.arrayBuffer()));
}
