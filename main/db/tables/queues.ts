import { z } from 'zod';
import { type QueueSettings, queueSettingsSchema } from '../../../shared/domain/queue/queue-settings.ts';
import { type Database, prepare } from '../database.ts';
import type { AnnotatorRow } from './annotators.ts';

/** What of the settings has no column or table of its own. */
const storedSettings = queueSettingsSchema.omit({ name: true, annotators: true });

const queueRow = z.object({
  seq: z.int(),
  id: z.string(),
  name: z.string(),
  settings: z.string().transform((text) => storedSettings.parse(JSON.parse(text))),
  createdAt: z.int(),
  build: z.int().nullable(),
  madeAt: z.int().nullable(),
  throughSeq: z.int(),
  size: z.int(),
  /** Interactions by assignee, as a number in text. */
  counts: z.string().transform((text) => z.record(z.string(), z.int()).parse(JSON.parse(text))),
  note: z.string().nullable(),
});

export interface QueueRow extends Omit<z.infer<typeof queueRow>, 'settings' | 'name'> {
  readonly settings: QueueSettings;
  readonly annotators: readonly Pick<AnnotatorRow, 'seq' | 'name'>[];
}

const columns = `seq, id, name, settings, created_at AS createdAt, build, made_at AS madeAt, through_seq AS throughSeq,
  size, counts, note`;

/** By name. */
export function listQueues(database: Database): QueueRow[] {
  const rows = prepare(database, `SELECT ${columns} FROM queues ORDER BY name`).all();
  return rows.map((row) => complete(database, row));
}

export function findQueue(database: Database, id: string): QueueRow | null {
  const row = prepare(database, `SELECT ${columns} FROM queues WHERE id = ?`).get(id);
  return row === undefined ? null : complete(database, row);
}

const assigned = z.array(z.object({ seq: z.int(), name: z.string() }));

function complete(database: Database, row: unknown): QueueRow {
  const { settings, name, ...rest } = queueRow.parse(row);
  const annotators = assigned.parse(
    prepare(
      database,
      `SELECT a.seq, a.name FROM queue_annotators AS q JOIN annotators AS a ON a.seq = q.annotator_seq
       WHERE q.queue_seq = ? ORDER BY a.name`,
    ).all(rest.seq),
  );
  return {
    ...rest,
    settings: { ...settings, name, annotators: annotators.map((one) => one.name) },
    annotators,
  };
}

/** Whether another queue has this name, in any letter case. */
export function isQueueName(database: Database, name: string, exceptId: string | null): boolean {
  return (
    prepare(database, 'SELECT 1 FROM queues WHERE name = ? AND id IS NOT ?').get(name, exceptId) !== undefined
  );
}

function storedOf(settings: QueueSettings): string {
  return JSON.stringify(storedSettings.parse(settings));
}

export function insertQueue(
  database: Database,
  { id, settings, now }: { readonly id: string; readonly settings: QueueSettings; readonly now: number },
  annotatorSeqs: readonly number[],
): void {
  const { lastInsertRowid } = prepare(
    database,
    'INSERT INTO queues (id, name, settings, created_at) VALUES (?, ?, ?, ?)',
  ).run(id, settings.name, storedOf(settings), now);
  assign(database, Number(lastInsertRowid), annotatorSeqs);
}

export function updateQueue(
  database: Database,
  seq: number,
  settings: QueueSettings,
  annotatorSeqs: readonly number[],
): void {
  prepare(database, 'UPDATE queues SET name = ?, settings = ? WHERE seq = ?').run(
    settings.name,
    storedOf(settings),
    seq,
  );
  prepare(database, 'DELETE FROM queue_annotators WHERE queue_seq = ?').run(seq);
  assign(database, seq, annotatorSeqs);
}

function assign(database: Database, queueSeq: number, annotatorSeqs: readonly number[]): void {
  const insert = prepare(
    database,
    'INSERT OR IGNORE INTO queue_annotators (queue_seq, annotator_seq) VALUES (?, ?)',
  );
  for (const seq of annotatorSeqs) insert.run(queueSeq, seq);
}

export function deleteQueue(database: Database, seq: number): void {
  prepare(database, 'DELETE FROM queues WHERE seq = ?').run(seq);
}
