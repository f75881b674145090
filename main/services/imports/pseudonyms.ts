import { createHmac } from 'node:crypto';

/** Gives a user's id its pseudonym. */
export type Pseudonymise = (user: string) => string;

/**
 * Pseudonyms by a key: the first 16 bytes of HMAC-SHA-256 over the id as it is written. The same id has the same one in
 * every import of the project, and nobody without the key can find out whose it is by trying ids.
 */
export function createPseudonymiser(key: Buffer): Pseudonymise {
  const known = new Map<string, string>();
  return (user) => {
    const pseudonym = known.get(user) ?? pseudonymOf(key, user);
    // Users come again and again, but their number has no bound.
    if (known.size >= maxKnown) known.clear();
    known.set(user, pseudonym);
    return pseudonym;
  };
}

const maxKnown = 10_000;

function pseudonymOf(key: Buffer, user: string): string {
  return `u_${createHmac('sha256', key).update(user).digest().subarray(0, 16).toString('base64url')}`;
}
