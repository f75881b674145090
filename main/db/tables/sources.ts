import { z } from 'zod';
import {
  type Brings,
  bringsSchema,
  fileFormatSchema,
  type ImportOptions,
  importOptionsSchema,
  mappingSchema,
  type PersonalData,
  personalDataSchema,
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
  readonly brings: Brings;
  readonly options: ImportOptions;
  /** Tells whether the file is still the one that was read; see `fileStamp`. */
  readonly fileStamp: string | null;
  readonly startedAt: number;
}

/** What an import did so far; always read = imported + attached + duplicates + rejected + skipped. */
export interface SourceCounts {
  readonly read: number;
  readonly imported: number;
  readonly attached: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly skipped: number;
  readonly editsAdded: number;
  readonly labelsAdded: number;
  readonly signalsAdded: number;
  readonly skipReasons: Readonly<Record<string, number>>;
}

export const noCounts: SourceCounts = {
  read: 0,
  imported: 0,
  attached: 0,
  duplicates: 0,
  rejected: 0,
  skipped: 0,
  editsAdded: 0,
  labelsAdded: 0,
  signalsAdded: 0,
  skipReasons: {},
};

export type SourceState = (typeof sourceStates)[number];

/** Adds a source in the state `importing` and returns its seq. */
export function insertSource(database: Database, source: NewSource): number {
  const { lastInsertRowid } = prepare(
    database,
    `INSERT INTO sources (id, name, path, format, adapter, shape, mapping, brings, options, file_stamp, state, started_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'importing', ?)`,
  ).run(
    source.id,
    source.name,
    source.path,
    source.shape.format,
    source.shape.adapter,
    JSON.stringify(source.shape),
    JSON.stringify(source.mapping),
    source.brings,
    JSON.stringify(source.options),
    source.fileStamp,
    source.startedAt,
  );
  return Number(lastInsertRowid);
}

export function updateSourceCounts(database: Database, seq: number, counts: SourceCounts): void {
  prepare(
    database,
    `UPDATE sources SET read = ?, imported = ?, attached = ?, duplicates = ?, rejected = ?, skipped = ?, edits_added = ?,
       labels_added = ?, signals_added = ?, skip_reasons = ? WHERE seq = ?`,
  ).run(
    counts.read,
    counts.imported,
    counts.attached,
    counts.duplicates,
    counts.rejected,
    counts.skipped,
    counts.editsAdded,
    counts.labelsAdded,
    counts.signalsAdded,
    JSON.stringify(counts.skipReasons),
    seq,
  );
}

/** What an import found out about its file besides its rows. */
export function updateSourceFindings(
  database: Database,
  seq: number,
  findings: {
    readonly unmapped: Readonly<Record<string, number>>;
    readonly personalData: PersonalData | null;
  },
): void {
  prepare(database, 'UPDATE sources SET unmapped = ?, personal_data = ? WHERE seq = ?').run(
    JSON.stringify(findings.unmapped),
    findings.personalData === null ? null : JSON.stringify(findings.personalData),
    seq,
  );
}

/** What is taken away cannot go on being brought: marks a source whose rows are being removed. */
/** One interaction of a source was deleted because its user was forgotten: it counts as skipped from now on. */
export function countForgotten(database: Database, seq: number): void {
  prepare(
    database,
    `UPDATE sources SET imported = imported - 1, skipped = skipped + 1,
       skip_reasons = json_set(skip_reasons, '$.${forgotten}', coalesce(json_extract(skip_reasons, '$.${forgotten}'), 0) + 1)
     WHERE seq = ?`,
  ).run(seq);
}

const forgotten = '"of a user who was forgotten"';

export function isImporting(database: Database): boolean {
  return numberOf(database, `SELECT count(*) FROM sources WHERE state = 'importing'`) > 0;
}

export function beginRemoval(database: Database, seq: number): void {
  prepare(
    database,
    `UPDATE sources SET state = 'interrupted', file_stamp = NULL, finished_at = NULL WHERE seq = ?`,
  ).run(seq);
}

