import type { Answer } from '../command.ts';
import { formatTime, printable } from '../format.ts';
import { parseId } from '../parse-id.ts';
import { withProject } from '../with-project.ts';

/** Everything that people did with one interaction, oldest first. */
export async function showHistory(project: string, id: string): Promise<Answer> {
  const asked = parseId(id, 'interaction');
  return withProject(project, 'read', async (client) => {
    const history = await client.review.history({ id: asked });
    const lines = history.map(({ at, annotator, description, stands, isUndo }) => {
      const notes = [isUndo ? 'undo' : '', stands ? '' : 'taken back'].filter((note) => note !== '');
      return `${formatTime(at)}  ${annotator}  ${description}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`;
    });
    const text = lines.length === 0 ? 'Nobody has labelled or edited it.' : lines.join('\n');
    return { json: { history }, text: printable(text) };
  });
}
