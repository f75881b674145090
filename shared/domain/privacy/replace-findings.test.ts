import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPersonalData } from './find-personal-data.ts';
import { maskFinding } from './mask-finding.ts';
import { personalDataFinders } from './personal-data-finders.ts';
import { foundInPlaceholders, placeholderOf } from './placeholder.ts';
import { type Replace, replaceFindings } from './replace-findings.ts';
import { harmless } from './test-finders.ts';

const finders = personalDataFinders(['Anna Meyer', 'lee', 'Li', 'A']);
const key = ['sk', 'aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY'].join('-');

const pieces = fc.constantFrom(
  ...(
    'anna@example.com|a@b.co|+49 30 1234567|138 0013 8000|4111 1111 1111 1111|203.0.113.7|2001:db8::1|' +
    'DE89 3704 0044 0532 0130 00|Bearer abcdefgh12345678ijkl|Anna Meyer|lee|Anna|Meyer|Li|A|phone|tel:|v|section |' +
    '1234567|12|1|@|.|-|:|(|)|+| |\n|\t|"|\\|\\n|{|}|[|]|,|/|[EMAIL]|[NAME]|…|é|李|😀|null|' +
    `-----BEGIN PRIVATE KEY-----|-----END PRIVATE KEY-----|${key}`
  ).split('|'),
);
const text = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(''));

describe.each([
  ['redacted', placeholderOf],
  ['masked', maskFinding],
] as const satisfies readonly (readonly [string, Replace])[])('what is %s', (_, replace) => {
  const replaced = (from: string) => replaceFindings(from, finders, replace);

  it('holds nothing that is found, whatever the text, and stays as it is the second time', () => {
    fc.assert(
      fc.property(text, (from) => {
        const once = replaced(from);
        expect(findPersonalData(once, finders)).toEqual([]);
        expect(replaced(once)).toBe(once);
        const twice = once + once;
        expect(findPersonalData(replaced(twice), finders)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('is JSON where the text was, with nothing found in it nor behind its escapes', () => {
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        text,
        fc.constantFrom(4_111_111_111_111_111, 1_234_567, 12, null, true, -0.5, 1e21),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(text, tie('value'), { maxKeys: 4 }),
        // Arguments of a call are JSON in JSON.
        tie('value').map((value) => JSON.stringify(value)),
      ),
    })).value;
    fc.assert(
      fc.property(json, fc.constantFrom(undefined, 2), (value, indent) => {
        const from = JSON.stringify({ value }, null, indent);
        const to = replaced(from);
        expect(findPersonalData(to, finders)).toEqual([]);
        for (const part of textsIn(JSON.parse(to))) expect(findPersonalData(part, finders), part).toEqual([]);
        if (
          textsIn({ value })
            .concat(from)
            .every((part) => findPersonalData(part, finders).length === 0)
        )
          expect(to).toBe(from);
      }),
      { numRuns: 700 },
    );
  });

  it.each(harmless)('leaves %j as it is', (from) => {
    expect(replaceFindings(from, personalDataFinders(), replace)).toBe(from);
  });
});

function redacted(from: string): string {
  return replaceFindings(from, finders, placeholderOf);
}

describe('replaceFindings', () => {
  it.each([
    ['Write to anna@example.com, Anna Meyer!', 'Write to [EMAIL], [NAME]!'],
    ['anna@example.com,4111 1111 1111 1111', '[EMAIL],[PAYMENT_CARD]'],
    // Only the address before it kept the number from being a phone's.
    ['203.0.113.7 138 0013 8000', '[IP_ADDRESS] [PHONE]'],
    ['{"card": 4111111111111111}', '{"card": "[PAYMENT_CARD]"}'],
    ['{"phone": 1234567}', '{"phone": "[PHONE]"}'],
    ['{"phone": "1234567", "n": 1234567}', '{"phone": "[PHONE]", "n": 1234567}'],
    [
      String.raw`{"text": "Hi\nAnna\tMeyer, \"anna\u0040example.com\""}`,
      String.raw`{"text": "Hi\n[NAME], \"[EMAIL]\""}`,
    ],
    ['{"anna@example.com": [null, true, 1.50]}', '{"[EMAIL]": [null, true, 1.50]}'],
    [String.raw`{"a": "{\"b\": 4111111111111111}"}`, String.raw`{"a": "{\"b\": \"[PAYMENT_CARD]\"}"}`],
    ['{"not JSON": 4111111111111111', '{"not JSON": [PAYMENT_CARD]'],
  ])('makes %j %j', (from, to) => {
    expect(redacted(from)).toBe(to);
  });

  it('gets through much that is found', () => {
    const from = 'Anna Meyer <anna@example.com>, 203.0.113.7 138 0013 8000\n'.repeat(5000);
    expect(redacted(from)).toBe('[NAME] <[EMAIL]>, [IP_ADDRESS] [PHONE]\n'.repeat(5000));
    expect(redacted(JSON.stringify({ from }))).not.toContain('Anna');
  });

  it('says which name is a part of a placeholder', () => {
    expect(foundInPlaceholders(finders)).toBeNull();
    expect(foundInPlaceholders(personalDataFinders(['Anna', 'Email']))).toBe('EMAIL');
    expect(foundInPlaceholders(personalDataFinders(['Name Card', 'Phone Name']))).toBe('PHONE][NAME');
  });
});

/** Every text and number in a value, and in texts that are JSON themselves. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'number') return [String(value)];
  if (typeof value === 'string') return [value, ...textsIn(parsed(value))];
  if (typeof value !== 'object' || value === null) return [];
  return [...Object.keys(value), ...Object.values(value)].flatMap(textsIn);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
