import { labelSchema } from '../../services/review/read-review.ts';
import { builtInSchemas } from '../../services/schema/built-in-schemas.ts';
import { everyQuestion, schemaHistory, schemaUsage } from '../../services/schema/read-schemas.ts';
import { saveSchema } from '../../services/schema/save-schema.ts';
import { readSchemaFile, writeSchemaFile } from '../../services/schema/schema-file.ts';
import type { EngineState } from '../engine-state.ts';
import { operations } from '../operations.ts';
import { unwrap } from '../unwrap.ts';

export function createSchemaHandlers(state: EngineState) {
  const { schema } = operations;
  const database = () => unwrap(state.requireProject()).database;
  return {
    history: schema.history.handler(() => schemaHistory(database())),
    everyQuestion: schema.everyQuestion.handler(() => everyQuestion(database())),
    usage: schema.usage.handler(() => schemaUsage(database())),
    save: schema.save.handler(({ input }) => {
      const project = unwrap(state.requireWritable());
      const actor = { annotator: input.annotator, device: state.device, now: Date.now() };
      const saved = unwrap(saveSchema(project.database, actor, input.schema, input.basedOn));
      state.events.publish({ type: 'changed', areas: ['schema'] });
      state.completeDerived();
      return saved;
    }),
    builtIn: schema.builtIn.handler(() => builtInSchemas(state.options.resourcesFolder)),
    read: schema.read.handler(async ({ input }) => unwrap(await readSchemaFile(input.path))),
    write: schema.write.handler(async ({ input }) =>
      unwrap(await writeSchemaFile(labelSchema(database()), input.path)),
    ),
  };
}
