import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Example } from './example.ts';
import type { ExportRow } from './export-row.ts';
import { createLimitCheck } from './limits.ts';
import type { Limits } from './recipe-parts.ts';

const example: Example = {
  kind: 'supervised',
  prompt: [{ role: 'user', content: '12345' }],
  answer: '12345',
  draft: null,
  trains: 'all',
};

function rowOf(changes: Partial<ExportRow>): ExportRow {
  return { interactionId: 'i', messages: [], output: '', edit: null, ...changes };
}

function modesOf(...names: readonly string[]) {
  return names.map((name) => ({ name, definition: '' }));
}

function rulesOf(limits: Limits, rows: readonly Partial<ExportRow>[]): (string | null)[] {
  const check = createLimitCheck(limits);
  return rows.map((row) => check.add(rowOf(row), example)?.error.rule ?? null);
}

it('counts users, failure modes, prompt versions and all, each up to its limit', () => {
  const over = 'over_user_limit';
  expect(rulesOf({ perUser: 1 }, [{ user: 'a' }, { user: 'b' }, { user: 'a' }, {}, {}])).toEqual([
    null,
    null,
    over,
    null,
    null,
  ]);
  const modes = [modesOf('x'), modesOf('x', 'y'), modesOf('y'), [], modesOf('y')].map((some) => ({
    modes: some,
  }));
  expect(rulesOf({ perMode: 1 }, modes)).toEqual([null, 'over_mode_limit', null, null, 'over_mode_limit']);
  expect(rulesOf({ perPromptVersion: 1 }, [{ promptVersion: 'a' }, { promptVersion: 'a' }])).toEqual([
    null,
    'over_prompt_version_limit',
  ]);
  expect(rulesOf({ total: 2 }, [{}, {}, {}])).toEqual([null, null, 'over_total_limit']);
});

it('counts all characters of input and answer', () => {
  expect(rulesOf({ mostCharacters: 10 }, [{}])).toEqual([null]);
  expect(rulesOf({ mostCharacters: 9 }, [{}])).toEqual(['too_many_characters']);
});

const anyLimit = fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined });
const rows = fc.array(
  fc.record({
    user: fc.option(fc.constantFrom('a', 'b')),
    promptVersion: fc.option(fc.constantFrom('v1', 'v2')),
    modes: fc.subarray(['x', 'y', 'z']).map((names) => modesOf(...names)),
  }),
  { maxLength: 30 },
);

function expectAtMost(keys: readonly (string | null)[], limit: number | undefined): void {
  for (const key of new Set(keys.filter((one) => one !== null)))
    expect(keys.filter((one) => one === key).length).toBeLessThanOrEqual(limit ?? Infinity);
}

it('never lets more through than the limits say, and keeps what stayed as data grows', () => {
  fc.assert(
    fc.property(
      fc.record({ perUser: anyLimit, perMode: anyLimit, perPromptVersion: anyLimit, total: anyLimit }),
      rows,
      rows,
      (limits, before, added) => {
        const given: Limits = Object.fromEntries(
          Object.entries(limits).filter(([, most]) => most !== undefined),
        );
        const all = [...before, ...added];
        const rules = rulesOf(given, all);
        expect(rules.slice(0, before.length)).toEqual(rulesOf(given, before));
        const kept = all.filter((_, place) => rules[place] === null);
        expectAtMost(
          kept.map(({ user }) => user),
          limits.perUser,
        );
        expectAtMost(
          kept.flatMap(({ modes }) => modes.map(({ name }) => name)),
          limits.perMode,
        );
        expectAtMost(
          kept.map(({ promptVersion }) => promptVersion),
          limits.perPromptVersion,
        );
        expect(kept.length).toBeLessThanOrEqual(limits.total ?? Infinity);
      },
    ),
  );
});
