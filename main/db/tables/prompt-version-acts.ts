import { z } from 'zod';
import { foldKeyOf } from '../../../shared/domain/events/fold-key.ts';
import { standingEvents } from '../../../shared/domain/events/standing.ts';
import { type Database, prepare } from '../database.ts';
import { rowsOf } from '../query.ts';
import { eventsOfKey } from './events.ts';
import type { PromptVersion } from './prompt-versions.ts';

/** What a person says about a prompt version; what is not named stays as it is. */
export const promptVersionChange = z
  .object({ liveFrom: z.int().nullable(), template: z.string().nullable() })
  .partial();
export type PromptVersionChange = z.infer<typeof promptVersionChange>;

export interface PromptVersionRow extends PromptVersion {
  readonly id: string;
  readonly name: string;
}

export function findPromptVersion(database: Database, id: string): PromptVersionRow | null {
  const sql = 'SELECT id, name, live_from AS liveFrom, template FROM prompt_versions WHERE id = ?';
  return rowsOf<PromptVersionRow>(database, sql).get(id) ?? null;
}

/** What is said of it, as the table has it. */
export function saidOfPromptVersion(database: Database, id: string): PromptVersion | null {
  const row = findPromptVersion(database, id);
  return row === null ? null : { liveFrom: row.liveFrom, template: row.template };
}

/** What is said of it, as the events say: of each field what the latest standing act does. */
export function foldedPromptVersion(database: Database, id: string): PromptVersion {
  const events = eventsOfKey(database, foldKeyOf({ kind: 'prompt_version', promptVersionId: id }));
  const acts = standingEvents(events).filter((event) => event.undoes === null);
  const changes = acts.map((event) => promptVersionChange.parse(event.payload));
  return Object.assign({ liveFrom: null, template: null }, ...changes);
}

export function refoldPromptVersion(database: Database, id: string): void {
  const { liveFrom, template } = foldedPromptVersion(database, id);
  const sql = 'UPDATE prompt_versions SET live_from = ?, template = ? WHERE id = ?';
  prepare(database, sql).run(liveFrom, template, id);
}

/** Before all events are folded anew. */
export function forgetPromptVersionChanges(database: Database): void {
  prepare(database, 'UPDATE prompt_versions SET live_from = NULL, template = NULL').run();
}
