import { z } from 'zod';
import { createId } from '../create-id.ts';
import { type Database, prepare } from '../database.ts';

const annotatorRow = z.object({
  seq: z.int(),
  id: z.string(),
  name: z.string(),
  kind: z.enum(['person', 'imported']),
});
export type AnnotatorRow = z.infer<typeof annotatorRow>;

export function listAnnotators(database: Database): AnnotatorRow[] {
  return z
    .array(annotatorRow)
    .parse(prepare(database, 'SELECT seq, id, name, kind FROM annotators ORDER BY name').all());
}

export function findAnnotator(database: Database, name: string): AnnotatorRow | null {
  const row = prepare(database, 'SELECT seq, id, name, kind FROM annotators WHERE name = ?').get(name);
  return row === undefined ? null : annotatorRow.parse(row);
}

export function findAnnotatorById(database: Database, id: string): AnnotatorRow | null {
  const row = prepare(database, 'SELECT seq, id, name, kind FROM annotators WHERE id = ?').get(id);
  return row === undefined ? null : annotatorRow.parse(row);
}

/** The annotator of this name, made on first use. An imported rater who acts in the app becomes a person. */
export function ensureAnnotator(
  database: Database,
  name: string,
  kind: AnnotatorRow['kind'],
  now: number,
): AnnotatorRow {
  const known = findAnnotator(database, name);
  if (!known) {
    prepare(database, 'INSERT INTO annotators (id, name, kind, created_at) VALUES (?, ?, ?, ?)').run(
      createId(),
      name,
      kind,
      now,
    );
  } else if (kind === 'person' && known.kind === 'imported') {
    prepare(database, `UPDATE annotators SET kind = 'person' WHERE seq = ?`).run(known.seq);
  } else {
    return known;
  }
  const row = findAnnotator(database, name);
  if (!row) throw new Error('An annotator that was just written is not there.');
  return row;
}
