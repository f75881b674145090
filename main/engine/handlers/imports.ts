import { basename } from 'node:path';
import { compileMapping } from '../../../shared/domain/mapping/map-row.ts';
import type { Mapping, MappingEntry } from '../../../shared/domain/mapping/mapping.ts';
import { isTarget, parseTarget } from '../../../shared/domain/mapping/target.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import { createId } from '../../db/create-id.ts';
import { inspectFile } from '../../services/imports/inspect-file.ts';
import { exportRejects, listRejects, sources } from '../../services/imports/list-sources.ts';
import { previewImport } from '../../services/imports/preview-import.ts';
import { undoImport } from '../../services/imports/undo-import.ts';
import type { EngineState } from '../engine-state.ts';
import { operations } from '../operations.ts';
import { unwrap } from '../unwrap.ts';

export function createImportsHandlers(state: EngineState) {
  const { imports } = operations;
  const database = () => unwrap(state.requireProject()).database;
  return {
    inspect: imports.inspect.handler(async ({ input }) => {
      const inspected = unwrap(await inspectFile(input));
      return { ...inspected, mapping: [...inspected.mapping] };
    }),
    preview: imports.preview.handler(async ({ input }) =>
      unwrap(await previewImport({ ...input, mapping: toMapping(input.mapping) })),
    ),
    start: imports.start.handler(({ input }) => {
      const { path, format, name, dryRun = false } = input;
      const project = unwrap(dryRun ? state.requireProject() : state.requireWritable());
      const mapping = input.mapping === undefined ? undefined : toMapping(input.mapping);
      // A mapping that cannot work is refused here, where the person still has it in front of them.
      if (mapping !== undefined) unwrap(compileMapping(mapping));
      const sourceId = dryRun ? null : createId();
      const title = `${dryRun ? 'Trying' : 'Importing'} ${name ?? basename(path)}`;
      const job = state.jobs.start(project, {
        kind: 'import',
        title,
        unit: 'bytes',
        input: { path, format, name, mapping, sourceId },
      });
      return { jobId: job.id, sourceId };
    }),
    sources: imports.sources.handler(() => sources(database())),
    rejects: imports.rejects.handler(({ input }) => unwrap(listRejects(database(), input))),
    exportRejects: imports.exportRejects.handler(async ({ input }) =>
      unwrap(await exportRejects(database(), input)),
    ),
    undo: imports.undo.handler(async ({ input }) => {
      const project = unwrap(state.requireWritable());
      const removed = unwrap(await undoImport(project.database, input));
      state.events.publish({ type: 'changed', areas: ['sources', 'items', 'labels'] });
      return removed;
    }),
  };
}

/** On the wire targets are plain text. */
function toMapping(entries: readonly { readonly target: string; readonly path: string }[]): Mapping {
  return entries.map((entry) => unwrap(toEntry(entry.target, entry.path)));
}

function toEntry(target: string, path: string): Result<MappingEntry> {
  if (isTarget(target)) return succeed({ target, path });
  const parsed = parseTarget(target);
  return parsed.ok ? fail('MAPPING_INVALID', `"${target}" is not a target.`) : parsed;
}
