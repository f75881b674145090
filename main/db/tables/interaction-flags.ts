import { z } from 'zod';
import { type Database, prepare } from '../database.ts';

const keyRow = z.object({ seq: z.int(), id: z.string(), output: z.string() });
export type InteractionKey = z.infer<typeof keyRow>;

/** The interaction that an act is about, or null where it is not (any more) in the project. */
export function findInteraction(database: Database, id: string): InteractionKey | null {
  const row = prepare(database, 'SELECT seq, id, output FROM interactions WHERE id = ?').get(id);
  return row === undefined ? null : keyRow.parse(row);
}

/** Makes `edited` and `labelled` of one interaction tell what its edits and labels tell. Writes only on a change. */
export function refreshFlags(database: Database, interactionSeq: number): void {
  prepare(database, `${update} AND seq = ?`).run(interactionSeq);
}

/** The same for all. */
export function refreshAllFlags(database: Database): void {
  prepare(database, update).run();
}

/**
 * Edited is what somebody left different from the output. An edit equal to it is kept, because it says that a person
 * took the output as it was, but it changes nothing.
 */
const facts = `EXISTS (SELECT 1 FROM edits WHERE interaction_seq = interactions.seq AND text <> interactions.output),
  EXISTS (SELECT 1 FROM labels WHERE interaction_seq = interactions.seq)`;
/** A condition on `interactions`: its flags do not tell the facts. */
export const wrongFlags = `(edited, labelled) IS NOT (SELECT ${facts})`;
const update = `UPDATE interactions SET (edited, labelled) = (SELECT ${facts}) WHERE ${wrongFlags}`;
