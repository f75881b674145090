import { createId } from '../../main/db/create-id.ts';
import { type Database, prepare } from '../../main/db/database.ts';
import { addInteractions } from './temp-project.ts';

export interface AskedInput {
  readonly input: string;
  readonly session?: string;
  readonly user?: string;
  /** UTC milliseconds. */
  readonly at?: number;
}

/** Interactions with these inputs, in this order of import; returns their ids. */
export function addInputs(database: Database, asked: readonly AskedInput[]): string[] {
  const [first] = addInteractions(database, 1);
  const ids = asked.map(({ input, session = null, user = null, at = null }) => {
    const id = createId();
    prepare(
      database,
      `INSERT INTO interactions (id, source_seq, content_hash, messages, output, meta, session, user, created_at)
       SELECT ?, source_seq, ?, ?, 'Output', '{}', ?, ?, ? FROM interactions WHERE id = ?`,
    ).run(id, Buffer.from(id), JSON.stringify([{ role: 'user', content: input }]), session, user, at, first);
    return id;
  });
  prepare(database, 'DELETE FROM interactions WHERE id = ?').run(first);
  return ids;
}
