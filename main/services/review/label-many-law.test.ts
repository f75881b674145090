import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addInteractions, newProject } from '../../../tests/support/temp-project.ts';
import { checkProject } from '../project/check-project.ts';
import { redo, undo } from './history.ts';
import { labelMany } from './label-many.ts';
import { setLabel } from './set-label.ts';

type Act =
  | { readonly kind: 'one'; readonly item: number; readonly value: string }
  | {
      readonly kind: 'many';
      readonly items: readonly number[];
      readonly value: string;
      readonly replace: boolean;
    }
  | { readonly kind: 'undo' | 'redo' };

const value = fc.constantFrom('good', 'bad');
const item = fc.integer({ min: 0, max: 3 });
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant('one' as const), item, value }),
  fc.record({
    kind: fc.constant('many' as const),
    items: fc.uniqueArray(item, { minLength: 1 }),
    value,
    replace: fc.boolean(),
  }),
  fc.record({ kind: fc.constantFrom('undo' as const, 'undo' as const, 'redo' as const) }),
);

/** Answers by item, and two stacks of what each step changed. */
function createOracle() {
  type Step = readonly { readonly item: number; readonly from: string | null; readonly to: string }[];
  const answers: (string | null)[] = [null, null, null, null];
  const done: Step[] = [];
  let undone: Step[] = [];
  return {
    answers,
    give(items: readonly number[], to: string, replace: boolean) {
      const step = items.flatMap((at) => {
        const from = answers[at] ?? null;
        return from === to || (from !== null && !replace) ? [] : [{ item: at, from, to }];
      });
      if (step.length === 0) return;
      for (const change of step) answers[change.item] = change.to;
      done.push(step);
      undone = [];
    },
    undo() {
      const step = done.pop();
      for (const change of step ?? []) answers[change.item] = change.from;
      if (step !== undefined) undone.push(step);
      return step !== undefined;
    },
    redo() {
      const step = undone.pop();
      for (const change of step ?? []) answers[change.item] = change.to;
      if (step !== undefined) done.push(step);
      return step !== undefined;
    },
  };
}

describe('answers for one and for many', () => {
  it('are steps of one history: undo and redo take each as a whole, in any order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 20 }), async (acts) => {
        const project = newProject();
        const { database } = project;
        database.pragma('synchronous = OFF');
        const ids = addInteractions(database, 4);
        const idOf = (at: number) => ids[at] ?? '';
        const oracle = createOracle();
        const actor = { annotator: 'anna', device: 'device-a', now: 1_700_000_000_000 };
        for (const step of acts) {
          if (step.kind === 'one') {
            setLabel(database, actor, {
              interactionId: idOf(step.item),
              question: 'verdict',
              value: step.value,
            });
            oracle.give([step.item], step.value, true);
          } else if (step.kind === 'many') {
            const which = { ids: step.items.map(idOf) };
            await labelMany(
              { ...actor, which, question: 'verdict', value: step.value, replace: step.replace },
              {
                database,
                signal: new AbortController().signal,
                whenRunning: async () => {},
                report: () => {},
                changed: () => {},
              },
            );
            oracle.give(step.items, step.value, step.replace);
          } else {
            const move = step.kind === 'undo' ? undo : redo;
            expect(move(database, actor).ok).toBe(oracle[step.kind]());
          }
        }
        const found = database
          .prepare(
            `SELECT (SELECT json_extract(value, '$') FROM labels WHERE interaction_seq = seq) FROM interactions ORDER BY seq`,
          )
          .pluck()
          .all();
        expect(found).toEqual(oracle.answers);
        expect(checkProject(database).problems).toEqual([]);
        project.close();
      }),
      { numRuns: 30 },
    );
  });
});
