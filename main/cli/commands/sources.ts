import type { Answer } from '../command.ts';
import { formatTable, formatTime, plural } from '../format.ts';
import { parseId } from '../parse-id.ts';
import { withProject } from '../with-project.ts';

export async function listSources(project: string): Promise<Answer> {
  return withProject(project, 'read', async (client) => {
    const sources = await client.imports.sources();
    const rows = sources.map((source) => [
      source.id,
      source.state,
      source.read,
      source.imported,
      source.duplicates,
      source.rejected,
      formatTime(source.startedAt),
      source.name,
    ]);
    const head = ['source', 'state', 'read', 'imported', 'duplicates', 'rejected', 'started', 'name'];
    return {
      json: { sources },
      text: sources.length === 0 ? 'Nothing is imported yet.' : formatTable([head, ...rows]),
    };
  });
}

export async function undoImport(
  project: string,
  sourceId: string,
  options: { force?: boolean },
): Promise<Answer> {
  const asked = parseId(sourceId, 'source');
  return withProject(project, 'write', async (client) => {
    const removed = await client.imports.undo({ sourceId: asked, force: options.force ?? false });
    return {
      json: removed,
      text: `Removed ${plural(removed.interactions, 'interaction')}, ${plural(removed.edits, 'edit')} and ${plural(removed.labels, 'label')}.`,
    };
  });
}
