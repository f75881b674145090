import { createId } from '../../main/db/create-id.ts';
import { type Database, prepare, transact } from '../../main/db/database.ts';
import { weekDay } from '../../shared/domain/time/iso-week.ts';
import { addInteractions } from './temp-project.ts';

const dayMs = 86_400_000;

/** What was seen in a week: a number of interactions with one change each of a failure mode or cluster. */
export interface SeenChanges {
  readonly interactions: number;
  /** Seq of the failure mode. */
  readonly mode?: number;
  /** Seqs of run and cluster. */
  readonly cluster?: readonly [run: number, cluster: number];
  /** What the change took out and put in, by its number. */
  readonly texts?: (index: number) => { readonly removed: string; readonly added: string };
}

/** UTC milliseconds of noon on the Wednesday of a week. */
export function middleOf(week: string): number {
  return ((weekDay(week) ?? 0) + 2.5) * dayMs;
}

/** Logs interactions in a week, the first of which have these changes, with rows as the engine would derive them. */
export function logWeek(database: Database, week: string, total: number, seen: readonly SeenChanges[]): void {
  transact(database, () => writeWeek(database, week, total, seen));
}

function writeWeek(database: Database, week: string, total: number, seen: readonly SeenChanges[]): void {
  const ids = addInteractions(database, total);
  const monday = weekDay(week);
  const setTime = prepare(database, 'UPDATE interactions SET created_at = ?, output = ? WHERE id = ?');
  for (const [index, id] of ids.entries()) setTime.run(middleOf(week) + index * 1000, output, id);
  let next = 0;
  for (const { interactions, mode, cluster, texts } of seen)
    for (let index = 0; index < interactions; index++) {
      const seq = Number(
        prepare(database, 'SELECT seq FROM interactions WHERE id = ?').pluck().get(ids[next++]),
      );
      const { removed, added } = texts?.(index) ?? { removed: 'big', added: `small ${index}` };
      const change = addChange(database, seq, removed, added, monday);
      const similarity = 1 - index / 1000;
      if (mode !== undefined)
        prepare(
          database,
          `INSERT INTO change_modes (change_seq, mode_seq, how, similarity, interaction_seq, week)
           VALUES (?, ?, 'near', ?, ?, ?)`,
        ).run(change, mode, similarity, seq, monday);
      if (cluster !== undefined)
        prepare(
          database,
          `INSERT INTO change_clusters (change_seq, run_seq, cluster_seq, similarity, interaction_seq, week)
           VALUES (?, ?, ?, ?, ?, ?)`,
        ).run(change, ...cluster, similarity, seq, monday);
    }
}

const output = 'the big dog';

function addChange(
  database: Database,
  seq: number,
  removed: string,
  added: string,
  monday: number | null,
): number {
  const start = output.indexOf(removed);
  const text = output.replace(removed, added);
  const edit = prepare(
    database,
    `INSERT INTO edits (id, interaction_seq, origin, source_seq, text)
     SELECT ?, seq, 'import', source_seq, ? FROM interactions WHERE seq = ?`,
  ).run(createId(), text, seq);
  prepare(database, 'UPDATE interactions SET edited = 1 WHERE seq = ?').run(seq);
  const { lastInsertRowid } = prepare(
    database,
    `INSERT INTO changes (interaction_seq, kind, edit_seq, place, start_unit, end_unit, start_added, end_added, digest, week)
     VALUES (?, 'change', ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    seq,
    edit.lastInsertRowid,
    `${start}-${start + removed.length}`,
    start,
    start + removed.length,
    start,
    start + added.length,
    added.length * 1000 + Number(/\d+/.exec(added)?.[0] ?? 0),
    monday,
  );
  return Number(lastInsertRowid);
}
