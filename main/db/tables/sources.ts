import { z } from 'zod';
import {
  fileFormatSchema,
  mappingSchema,
  type Source,
  sourceStates,
} from '../../../shared/contract/import-operations.ts';
import type { FileShape } from '../../../shared/domain/file-shape.ts';
import type { Mapping } from '../../../shared/domain/mapping/mapping.ts';
import { type Database, prepare } from '../database.ts';
import { numberOf } from '../query.ts';

export interface NewSource {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly shape: FileShape;
  readonly mapping: Mapping;
  readonly startedAt: number;
}

/** What an import did so far; always read = imported + duplicates + rejected. */
export interface SourceCounts {
  readonly read: number;
  readonly imported: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly editsAdded: number;
}

export type SourceState = (typeof sourceStates)[number];

/** Adds a source in the state `importing` and returns its seq. */
export function insertSource(database: Database, source: NewSource): number {
  const { lastInsertRowid } = prepare(
    database,
    `INSERT INTO sources (id, name, path, format, shape, mapping, state, started_at)
     VALUES (?, ?, ?, ?, ?, ?, 'importing', ?)`,
  ).run(
    source.id,
    source.name,
    source.path,
    source.shape.format,
    JSON.stringify(source.shape),
    JSON.stringify(source.mapping),
    source.startedAt,
  );
  return Number(lastInsertRowid);
}

export function updateSourceCounts(database: Database, seq: number, counts: SourceCounts): void {
  prepare(
    database,
    'UPDATE sources SET read = ?, imported = ?, duplicates = ?, rejected = ?, edits_added = ? WHERE seq = ?',
  ).run(counts.read, counts.imported, counts.duplicates, counts.rejected, counts.editsAdded, seq);
}

export function setSourceState(
  database: Database,
  seq: number,
  state: SourceState,
  finishedAt: number | null,
): void {
  prepare(database, 'UPDATE sources SET state = ?, finished_at = ? WHERE seq = ?').run(
    state,
    finishedAt,
    seq,
  );
}

const sourceRow = z.object({
  seq: z.int(),
  id: z.string(),
  name: z.string(),
  path: z.string(),
  format: fileFormatSchema,
  mapping: z.string().transform((text) => mappingSchema.parse(JSON.parse(text))),
  state: z.enum(sourceStates),
  read: z.int(),
  imported: z.int(),
  duplicates: z.int(),
  rejected: z.int(),
  editsAdded: z.int(),
  startedAt: z.int(),
  finishedAt: z.int().nullable(),
});
export type SourceRow = Source & { readonly seq: number };

const columns = `seq, id, name, path, format, mapping, state, read, imported, duplicates, rejected,
  edits_added AS editsAdded, started_at AS startedAt, finished_at AS finishedAt`;

/** Newest first. */
export function listSources(database: Database): SourceRow[] {
  return z
    .array(sourceRow)
    .parse(prepare(database, `SELECT ${columns} FROM sources ORDER BY seq DESC`).all());
}

export function findSource(database: Database, id: string): SourceRow | null {
  const row = prepare(database, `SELECT ${columns} FROM sources WHERE id = ?`).get(id);
  return row === undefined ? null : sourceRow.parse(row);
}

/** How many of a source's interactions people labelled or edited in the app. */
export function countTouchedByPeople(database: Database, sourceSeq: number): number {
  return numberOf(
    database,
    `SELECT count(*) FROM (
       SELECT l.interaction_seq FROM labels AS l JOIN interactions AS i ON i.seq = l.interaction_seq
       WHERE l.event_id IS NOT NULL AND i.source_seq = ?
       UNION
       SELECT e.interaction_seq FROM edits AS e JOIN interactions AS i ON i.seq = e.interaction_seq
       WHERE e.event_id IS NOT NULL AND i.source_seq = ?)`,
    sourceSeq,
    sourceSeq,
  );
}
