import type { Client } from '../../../shared/contract/contract.ts';
import type { LabelValue } from '../../../shared/domain/schema/label-schema.ts';
import type { Answer } from '../command.ts';
import { labelText, readFailureModeNames } from '../failure-mode-names.ts';
import { UsageError } from '../failure.ts';
import { formatTable, plural } from '../format.ts';
import { parseId } from '../parse-id.ts';
import { readAnswerText } from '../read-answer-text.ts';
import { withProject } from '../with-project.ts';
import { parseAnswer } from './label.ts';

export interface GoldOptions {
  readonly as?: string;
  readonly limit: number;
}

/** Lists gold items and how often annotators gave the expected answers, or says which answers are expected of one. */
export async function showGold(
  project: string,
  id: string | undefined,
  answers: readonly string[],
  options: GoldOptions,
): Promise<Answer> {
  if (id === undefined)
    return withProject(project, 'read', async (client) => listGold(client, options.limit));
  const interaction = parseId(id, 'interaction');
  const parsed = answers.map(parseAnswer);
  const { as } = options;
  if (parsed.length === 0)
    return withProject(project, 'read', async (client) => describe(client, interaction));
  if (as === undefined || as.trim() === '')
    throw new UsageError({ message: '--as needs the name of who says which answer is right.' });
  return withProject(project, 'write', async (client) => {
    const schema = await client.review.schema();
    for (const { question, text } of parsed) {
      const value = readAnswerText(schema, question, text);
      await client.gold.set({ id: interaction, annotator: as, question, value });
    }
    return describe(client, interaction);
  });
}

async function describe(client: Client, id: string): Promise<Answer> {
  const { answers } = await client.gold.get({ id });
  const names = await readFailureModeNames(client);
  const lines = Object.entries(answers).map(
    ([question, value]) => `${question} = ${labelText(value, names)}`,
  );
  return { json: { id, answers }, text: lines.join('\n') || 'No answer is expected of it.' };
}

async function listGold(client: Client, limit: number): Promise<Answer> {
  const { items, total } = await client.gold.list({ limit: Math.min(limit, 1000) });
  const accuracy = await client.gold.accuracy();
  const json = { items, total, accuracy };
  if (total === 0)
    return {
      json,
      text: 'There is no gold item yet. Make one: flywheel gold PROJECT ID verdict=good --as NAME.',
    };
  const names = await readFailureModeNames(client);
  const text = (answers: Record<string, LabelValue>) =>
    Object.entries(answers)
      .map(([question, value]) => `${question}=${labelText(value, names)}`)
      .join(', ');
  const parts = [
    formatTable(items.map((item) => [item.id, text(item.answers)])),
    plural(total, 'gold item'),
    formatTable(
      accuracy.map((row) => [row.annotator, row.question, `${row.right} of ${row.answered} right`]),
    ),
  ];
  return { json, text: parts.filter((part) => part !== '').join('\n') };
}
