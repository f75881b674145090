import { describe, expect, it } from 'vitest';
import { secretFinder } from './find-secrets.ts';
import { foundBy, harmless } from './test-finders.ts';

// Put together here, so that nobody's scan of this file finds a key.
const body = 'aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5bC7d';
const keys = [
  `sk-${body}`,
  `sk-proj-${body}_-${body}`,
  `sk-ant-api03-${body}`,
  `ghp_${body.slice(0, 36)}`,
  `github_pat_${body}`,
  `glpat-${body.slice(0, 20)}`,
  ['AKIA', 'ABCD2345EFGH6789'].join(''),
  `xoxb-1234-${body.slice(0, 24)}`,
  `AIza${body.slice(0, 35)}`,
  `sk_live_${body.slice(0, 24)}`,
  `hf_${body.slice(0, 34)}`,
  `SG.${body.slice(0, 22)}.${body}abc`,
  `eyJ${body}.eyJ${body}.${body}`,
  `eyJ${body}.eyJ${body}.`,
  `-----BEGIN RSA PRIVATE KEY-----\n${body}\n${body}==\n-----END RSA PRIVATE KEY-----`,
  `-----BEGIN PRIVATE KEY-----\\n${body}\\n-----END PRIVATE KEY-----`,
];

describe('secretFinder', () => {
  it.each(keys)('finds %j', (key) => {
    for (const text of [key, `key = "${key}"`, `use ${key}, then`, `(${key})`]) {
      expect(foundBy(secretFinder, text), text).toEqual([key]);
    }
  });

  it('finds the token of an authorization header, without the words before it', () => {
    expect(foundBy(secretFinder, `Authorization: Bearer ${body}=.`)).toEqual([`${body}=`]);
    expect(foundBy(secretFinder, 'authorization: Basic dXNlcjpwYXNzd29yZDEyMw==')).toEqual([
      'dXNlcjpwYXNzd29yZDEyMw==',
    ]);
  });

  it('takes a private key that is cut off as far as it goes', () => {
    const cut = `-----BEGIN EC PRIVATE KEY-----\n${body}`;
    expect(foundBy(secretFinder, `${cut}… and so on`)).toEqual([cut]);
    expect(foundBy(secretFinder, `${cut}${cut}`)).toEqual([cut, cut]);
  });

  it.each(harmless)('finds nothing in %j', (text) => {
    expect(foundBy(secretFinder, text)).toEqual([]);
  });
});
