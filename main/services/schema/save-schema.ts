import { checkSchema } from '../../../shared/domain/schema/check-schema.ts';
import { compareSchemas, kindProblems } from '../../../shared/domain/schema/compare-schemas.ts';
import type { LabelSchema, SchemaDraft } from '../../../shared/domain/schema/label-schema.ts';
import { describeProblems } from '../../../shared/domain/schema/read-schema.ts';
import { type Result, fail, succeed } from '../../../shared/result/result.ts';
import { type Database, transact } from '../../db/database.ts';
import { currentLabelSchema, labelSchemaFoldKey, refoldLabelSchema } from '../../db/tables/label-schemas.ts';
import { type Actor, actingAnnotator, recordAct } from '../review/act.ts';
import { everyQuestion, schemaUsage } from './read-schemas.ts';

/**
 * Saves the questions as the project's next version; labels stay as they are. The same questions again write nothing.
 * SCHEMA_INVALID with what is wrong, or where the version that was changed is no longer the newest.
 */
export function saveSchema(
  database: Database,
  actor: Actor,
  draft: SchemaDraft,
  basedOn: number,
): Result<LabelSchema> {
  return transact(database, () => {
    const current = currentLabelSchema(database);
    if (current.version !== basedOn)
      return fail(
        'SCHEMA_INVALID',
        `The label schema has been changed to version ${current.version} meanwhile. Look at that version and make your changes again.`,
      );
    const usage = schemaUsage(database);
    const problems = [...checkSchema(draft), ...kindProblems(everyQuestion(database), draft, usage)];
    if (problems.length > 0) return fail('SCHEMA_INVALID', describeProblems(problems));
    if (compareSchemas(current, draft, usage).length === 0) return succeed(current);
    const { name, description, questions } = draft;
    const schema: LabelSchema = {
      version: current.version + 1,
      name,
      ...(description === undefined ? {} : { description }),
      questions,
    };
    const foldKey = labelSchemaFoldKey(schema.version);
    recordAct(database, actor, actingAnnotator(database, actor), {
      type: 'schema.save',
      interactionId: null,
      foldKey,
      payload: schema,
    });
    refoldLabelSchema(database, foldKey);
    return succeed(currentLabelSchema(database));
  });
}
