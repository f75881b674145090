import { describe, expect, it } from 'vitest';
import { createPseudonymiser } from './pseudonyms.ts';

const key = Buffer.alloc(32, 7);

describe('createPseudonymiser', () => {
  it('gives what HMAC-SHA-256 gives, in every run and on every machine', () => {
    // printf ana | openssl dgst -sha256 -mac hmac -macopt hexkey:$(printf '07%.0s' $(seq 32)) -binary | head -c 16 | base64
    expect(createPseudonymiser(key)('ana')).toBe('u_k4dulMpXuckLMHWYf2yeNA');
  });

  it('tells users apart, and keys', () => {
    const pseudonymise = createPseudonymiser(key);
    const users = Array.from({ length: 25_000 }, (_, at) => `user-${at}`);
    const pseudonyms = users.map(pseudonymise);
    expect(new Set(pseudonyms).size).toBe(users.length);
    expect(users.map(pseudonymise)).toEqual(pseudonyms);
    expect(createPseudonymiser(Buffer.alloc(32, 8))('user-1')).not.toBe(pseudonyms[1]);
  });

  it.each(['', ' ', '__proto__', 'é', '\ud800', 'u_x'])('gives %j one of the same form', (user) => {
    expect(createPseudonymiser(key)(user)).toMatch(/^u_[\w-]{22}$/u);
  });
});
