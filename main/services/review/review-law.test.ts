import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addImportedLabel,
  addImportedSpan,
  addInteractions,
  newProject,
} from '../../../tests/support/temp-project.ts';
import { placeKey } from '../../../shared/domain/spans/span-place.ts';
import type { Database } from '../../db/database.ts';
import { checkProject } from '../project/check-project.ts';
import { redo, undo } from './history.ts';
import { rebuildFolds } from './rebuild-folds.ts';
import { setLabel } from './set-label.ts';
import { setSpanLabel } from './set-span-label.ts';
import { writeEdit } from './write-edit.ts';

const people = ['anna', 'ben'];
const questions = ['verdict', 'rating'];

interface Act {
  readonly kind: 'label' | 'edit' | 'span' | 'undo' | 'redo';
  readonly person: string;
  readonly item: number;
  readonly question: string;
  readonly choice: number;
}

const act: fc.Arbitrary<Act> = fc.record(
  {
    kind: fc.constantFrom<Act['kind']>('label', 'label', 'edit', 'span', 'span', 'undo', 'undo', 'redo'),
    person: fc.constantFrom(...people),
    item: fc.integer({ min: 0, max: 1 }),
    question: fc.constantFrom(...questions),
    choice: fc.integer({ min: 0, max: 2 }),
  },
  { noNullPrototype: true },
);

/** The oracle: every state is a map, undo and redo are two stacks a person of maps before and after. */
function createOracle(imported: ReadonlyMap<string, string>) {
  const state = new Map(imported);
  const undone = new Map<string, { key: string; from: string | null; to: string | null }[]>();
  const done = new Map<string, { key: string; from: string | null; to: string | null }[]>();
  const put = (key: string, value: string | null) => {
    if (value === null) state.delete(key);
    else state.set(key, value);
  };
  const move = (person: string, from: typeof done, to: typeof done, side: 'from' | 'to') => {
    const step = from.get(person)?.pop();
    if (!step) return false;
    put(step.key, step[side]);
    to.set(person, [...(to.get(person) ?? []), step]);
    return true;
  };
  return {
    state,
    set(person: string, key: string, to: string | null) {
      const from = state.get(key) ?? null;
      if (from === to) return;
      put(key, to);
      done.set(person, [...(done.get(person) ?? []), { key, from, to }]);
      undone.delete(person);
    },
    undo: (person: string) => move(person, done, undone, 'from'),
    redo: (person: string) => move(person, undone, done, 'to'),
  };
}

function answers(question: string): (string | number | null)[] {
  return question === 'verdict' ? ['good', 'bad', null] : [1, 5, null];
}

/** All labels, span labels and edits made in the app, by the same keys as the oracle's. */
function folds(database: Database): Map<string, string> {
  const rows = database
    .prepare(
      `SELECT i.id || '/' || a.name || '/' || l.question AS key, l.value
       FROM labels AS l JOIN interactions AS i ON i.seq = l.interaction_seq
       JOIN annotators AS a ON a.seq = l.annotator_seq
       UNION ALL
       SELECT i.id || '/' || a.name || '/edit', json_quote(e.text)
       FROM edits AS e JOIN interactions AS i ON i.seq = e.interaction_seq
       JOIN annotators AS a ON a.seq = e.annotator_seq
       UNION ALL
       SELECT i.id || '/' || a.name || '/span/' || s.place, json_quote(s.severity)
       FROM span_labels AS s JOIN interactions AS i ON i.seq = s.interaction_seq
       JOIN annotators AS a ON a.seq = s.annotator_seq`,
    )
    .raw()
    .all() as [string, string][];
  return new Map(rows);
}

function tables(database: Database): unknown[] {
  return [
    database.prepare('SELECT * FROM labels').all(),
    database.prepare('SELECT * FROM span_labels').all(),
    database
      .prepare('SELECT id, interaction_seq, annotator_seq, text, edited_at FROM edits ORDER BY id')
      .all(),
    database.prepare('SELECT id, edited, labelled FROM interactions').all(),
  ];
}

describe('acts, undo and redo', () => {
  it('keep tables equal to an oracle and to a full rebuild, whatever people do', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 40 }), (acts) => {
        const project = newProject();
        const { database } = project;
        // What is on disk when is for the crash tests.
        database.pragma('synchronous = OFF');
        const items = addInteractions(database, 2);
        addImportedLabel(database, items[0] ?? '', 'anna', 'verdict', 'needs_work');
        addImportedLabel(database, items[1] ?? '', 'ben', 'rating', 3);
        addImportedSpan(database, items[0] ?? '', 'anna', {
          start: 0,
          end: 6,
          severity: 'major',
          category: null,
        });
        const oracle = createOracle(folds(database));
        let now = 1_700_000_000_000;
        for (const { kind, person, item, question, choice } of acts) {
          // A clock that sometimes runs backwards.
          now += choice === 0 ? -5000 : 1000;
          const actor = { annotator: person, device: 'device-a', now };
          const interactionId = items[item] ?? '';
          if (kind === 'label') {
            const value = answers(question)[choice] ?? null;
            expect(setLabel(database, actor, { interactionId, question, value }).ok).toBe(true);
            oracle.set(
              person,
              `${interactionId}/${person}/${question}`,
              value === null ? null : JSON.stringify(value),
            );
          } else if (kind === 'edit') {
            const text = ['Better.', 'Output 0', null][choice] ?? null;
            expect(writeEdit(database, actor, { interactionId, text }).ok).toBe(true);
            oracle.set(
              person,
              `${interactionId}/${person}/edit`,
              text === null ? null : JSON.stringify(text),
            );
          } else if (kind === 'span') {
            const severity = (['minor', 'critical', null] as const)[choice] ?? null;
            const added = question === 'verdict' ? null : 'Better';
            const value = severity === null ? null : { failureMode: null, severity, note: null };
            const span = { interactionId, start: 0, end: 6, added, value };
            expect(setSpanLabel(database, actor, span).ok).toBe(true);
            oracle.set(
              person,
              `${interactionId}/${person}/span/${placeKey(span)}`,
              severity === null ? null : JSON.stringify(severity),
            );
          } else {
            const move = kind === 'undo' ? undo : redo;
            expect(move(database, actor).ok).toBe(oracle[kind](person));
          }
        }
        expect(folds(database)).toEqual(oracle.state);
        const incremental = tables(database);
        rebuildFolds(database);
        expect(tables(database)).toEqual(incremental);
        expect(checkProject(database).problems).toEqual([]);
        project.close();
      }),
      { numRuns: 150 },
    );
  });
});
