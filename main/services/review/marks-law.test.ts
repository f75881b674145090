import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addInteractions, newProject } from '../../../tests/support/temp-project.ts';
import { madeQueue } from '../../../tests/support/test-queues.ts';
import type { Database } from '../../db/database.ts';
import { checkProject } from '../project/check-project.ts';
import { redo, undo } from './history.ts';
import { rebuildFolds } from './rebuild-folds.ts';
import { setLabel } from './set-label.ts';
import { flagItem, resolveFlag, setGoldAnswer, skipItem } from './set-mark.ts';

const act = fc.record(
  {
    kind: fc.constantFrom('skip', 'flag', 'settle', 'gold', 'label', 'undo', 'undo', 'redo'),
    person: fc.constantFrom('anna', 'ben'),
    item: fc.integer({ min: 0, max: 1 }),
    choice: fc.integer({ min: 0, max: 2 }),
  },
  { noNullPrototype: true },
);

const texts = ['', 'why', null];
const verdicts = ['good', 'bad', null];

function tables(database: Database): unknown[] {
  return ['queue_skips', 'flags', 'gold_answers', 'labels', 'queue_done'].map((table) =>
    database.prepare(`SELECT * FROM ${table}`).all(),
  );
}

describe('skips, flags and expected answers', () => {
  it('are after any acts, undo and redo what a rebuild makes of the events', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 25 }), async (acts) => {
        const project = newProject();
        const { database } = project;
        // What is on disk when is for the crash tests.
        database.pragma('synchronous = OFF');
        const items = addInteractions(database, 2);
        const { id: queueId } = await madeQueue(project);
        let now = 1_700_000_000_000;
        for (const { kind, person, item, choice } of acts) {
          // A clock that sometimes runs backwards.
          now += choice === 0 ? -5000 : 1000;
          const actor = { annotator: person, device: 'device-a', now };
          const interactionId = items[item] ?? '';
          const text = texts[choice] ?? null;
          const value = verdicts[choice] ?? null;
          if (kind === 'skip') skipItem(database, actor, { interactionId, queueId, reason: text });
          else if (kind === 'flag') flagItem(database, actor, { interactionId, note: text });
          else if (kind === 'settle')
            resolveFlag(database, actor, { interactionId, flaggedBy: 'anna', resolution: text });
          else if (kind === 'gold')
            setGoldAnswer(database, actor, { interactionId, question: 'verdict', value });
          else if (kind === 'label') setLabel(database, actor, { interactionId, question: 'verdict', value });
          else if (kind === 'undo') undo(database, actor);
          else redo(database, actor);
        }
        const kept = tables(database);
        expect(checkProject(database).problems).toEqual([]);
        rebuildFolds(database);
        expect(tables(database)).toEqual(kept);
        project.close();
      }),
      { numRuns: 20 },
    );
  });
});
