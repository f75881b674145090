import type { Database } from '../database.ts';
import { rowsOf } from '../query.ts';

export interface NamedSource {
  readonly id: string;
  readonly name: string;
}

/** Finds sources by their seqs, each of which is read once. */
export function sourceReader(database: Database): (seq: number) => NamedSource {
  const query = rowsOf<NamedSource>(database, 'SELECT id, name FROM sources WHERE seq = ?');
  const known = new Map<number, NamedSource>();
  return (seq) => {
    const source = known.get(seq) ?? query.get(seq);
    if (source === undefined) throw new Error('A source went away while it was exported.');
    known.set(seq, source);
    return source;
  };
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

export const labelEventsSql = `
SELECT l.interaction_seq AS seq, l.event_id AS event
FROM json_each(?) AS page CROSS JOIN labels AS l ON l.interaction_seq = page.value
WHERE l.event_id IS NOT NULL AND l.question IN (SELECT value FROM json_each(?))`;

export const spanEventsSql = `
SELECT l.interaction_seq AS seq, l.event_id AS event
FROM json_each(?) AS page CROSS JOIN span_labels AS l ON l.interaction_seq = page.value
WHERE l.event_id IS NOT NULL`;

/** Reads the events that gave the asked labels of a page of seqs, by seq, in order of their ids. */
export function labelEventReader(
  database: Database,
  { questions, spans }: AskedLabels,
): (seqs: readonly number[]) => ReadonlyMap<number, readonly string[]> {
  if (questions.length === 0 && !spans) return () => new Map();
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
