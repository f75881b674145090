import { z } from 'zod';
import { parseFoldKey } from '../../../shared/domain/events/fold-key.ts';
import { standingEvents } from '../../../shared/domain/events/standing.ts';
import { standingMode } from '../../../shared/domain/modes/standing-mode.ts';
import { severitySchema } from '../../../shared/domain/spans/severity.ts';
import { type Database, prepare } from '../database.ts';
import { rowsOf, valuesOf } from '../query.ts';
import { type EventRow, eventsOfKey, timeOfEvent } from './events.ts';

/** What people say of a failure mode. An act names some of it; the rest stays as it was. */
const fields = z.object({
  name: z.string(),
  definition: z.string(),
  inclusion: z.string(),
  exclusion: z.string(),
  parent: z.string().nullable(),
  severity: severitySchema.nullable(),
  owner: z.string().nullable(),
  status: z.enum(['open', 'fixing', 'fixed', 'accepted', 'ignored']),
  colour: z.int().nullable(),
});
export const modeChangePayload = fields.partial();
export const modeCreatePayload = modeChangePayload.required({ name: true });
export const modeMergePayload = z.object({ into: z.string() });

const modeState = fields.extend({
  statusAt: z.int().nullable(),
  /** The failure mode that it was merged with; `standingMode` says which one stands for it. */
  mergedWith: z.string().nullable(),
  retired: z.literal([0, 1]),
  eventId: z.string().nullable(),
  createdAt: z.int(),
});
export type ModeState = z.infer<typeof modeState>;

const unsaid = {
  definition: '',
  inclusion: '',
  exclusion: '',
  parent: null,
  severity: null,
  owner: null,
  status: 'open',
  colour: null,
} as const;

const importedRow = z.object({ name: z.string().nullable(), createdAt: z.int() });

/** The failure mode as its table has it. */
export function readMode(database: Database, id: string): ModeState | null {
  const row = prepare(database, `SELECT ${columns} FROM failure_modes WHERE id = ?`).get(id);
  return row === undefined ? null : modeState.parse(row);
}

/**
 * The failure mode as events and imports say it is: made by an act or an import, then field by field what the latest
 * standing act says. One whose making was taken back is retired, so that labels which name it still have a name to show.
 */
export function foldedMode(database: Database, foldKey: string): ModeState | null {
  return modeAfter(eventsOfKey(database, foldKey), importedMode(database, idOf(foldKey)));
}

/** The same after some of its events. */
export function modeAfter(events: readonly EventRow[], imported: ImportedMode | null): ModeState | null {
  const made = events.find(({ type }) => type === 'failure_mode.create');
  if (made === undefined && imported === null) return null;
  const standing = standingEvents(events).filter(({ undoes }) => undoes === null);
  const changes = standing.filter(({ type }) => type === 'failure_mode.change');
  const merge = latestOf(standing, 'failure_mode.merge');
  const isMade = made === undefined || standing.some(({ id }) => id === made.id);
  const said = Object.assign(
    { ...unsaid, name: imported?.name ?? '' },
    made === undefined ? {} : modeCreatePayload.parse(made.payload),
    ...changes.map(({ payload }) => modeChangePayload.parse(payload)),
  );
  const status = [made, ...changes].findLast((event) => event !== undefined && 'status' in payloadOf(event));
  return modeState.parse({
    ...said,
    statusAt: status === undefined ? null : timeOfEvent(status),
    mergedWith: merge === null ? null : modeMergePayload.parse(merge.payload).into,
    retired: isMade && latestOf(standing, 'failure_mode.retire') === null ? 0 : 1,
    eventId: made?.id ?? null,
    createdAt: made === undefined ? (imported?.createdAt ?? 0) : timeOfEvent(made),
  });
}

