import { z } from 'zod';
import { foldKeyOf, parseFoldKey } from '../../../shared/domain/events/fold-key.ts';
import { latestAct } from '../../../shared/domain/events/standing.ts';
import { type LabelSchema, labelSchemaSchema } from '../../../shared/domain/schema/label-schema.ts';
import { type Database, prepare } from '../database.ts';
import { eventsOfKey, timeOfEvent } from './events.ts';

const schemaBody = z.string().transform((text) => labelSchemaSchema.parse(JSON.parse(text)));

const versionRow = z.object({
  schema: schemaBody,
  savedAt: z.int(),
  /** Null for the version that the project was made with. */
  savedBy: z.string().nullable(),
});
export type LabelSchemaVersion = z.infer<typeof versionRow>;

/** The newest version of the project's questions. */
export function currentLabelSchema(database: Database): LabelSchema {
  const body = prepare(database, 'SELECT body FROM label_schemas ORDER BY version DESC LIMIT 1')
    .pluck()
    .get();
  return schemaBody.parse(body);
}

/** Every version with who saved it and when, newest first. */
export function listLabelSchemas(database: Database): LabelSchemaVersion[] {
  const rows = prepare(
    database,
    `SELECT body AS schema, label_schemas.created_at AS savedAt, annotators.name AS savedBy FROM label_schemas
     LEFT JOIN events ON events.fold_key = 'label_schema/' || label_schemas.version
     LEFT JOIN annotators ON annotators.seq = events.actor_seq
     ORDER BY label_schemas.version DESC, events.clock DESC`,
  ).all();
  return z.array(versionRow).parse(rows);
}

export function insertLabelSchema(database: Database, schema: LabelSchema, now: number): void {
  prepare(database, 'INSERT INTO label_schemas (version, body, created_at) VALUES (?, ?, ?)').run(
    schema.version,
    JSON.stringify(schema),
    now,
  );
}

export function labelSchemaFoldKey(version: number): string {
  return foldKeyOf({ kind: 'label_schema', version });
}

/** Writes a version's row from the event that saved it. */
export function refoldLabelSchema(database: Database, foldKey: string): void {
  const target = parseFoldKey(foldKey);
  if (target.kind !== 'label_schema') throw new Error(`Not the fold key of a label schema: ${foldKey}`);
  const act = latestAct(eventsOfKey(database, foldKey));
  if (!act) return;
  const schema = labelSchemaSchema.parse(act.payload);
  prepare(
    database,
    `INSERT INTO label_schemas (version, body, created_at) VALUES (?, ?, ?)
     ON CONFLICT (version) DO UPDATE SET body = excluded.body, created_at = excluded.created_at`,
  ).run(target.version, JSON.stringify(schema), timeOfEvent(act));
}
