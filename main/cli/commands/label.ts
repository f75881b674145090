import { toContractError } from '../../../shared/contract/engine-failure.ts';
import type { Item } from '../../../shared/contract/item-operations.ts';
import { checkAnswer, findQuestion } from '../../../shared/domain/schema/check-answer.ts';
import type { Answer } from '../command.ts';
import { UsageError } from '../failure.ts';
import { labelText, readFailureModeNames } from '../failure-mode-names.ts';
import { parseId } from '../parse-id.ts';
import { readAnswerText } from '../read-answer-text.ts';
import { withProject } from '../with-project.ts';

export async function labelItem(
  project: string,
  id: string,
  answers: readonly string[],
  options: { readonly as: string },
): Promise<Answer> {
  if (answers.length === 0)
    throw new UsageError({
      message: 'Write question=value, for example verdict=good, or name a part of the output with --span.',
    });
  const parsed = answers.map(parseAnswer);
  const interaction = parseId(id, 'interaction');
  if (options.as.trim() === '') throw new UsageError({ message: '--as needs the name of who answers.' });
  return withProject(project, 'write', async (client) => {
    const schema = await client.review.schema();
    const values = parsed.map(({ question, text }) => ({
      question,
      value: readAnswerText(schema, question, text),
    }));
    // All or none: a script that reads a failure must not find half of its answers stored.
    for (const { question, value } of values) {
      const asked = findQuestion(schema.questions, question);
      const checked = asked.ok ? checkAnswer(asked.value, value) : asked;
      if (!checked.ok) throw toContractError(checked.error);
    }
    let item: Item | null = null;
    for (const { question, value } of values) {
      item = await client.review.setLabel({ id: interaction, annotator: options.as, question, value });
    }
    const labels = item?.labels.filter((label) => label.annotator === options.as) ?? [];
    const names = await readFailureModeNames(client);
    const lines = labels.map((label) => `${label.question} = ${labelText(label.value, names)}`);
    return { json: { id, labels }, text: lines.join('\n') || 'No label is left.' };
  });
}

export function parseAnswer(text: string): { question: string; text: string } {
  const equals = text.indexOf('=');
  if (equals < 1)
    throw new UsageError({
      message: `"${text}" is no answer. Write question=value, for example verdict=good.`,
    });
  return { question: text.slice(0, equals).trim(), text: text.slice(equals + 1) };
}
