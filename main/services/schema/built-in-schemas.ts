import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SchemaDraft, schemaDraftSchema } from '../../../shared/domain/schema/label-schema.ts';

export interface BuiltInSchema {
  /** The name of its file, without the extension. */
  readonly id: string;
  readonly schema: SchemaDraft;
}

/** The schema that new projects begin with. */
export const defaultSchemaId = 'review';

/** The label schemas that Flywheel ships, that of new projects first. */
export function builtInSchemas(resourcesFolder: string): BuiltInSchema[] {
  const folder = join(resourcesFolder, 'label-schemas');
  const ids = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .toSorted();
  return [defaultSchemaId, ...ids.filter((id) => id !== defaultSchemaId)].map((id) => ({
    id,
    schema: schemaDraftSchema.parse(JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8'))),
  }));
}
