import { basename } from 'node:path';
import { createId } from '../../db/create-id.ts';
import { inspectFile } from '../../services/imports/inspect-file.ts';
import { exportRejects, listRejects, sources } from '../../services/imports/list-sources.ts';
import { bringsOf, compileMapper } from '../../services/imports/plan-import.ts';
import { previewImport } from '../../services/imports/preview-import.ts';
import { findResumable } from '../../services/imports/find-resumable.ts';
import { retryRejects } from '../../services/imports/retry-rejects.ts';
import {
  deleteMapping,
  listMappings,
  mappingsFor,
  saveMapping,
} from '../../services/imports/saved-mappings.ts';
import { forgetUser } from '../../services/imports/forget-user.ts';
import { undoImport } from '../../services/imports/undo-import.ts';
import { pseudonymKey } from '../../services/app/pseudonym-key.ts';
import { hasPseudonyms, needsPseudonyms, optionsOf } from '../../services/imports/source-options.ts';
import { type ChangeUser, keepUser } from '../../services/imports/prepare-row.ts';
import { createPseudonymiser } from '../../services/imports/pseudonyms.ts';
import type { OpenProject } from '../../services/project/open-project.ts';
import { type EngineState, startNearDuplicates } from '../engine-state.ts';
import { measureSignalsSoon } from '../measure-signals.ts';
import { operations } from '../operations.ts';
import { toMapping } from '../to-mapping.ts';
import { unwrap } from '../unwrap.ts';

export function createImportsHandlers(state: EngineState) {
  const { imports } = operations;
  const database = () => unwrap(state.requireProject()).database;
  const keyOf = ({ database: connection, info }: OpenProject): string =>
    unwrap(
      pseudonymKey(state.options.dataFolder, { id: info.id, hasPseudonyms: hasPseudonyms(connection) }),
    ).toString('base64url');
  const changeUserOf = (project: OpenProject, sourceId: string): ChangeUser => {
    const isPseudonymous = needsPseudonyms(project.database, optionsOf(project.database, sourceId));
    return isPseudonymous ? createPseudonymiser(Buffer.from(keyOf(project), 'base64url')) : keepUser;
  };
  const completeAfter = async (jobId: string): Promise<void> => {
    await state.jobs.whenDone(jobId);
    state.completeDerived();
  };
  return {
    inspect: imports.inspect.handler(async ({ input }) => {
      const inspected = unwrap(await inspectFile(input));
      const project = state.project();
      const saved = project === null ? [] : mappingsFor(project.database, inspected.shape.columns);
      return { ...inspected, mapping: [...inspected.mapping], saved };
    }),
    preview: imports.preview.handler(async ({ input }) =>
      unwrap(await previewImport({ ...input, mapping: toMapping(input.mapping) })),
    ),
    start: imports.start.handler(async ({ input }) => {
      const { path, name, dryRun = false, resume = false } = input;
      const project = unwrap(dryRun ? state.requireProject() : state.requireWritable());
      const mapping = input.mapping === undefined ? undefined : toMapping(input.mapping);
      // A mapping that cannot work is refused here, where the person still has it in front of them.
      if (mapping !== undefined)
        unwrap(
          compileMapper(mapping, input.brings ?? bringsOf(input.adapter ?? null), {
            options: input.options,
          }),
        );
      if (resume) state.jobs.storeEnds();
      const known = resume && !dryRun ? await findResumable(project.database, path) : null;
      const sourceId = dryRun ? null : (known ?? createId());
      const title = `${dryRun ? 'Trying' : 'Importing'} ${name ?? basename(path)}`;
      const { format, adapter, brings, table } = input;
      const options = known === null ? input.options : optionsOf(project.database, known);
      const key = needsPseudonyms(project.database, options) ? keyOf(project) : undefined;
      const job = state.jobs.start(project, {
        kind: 'import',
        title,
        unit: 'bytes',
        input: {
          path,
          format,
          adapter,
          table,
          name,
          mapping,
          brings,
          options,
          sourceId,
          pseudonymKey: key,
          resume: known !== null,
        },
      });
      void completeAfter(job.id);
      return { jobId: job.id, sourceId };
    }),
    sources: imports.sources.handler(() => sources(database())),
    rejects: imports.rejects.handler(({ input }) => unwrap(listRejects(database(), input))),
    exportRejects: imports.exportRejects.handler(async ({ input }) =>
      unwrap(await exportRejects(database(), input)),
    ),
    retryRejects: imports.retryRejects.handler(async ({ input }) => {
      const project = unwrap(state.requireWritable());
      const mapping = input.mapping === undefined ? undefined : toMapping(input.mapping);
      const retried = unwrap(
        await retryRejects(
          project.database,
          { sourceId: input.sourceId, mapping },
          changeUserOf(project, input.sourceId),
        ),
      );
      state.events.publish({ type: 'changed', areas: ['sources', 'items', 'labels'] });
      state.completeDerived();
      return { ...retried };
    }),
    findNearDuplicates: imports.findNearDuplicates.handler(() => ({
      jobId: startNearDuplicates(state.jobs, unwrap(state.requireWritable())).id,
    })),
    savedMappings: imports.savedMappings.handler(() => listMappings(database())),
    saveMapping: imports.saveMapping.handler(({ input }) => {
      const project = unwrap(state.requireWritable());
      return saveMapping(project.database, { ...input, mapping: [...toMapping(input.mapping)] });
    }),
    deleteMapping: imports.deleteMapping.handler(({ input }) =>
      unwrap(deleteMapping(unwrap(state.requireWritable()).database, input.id)),
    ),
    undo: imports.undo.handler(async ({ input }) => {
      const project = unwrap(state.requireWritable());
      const removed = unwrap(await undoImport(project.database, input));
      state.events.publish({ type: 'changed', areas: ['sources', 'items', 'labels'] });
      measureSignalsSoon(state, project);
      return removed;
    }),
    forgetUser: imports.forgetUser.handler(async ({ input: { user } }) => {
      const project = unwrap(state.requireWritable());
      const pseudonym = hasPseudonyms(project.database)
        ? createPseudonymiser(Buffer.from(keyOf(project), 'base64url'))(user)
        : user;
      const removed = unwrap(await forgetUser(project.database, [...new Set([user, pseudonym])]));
      state.events.publish({ type: 'changed', areas: ['sources', 'items', 'labels'] });
      measureSignalsSoon(state, project);
      return removed;
    }),
  };
}
