import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPersonalData } from './find-personal-data.ts';
import { findingKinds, type Finder } from './finding.ts';
import { personalDataFinders } from './personal-data-finders.ts';
import { harmless } from './test-finders.ts';

const finders = personalDataFinders(['Anna Meyer', 'lee']);

function fixed(kind: Finder['kind'], ...spans: readonly (readonly [number, number])[]): Finder {
  return { kind, find: () => spans.map(([start, end]) => ({ start, end })) };
}

describe('findPersonalData', () => {
  it('finds every kind, in the order of the text', () => {
    const text =
      'Anna Meyer <anna@example.com>, +49 30 1234567, 203.0.113.7, 4111 1111 1111 1111, ' +
      'DE89 3704 0044 0532 0130 00, Bearer abcdefgh12345678ijkl';
    const found = findPersonalData(text, finders);
    expect(found.map(({ kind }) => kind)).toEqual([
      'name',
      'email',
      'phone',
      'ip_address',
      'payment_card',
      'iban',
      'secret',
    ]);
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(findingKinds));
    for (const { start, end, text: part } of found) expect(text.slice(start, end)).toBe(part);
  });

  it('keeps the longer of two that overlap, then that of the earlier finder', () => {
    const text = 'x'.repeat(30);
    const kept = (...list: readonly Finder[]) =>
      findPersonalData(text, list).map(({ kind, start, end }) => [kind, start, end]);
    expect(kept(fixed('phone', [0, 5], [11, 30]), fixed('iban', [4, 12]))).toEqual([
      ['phone', 0, 5],
      ['phone', 11, 30],
    ]);
    expect(kept(fixed('phone', [0, 5]), fixed('iban', [0, 5]))).toEqual([['phone', 0, 5]]);
    expect(kept(fixed('phone', [4, 6]), fixed('iban', [0, 10]))).toEqual([['iban', 0, 10]]);
  });

  it.each(harmless)('finds nothing in %j', (text) => {
    expect(findPersonalData(text, finders)).toEqual([]);
  });

  it('never overlaps, whatever the text', () => {
    const piece = fc.constantFrom(
      ...'+49 30 1234567|4111 1111 1111 1111|a@b.co|@|.|-|:|(|)|0|1|2001:db8::1|10.0.0.1|sk-|eyJ|DE89| |/|Anna|Meyer'.split(
        '|',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.string({ unit: 'binary' }), (pieces, rest) => {
        const text = pieces.join('') + rest;
        let through = 0;
        for (const finding of findPersonalData(text, finders)) {
          expect(finding.start).toBeGreaterThanOrEqual(through);
          expect(finding.text).toBe(text.slice(finding.start, finding.end));
          expect(finding.text).not.toBe('');
          through = finding.end;
        }
      }),
      { numRuns: 300 },
    );
  });

  /** A search that went back over what it has seen would take minutes here, and the run would be cut off. */
  it.each(
    [
      'a',
      '1',
      ' ',
      '-',
      '@',
      '.',
      ':',
      '(',
      '+',
      '0',
      '1 ',
      '1-',
      '1.',
      '01 ',
      '212-',
      '+1 ',
      '+(',
      '00 ',
      'a@',
      'a.',
      '@a.',
      'a@a.',
      '2001:',
      'f:',
      'fe80:',
      '1.1.1.',
      'eyJ',
      'eyJabcdefgh.',
      'eyJabcdefgh.eyJabcdefgh.',
      'sk-',
      'sk-1 ',
      'Bearer ',
      'bearer a',
      'DE89 ',
      'DE89',
      '4111 ',
      '4111 1111 1111 1111 ',
      'tel ',
      'tel 1 ',
      'phone: (',
      '-----BEGIN PRIVATE KEY-----',
      '-----BEGIN PRIVATE KEY-----a',
      '-----END PRIVATE KEY-----',
      'Anna ',
      'Anna Meyer ',
      'é',
      '李',
      '\ud800',
    ].map((piece) => [piece]),
  )('gets through a quarter of a megabyte of %j', (piece) => {
    const text = piece.repeat(Math.ceil(2 ** 18 / piece.length));
    expect(findPersonalData(text, finders).length).toBeLessThan(text.length);
  });
});
