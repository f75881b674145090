import { type LabelSchema, labelSchemaSchema } from '../../../shared/domain/schema/label-schema.ts';
import { type Database, prepare } from '../database.ts';

/** The newest version of the project's questions. */
export function currentLabelSchema(database: Database): LabelSchema {
  const body = prepare(database, 'SELECT body FROM label_schemas ORDER BY version DESC LIMIT 1')
    .pluck()
    .get();
  return labelSchemaSchema.parse(JSON.parse(String(body)));
}

export function insertLabelSchema(database: Database, schema: LabelSchema, now: number): void {
  prepare(database, 'INSERT INTO label_schemas (version, body, created_at) VALUES (?, ?, ?)').run(
    schema.version,
    JSON.stringify(schema),
    now,
  );
}
