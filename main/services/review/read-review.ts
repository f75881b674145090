import type { Annotator } from '../../../shared/contract/review-operations.ts';
import type { LabelSchema } from '../../../shared/domain/schema/label-schema.ts';
import type { Database } from '../../db/database.ts';
import { listAnnotators } from '../../db/tables/annotators.ts';
import { currentLabelSchema } from '../../db/tables/label-schemas.ts';

/** The project's questions as they are now. */
export function labelSchema(database: Database): LabelSchema {
  return currentLabelSchema(database);
}

/** Everybody who labelled or edited here, by name. */
export function annotators(database: Database): Annotator[] {
  return listAnnotators(database).map(({ id, name, kind }) => ({ id, name, kind }));
}
