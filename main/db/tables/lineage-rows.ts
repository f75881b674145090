import type { Database } from '../database.ts';
import { rowsOf } from '../query.ts';
import { editOrder } from './items.ts';

/** Where an interaction comes from, and the edit that it shows. */
export interface StoredLineage {
  readonly seq: number;
  readonly id: string;
  readonly source: string;
  readonly sourceName: string;
  readonly externalId: string | null;
  readonly edit: string | null;
  readonly origin: 'import' | 'app' | null;
}

const newestFirst = editOrder.map((term) => `${term} DESC`).join(', ');

const lineageSql = `
SELECT i.seq, i.id, s.id AS source, s.name AS sourceName, i.external_id AS externalId, shown.id AS edit, shown.origin
FROM json_each(?) AS page CROSS JOIN interactions AS i ON i.seq = page.value
CROSS JOIN sources AS s ON s.seq = i.source_seq
LEFT JOIN edits AS shown ON shown.seq = CASE i.edited WHEN 1 THEN (
  SELECT e.seq FROM edits AS e WHERE e.interaction_seq = i.seq ORDER BY ${newestFirst} LIMIT 1
) END`;

/** Reads a page of seqs at once. */
export function lineageReader(database: Database): (seqs: readonly number[]) => StoredLineage[] {
  const query = rowsOf<StoredLineage>(database, lineageSql);
  return (seqs) => query.all(JSON.stringify(seqs));
}

/** Which labels a recipe asks for: answers to questions, and whether labels on parts of outputs. */
export interface AskedLabels {
  readonly questions: readonly string[];
  readonly spans: boolean;
}

interface LabelEvent {
  readonly seq: number;
  readonly event: string;
}

const labelEventsSql = `
SELECT l.interaction_seq AS seq, l.event_id AS event
FROM json_each(?) AS page CROSS JOIN labels AS l ON l.interaction_seq = page.value
WHERE l.event_id IS NOT NULL AND l.question IN (SELECT value FROM json_each(?))`;

const spanEventsSql = `
SELECT l.interaction_seq AS seq, l.event_id AS event
FROM json_each(?) AS page CROSS JOIN span_labels AS l ON l.interaction_seq = page.value
WHERE l.event_id IS NOT NULL`;

/** Reads the events that gave the asked labels of a page of seqs, by seq, in order of their ids. */
export function labelEventReader(
  database: Database,
  { questions, spans }: AskedLabels,
): (seqs: readonly number[]) => ReadonlyMap<number, readonly string[]> {
  const answers = rowsOf<LabelEvent>(database, labelEventsSql);
  const onParts = rowsOf<LabelEvent>(database, spanEventsSql);
  return (seqs) => {
    const page = JSON.stringify(seqs);
    const rows = [
      ...(questions.length === 0 ? [] : answers.all(page, JSON.stringify(questions))),
      ...(spans ? onParts.all(page) : []),
    ];
    const found = new Map<number, string[]>();
    for (const { seq, event } of rows) {
      const events = found.get(seq);
      if (events === undefined) found.set(seq, [event]);
      else events.push(event);
    }
    for (const events of found.values()) events.sort();
    return found;
  };
}