/** Brings a failure mode's row up to date, and which ones stand for others; its number stays the same. */
export function refoldFailureMode(database: Database, foldKey: string): void {
  const id = idOf(foldKey);
  const state = foldedMode(database, foldKey);
  if (state === null) return;
  prepare(
    database,
    `INSERT INTO failure_modes (id, name, definition, inclusion, exclusion, parent, severity, owner, status, status_at,
       colour, merged_with, retired, event_id, created_at)
     VALUES (:id, :name, :definition, :inclusion, :exclusion, :parent, :severity, :owner, :status, :statusAt,
       :colour, :mergedWith, :retired, :eventId, :createdAt)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, definition = excluded.definition,
       inclusion = excluded.inclusion, exclusion = excluded.exclusion, parent = excluded.parent,
       severity = excluded.severity, owner = excluded.owner, status = excluded.status, status_at = excluded.status_at,
       colour = excluded.colour, merged_with = excluded.merged_with, retired = excluded.retired,
       event_id = excluded.event_id, created_at = excluded.created_at`,
  ).run({ ...state, id });
  refreshStanding(database);
}

/** Deletes failure modes that an act is said to have made and that no act made. */
export function deleteUnmadeFailureModes(database: Database): void {
  prepare(
    database,
    `DELETE FROM failure_modes WHERE event_id IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM events WHERE fold_key = 'failure_mode/' || failure_modes.id)`,
  ).run();
}

/** Sets every failure mode back to what imports brought; the events are folded over it afterwards. */
export function resetModesToImported(database: Database): void {
  prepare(
    database,
    `UPDATE failure_modes SET name = coalesce(imported_name, name), definition = '', inclusion = '', exclusion = '',
       parent = NULL, severity = NULL, owner = NULL, status = 'open', status_at = NULL, colour = NULL,
       merged_with = NULL, merged_into = NULL, retired = 0`,
  ).run();
}

/** How many failure modes name another as standing for them than the merges say. */
export function countWrongStanding(database: Database): number {
  return wrongStanding(database).length;
}

interface Merge {
  readonly id: string;
  readonly mergedWith: string | null;
  readonly mergedInto: string | null;
}

function refreshStanding(database: Database): void {
  const update = prepare(database, 'UPDATE failure_modes SET merged_into = ? WHERE id = ?');
  for (const { id, standing } of wrongStanding(database)) update.run(standing, id);
}

function wrongStanding(database: Database): { readonly id: string; readonly standing: string | null }[] {
  const merges = rowsOf<Merge>(
    database,
    `SELECT id, merged_with AS mergedWith, merged_into AS mergedInto FROM failure_modes
     WHERE merged_with IS NOT NULL OR merged_into IS NOT NULL`,
  ).all();
  const known = valuesOf<string>(
    database,
    'SELECT id FROM failure_modes WHERE id IN (SELECT merged_with FROM failure_modes WHERE merged_with IS NOT NULL)',
  );
  const targets = new Set(known.all());
  const links = new Map(
    merges.flatMap(({ id, mergedWith }) =>
      mergedWith !== null && targets.has(mergedWith) ? [[id, mergedWith] as const] : [],
    ),
  );
  return merges.flatMap(({ id, mergedInto }) => {
    const stands = standingMode(links, id);
    const standing = stands === id ? null : stands;
    return standing === mergedInto ? [] : [{ id, standing }];
  });
}

type ImportedMode = z.infer<typeof importedRow>;

/** What an import says of a failure mode; null where none brought it. */
export function importedMode(database: Database, id: string): ImportedMode | null {
  const row = prepare(
    database,
    `SELECT imported_name AS name, created_at AS createdAt FROM failure_modes
     WHERE id = ? AND imported_name IS NOT NULL`,
  ).get(id);
  return row === undefined ? null : importedRow.parse(row);
}

function latestOf(standing: readonly EventRow[], type: string): EventRow | null {
  return standing.findLast((event) => event.type === type) ?? null;
}

function payloadOf({ payload }: EventRow): object {
  return typeof payload === 'object' && payload !== null ? payload : {};
}

function idOf(foldKey: string): string {
  const target = parseFoldKey(foldKey);
  if (target.kind !== 'failure_mode') throw new Error(`Not the fold key of a failure mode: ${foldKey}`);
  return target.failureModeId;
}

const columns = `name, definition, inclusion, exclusion, parent, severity, owner, status, status_at AS statusAt, colour,
  merged_with AS mergedWith, retired, event_id AS eventId, created_at AS createdAt`;
