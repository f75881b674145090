import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addInteractions, newProject } from '../../../tests/support/temp-project.ts';
import { addCluster, addRun } from '../../../tests/support/failure-modes.ts';
import type { Database } from '../../db/database.ts';
import { createId } from '../../db/create-id.ts';
import { ensureImportedFailureMode } from '../../db/tables/failure-modes.ts';
import { checkProject } from '../project/check-project.ts';
import type { Actor } from '../review/act.ts';
import { rebuildFolds } from '../review/rebuild-folds.ts';
import { decideCluster } from './decide-cluster.ts';
import { createMode, mergeModes, retireMode, updateMode } from './edit-mode.ts';
import { setMembers } from './set-members.ts';
import { redoModes, undoModes } from './undo-modes.ts';

const people = ['anna', 'ben'];
const statuses = ['open', 'fixing', 'fixed'] as const;

interface Act {
  readonly kind: 'rename' | 'status' | 'merge' | 'retire' | 'member' | 'move' | 'decide' | 'undo' | 'redo';
  readonly person: string;
  readonly mode: number;
  readonly other: number;
  readonly choice: number;
}

const act: fc.Arbitrary<Act> = fc.record(
  {
    kind: fc.constantFrom<Act['kind']>(
      ...(['rename', 'status', 'merge', 'retire', 'member', 'member', 'move', 'decide'] as const),
      ...(['undo', 'undo', 'undo', 'redo', 'redo'] as const),
    ),
    person: fc.constantFrom(...people),
    mode: fc.integer({ min: 0, max: 3 }),
    other: fc.integer({ min: 0, max: 3 }),
    choice: fc.integer({ min: 0, max: 2 }),
  },
  { noNullPrototype: true },
);

/** What is said of one key; undefined before anybody said anything. */
interface Said {
  readonly key: string;
  readonly value: string | null;
}

interface Step {
  readonly person: string;
  readonly said: readonly Said[];
  isUndone: boolean;
}

/**
 * The oracle: steps in the order in which they were done, each of them undone or not; the state of a key is what the last step
 * that counts says of it.
 */
function createOracle() {
  const steps: Step[] = [];
  const redoable = new Map<string, Step[]>();
  const state = () => {
    const found = new Map<string, string | null>();
    for (const { said, isUndone } of steps)
      if (!isUndone) for (const { key, value } of said) found.set(key, value);
    return found;
  };
  const valueOf = (key: string) => state().get(key) ?? null;
  return {
    valueOf,
    /** Who stands for a failure mode: the end of its merges, in a circle the first by id. */
    standing(id: string): string {
      const seen = [id];
      for (;;) {
        const next = valueOf(`${seen.at(-1)}/merge`);
        if (next === null) return seen.at(-1) ?? id;
        if (seen.includes(next)) return seen.slice(seen.indexOf(next)).toSorted()[0] ?? id;
        seen.push(next);
      }
    },
    add(person: string, said: readonly Said[]) {
      const different = said.filter(({ key, value }) => valueOf(key) !== value);
      if (different.length === 0) return;
      steps.push({ person, said: different, isUndone: false });
      redoable.delete(person);
    },
    latest: (person: string) => steps.findLast((step) => step.person === person && !step.isUndone) ?? null,
    latestUndone: (person: string) => redoable.get(person)?.at(-1) ?? null,
    undo(person: string, step: Step) {
      step.isUndone = true;
      redoable.set(person, [...(redoable.get(person) ?? []), step]);
    },
    redo(person: string, step: Step) {
      step.isUndone = false;
      redoable.get(person)?.pop();
    },
  };
}

function tables(database: Database): unknown[] {
  return [
    database.prepare('SELECT * FROM failure_modes ORDER BY seq').all(),
    database.prepare('SELECT * FROM failure_mode_members').all(),
    database.prepare('SELECT * FROM cluster_decisions').all(),
  ];
}

/** The tables by the same keys as the oracle's. */
function folds(database: Database): Map<string, string | null> {
  const rows = database
    .prepare(
      `SELECT id || '/name' AS key, name AS value FROM failure_modes
       UNION ALL SELECT id || '/status', status FROM failure_modes
       UNION ALL SELECT id || '/merge', merged_with FROM failure_modes
       UNION ALL SELECT id || '/stands', coalesce(merged_into, id) FROM failure_modes
       UNION ALL SELECT id || '/retired', iif(retired, 'yes', NULL) FROM failure_modes
       UNION ALL SELECT failure_mode || '/' || i.id || '/' || place, verdict FROM failure_mode_members
         JOIN interactions AS i ON i.seq = interaction_seq
       UNION ALL SELECT cluster_id, failure_modes FROM cluster_decisions`,
    )
    .raw()
    .all() as [string, string | null][];
  return new Map(rows);
}

