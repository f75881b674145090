import type { Answer } from '../command.ts';
import { UsageError } from '../failure.ts';
import { labelText, readFailureModeNames } from '../failure-mode-names.ts';
import { parseId } from '../parse-id.ts';
import { readAnswerText } from '../read-answer-text.ts';
import { withProject } from '../with-project.ts';

export interface ResolveOptions {
  readonly question: string;
  readonly value: string;
  readonly note?: string;
  readonly as: string;
}

/** Sets or withdraws what the team says to one question on one interaction. */
export async function resolveItem(project: string, id: string, options: ResolveOptions): Promise<Answer> {
  const { question, value, note, as: annotator } = options;
  const interaction = parseId(id, 'interaction');
  if (annotator.trim() === '') throw new UsageError({ message: '--as needs the name of who resolves it.' });
  return withProject(project, 'write', async (client) => {
    const schema = await client.review.schema();
    const item = await client.review.resolve({
      id: interaction,
      annotator,
      question,
      value: readAnswerText(schema, question, value),
      ...(note === undefined ? {} : { note }),
    });
    const { resolutions } = item;
    const names = await readFailureModeNames(client);
    const lines = resolutions.map(
      (one) => `${one.question} = ${labelText(one.value, names)} (${one.annotator})`,
    );
    return { json: { id, resolutions }, text: lines.join('\n') || 'No resolution is left.' };
  });
}
