import type { ProjectStats } from '../../../shared/contract/project-operations.ts';
import type { Answer } from '../command.ts';
import { formatTable, formatTime } from '../format.ts';
import { withProject } from '../with-project.ts';

export async function showStats(project: string): Promise<Answer> {
  return withProject(project, 'read', async (client) => {
    const stats = await client.project.stats();
    return { json: stats, text: describe(stats) };
  });
}

function describe(stats: ProjectStats): string {
  const parts = [
    formatTable([
      ['interactions', stats.interactions],
      ['with an edit', stats.edited],
      ['with a label', stats.labelled],
      ['edits', stats.edits],
      ['labels', stats.labels],
      ['labels on parts', stats.spanLabels],
      ['failure modes', stats.failureModes],
      ['sources', stats.sources],
      ['rejected rows', stats.rejects],
    ]),
    stats.firstAt === null ? '' : `From ${formatTime(stats.firstAt)} to ${formatTime(stats.lastAt)}`,
    table(
      ['annotator', 'labels', 'items', 'edits'],
      stats.annotators.map((one) => [one.name, one.labels, one.items, one.edits]),
    ),
    table(
      ['question', 'answer', 'labels'],
      stats.answers.map((one) => [one.question, one.value, one.count]),
    ),
    table(
      ['signal', 'kind', 'n', 'mean'],
      stats.signals.map((one) => [
        one.name,
        one.kind,
        one.count,
        one.mean === null ? '' : one.mean.toFixed(3),
      ]),
    ),
    table(
      ['prompt version', 'interactions', 'edited'],
      stats.promptVersions.map((one) => [one.name, one.interactions, one.edited]),
    ),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return rows.length === 0 ? '' : formatTable([head, ...rows]);
}