function setup() {
  const project = newProject();
  const { database } = project;
  // What is on disk when is for the crash tests.
  database.pragma('synchronous = OFF');
  const items = addInteractions(database, 2);
  const clusters = [createId(), createId()];
  const run = addRun(database, 'current');
  for (const id of clusters) addCluster(database, run, id, `Cluster ${id}`);
  const lead: Actor = { annotator: 'lead', device: 'device-a', now: 1_700_000_000_000 };
  const made = names.slice(0, 2).map((name) => createMode(database, lead, { name }));
  const modes = [
    ...made.flatMap((mode) => (mode.ok ? mode.value : [])),
    ...names.slice(2).map((name) => ensureImportedFailureMode(database, name, 5)),
  ];
  return { project, database, items, clusters, modes };
}

const names = ['Cliche', 'Too long', 'Purple prose', 'Typo'];

function toEnd<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

describe('acts on failure modes, undo and redo', () => {
  it('keep tables equal to an oracle and to a full rebuild, whatever people do', () => {
    const seen = { refused: 0, undone: 0, redone: 0 };
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 40, size: 'max' }), (acts) => {
        const { project, database, items, clusters, modes } = setup();
        const oracle = createOracle();
        let now = 1_700_000_000_000;
        for (const { kind, person, mode, other, choice } of acts) {
          // A clock that sometimes runs backwards.
          now += choice === 0 ? -5000 : 1000;
          const actor: Actor = { annotator: person, device: 'device-a', now };
          const [id = '', into = ''] = [modes[mode], modes[other]];
          const [standing, standingInto] = [oracle.standing(id), oracle.standing(into)];
          const say = (isDone: boolean, said: readonly Said[]) => {
            if (isDone) oracle.add(person, said);
            else seen.refused += 1;
          };
          if (kind === 'rename') {
            const name = names[(other + choice) % names.length] ?? '';
            const isSame = folds(database).get(`${standing}/name`) === name;
            const done = updateMode(database, actor, { id, change: { name } }).ok;
            say(done, isSame ? [] : [{ key: `${standing}/name`, value: name }]);
          } else if (kind === 'status') {
            const status = statuses[choice] ?? 'open';
            const isSame = folds(database).get(`${standing}/status`) === status;
            const done = updateMode(database, actor, { id, change: { status } }).ok;
            say(done, isSame ? [] : [{ key: `${standing}/status`, value: status }]);
          } else if (kind === 'merge') {
            const done = mergeModes(database, actor, { from: [id], into }).ok;
            say(done, [{ key: `${standing}/merge`, value: standingInto }]);
          } else if (kind === 'retire') {
            say(retireMode(database, actor, id).ok, [{ key: `${standing}/retired`, value: 'yes' }]);
          } else if (kind === 'member' || kind === 'move') {
            const verdict = kind === 'move' ? 'in' : ((['in', 'out', null] as const)[choice] ?? null);
            const units = items.map((interactionId) => ({ interactionId, place: '0-1' }));
            const from = kind === 'move' ? into : undefined;
            const done = toEnd(setMembers(database, actor, { id, units, verdict, from })).ok;
            const moved = kind === 'move' ? [{ mode: standingInto, value: 'out' }] : [];
            const said = [...moved, { mode: standing, value: verdict }];
            say(
              done,
              items.flatMap((item) =>
                said.map((one) => ({ key: `${one.mode}/${item}/0-1`, value: one.value })),
              ),
            );
          } else if (kind === 'decide') {
            const cluster = clusters[mode % 2] ?? '';
            const decided = [[], [into], null][choice] ?? null;
            const done = decideCluster(database, actor, { cluster, modes: decided }).ok;
            const value =
              decided === null ? null : JSON.stringify(decided.map((one) => oracle.standing(one)));
            say(done, [{ key: cluster, value }]);
          } else {
            const step = kind === 'undo' ? oracle.latest(person) : oracle.latestUndone(person);
            const moved = toEnd((kind === 'undo' ? undoModes : redoModes)(database, actor));
            if (moved.ok && step !== null) {
              oracle[kind](person, step);
              seen[kind === 'undo' ? 'undone' : 'redone'] += 1;
            } else {
              // Refused because a name is taken, or because there is nothing.
              expect(moved.ok ? 'moved' : moved.error.code).toBe(
                step === null ? 'NOTHING_TO_UNDO' : 'MODE_INVALID',
              );
            }
          }
        }
        const stored = folds(database);
        for (const [key, value] of stored) {
          const [id = '', field = ''] = key.split('/');
          if (field === 'stands') expect(value).toBe(oracle.standing(id));
          else if (field === 'name') expect(value).toBe(oracle.valueOf(key) ?? names[modes.indexOf(id)]);
          else if (field === 'status') expect(value).toBe(oracle.valueOf(key) ?? 'open');
          else expect([key, value]).toEqual([key, oracle.valueOf(key)]);
        }
        const inUse = database
          .prepare('SELECT name FROM failure_modes WHERE merged_into IS NULL AND retired = 0')
          .pluck()
          .all();
        expect(new Set(inUse).size).toBe(inUse.length);
        const incremental = tables(database);
        rebuildFolds(database);
        expect(tables(database)).toEqual(incremental);
        expect(checkProject(database).problems).toEqual([]);
        project.close();
      }),
      { numRuns: 50 },
    );
    // The acts of the test did what it is for.
    expect(Math.min(seen.refused, seen.undone, seen.redone)).toBeGreaterThan(10);
  });
});