/** Goes on with an import that was cut off: its source is written to again. */
export function reopenSource(database: Database, seq: number): void {
  prepare(database, `UPDATE sources SET state = 'importing', finished_at = NULL WHERE seq = ?`).run(seq);
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

const countsByName = z.record(z.string(), z.int());

function jsonText<T extends z.ZodType>(schema: T) {
  return z.string().transform((text) => schema.parse(JSON.parse(text)));
}

const sourceRow = z.object({
  seq: z.int(),
  id: z.string(),
  name: z.string(),
  path: z.string(),
  format: fileFormatSchema,
  adapter: z.string().nullable(),
  mapping: jsonText(mappingSchema),
  brings: bringsSchema,
  options: jsonText(importOptionsSchema),
  state: z.enum(sourceStates),
  read: z.int(),
  imported: z.int(),
  attached: z.int(),
  duplicates: z.int(),
  rejected: z.int(),
  skipped: z.int(),
  editsAdded: z.int(),
  labelsAdded: z.int(),
  signalsAdded: z.int(),
  skipReasons: jsonText(countsByName),
  unmapped: jsonText(countsByName),
  personalData: z.nullable(jsonText(personalDataSchema)),
  fileStamp: z.string().nullable(),
  resumable: z.int().transform((flag) => flag === 1),
  startedAt: z.int(),
  finishedAt: z.int().nullable(),
});
export type SourceRow = Source & { readonly seq: number; readonly fileStamp: string | null };

const columns = `seq, id, name, path, format, adapter, mapping, brings, options, state, read, imported, attached, duplicates,
  rejected, skipped, edits_added AS editsAdded, labels_added AS labelsAdded, signals_added AS signalsAdded,
  skip_reasons AS skipReasons, unmapped, personal_data AS personalData, file_stamp AS fileStamp,
  (state IN ('interrupted', 'failed') AND file_stamp IS NOT NULL) AS resumable, started_at AS startedAt,
  finished_at AS finishedAt`;

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

const shapeRow = jsonText(z.object({ delimiter: z.string().nullable(), columns: z.array(z.string()) }));

/** What is needed to read a row of a source again from its text. */
export function readSourceShape(database: Database, seq: number): z.infer<typeof shapeRow> {
  return shapeRow.parse(prepare(database, 'SELECT shape FROM sources WHERE seq = ?').pluck().get(seq));
}

/** The newest import of this very file that was cut off, or null. */
export function findInterrupted(database: Database, path: string, fileStamp: string): SourceRow | null {
  const row = prepare(
    database,
    `SELECT ${columns} FROM sources WHERE path = ? AND file_stamp = ? AND state IN ('interrupted', 'failed')
     ORDER BY seq DESC LIMIT 1`,
  ).get(path, fileStamp);
  return row === undefined ? null : sourceRow.parse(row);
}

/** How many of a source's interactions people labelled, edited or resolved in the app. */
export function countTouchedByPeople(database: Database, sourceSeq: number): number {
  return numberOf(
    database,
    `SELECT count(*) FROM (
       SELECT l.interaction_seq FROM labels AS l JOIN interactions AS i ON i.seq = l.interaction_seq
       WHERE l.event_id IS NOT NULL AND i.source_seq = ?
       UNION
       SELECT s.interaction_seq FROM span_labels AS s JOIN interactions AS i ON i.seq = s.interaction_seq
       WHERE s.event_id IS NOT NULL AND i.source_seq = ?
       UNION
       SELECT r.interaction_seq FROM resolutions AS r JOIN interactions AS i ON i.seq = r.interaction_seq
       WHERE i.source_seq = ?
       UNION
       SELECT e.interaction_seq FROM edits AS e JOIN interactions AS i ON i.seq = e.interaction_seq
       WHERE e.event_id IS NOT NULL AND i.source_seq = ?)`,
    sourceSeq,
    sourceSeq,
    sourceSeq,
    sourceSeq,
  );
}
