import type { Client } from '../../../shared/contract/contract.ts';
import type { Item } from '../../../shared/contract/item-operations.ts';
import type { Answer } from '../command.ts';
import { labelText, readFailureModeNames } from '../failure-mode-names.ts';
import { formatTable, oneLine, plural } from '../format.ts';
import { parseId } from '../parse-id.ts';
import { withProject } from '../with-project.ts';

export interface DisagreementsOptions {
  readonly question?: string;
  readonly limit: number;
  readonly after?: string;
}

/** Where annotators differ: counted by question, or for one question listed with the most disagreement first. */
export async function showDisagreements(project: string, options: DisagreementsOptions): Promise<Answer> {
  const { question } = options;
  const after = options.after === undefined ? undefined : parseId(options.after, 'interaction');
  return withProject(project, 'read', async (client) =>
    question === undefined ? countByQuestion(client) : list(client, { ...options, question, after }),
  );
}

async function countByQuestion(client: Client): Promise<Answer> {
  const questions = await client.review.disputedQuestions();
  const rows = questions.map(({ question, total, resolved, isMore }) => [
    question,
    `${total - resolved}${isMore ? '+' : ''}`,
    resolved,
  ]);
  const text =
    rows.length === 0
      ? 'Annotators differ nowhere.'
      : formatTable([['question', 'open', 'resolved'], ...rows]);
  return { json: { questions }, text };
}

async function list(
  client: Client,
  options: { readonly question: string; readonly limit: number; readonly after: string | undefined },
): Promise<Answer> {
  const { question, limit, after } = options;
  const page = await client.review.disagreements({
    question,
    limit: Math.min(limit, 1000),
    ...(after === undefined ? {} : { after }),
  });
  const names = await readFailureModeNames(client);
  const rows = [];
  for (const { id, ...amount } of page.items) {
    const item = await client.items.get({ id });
    rows.push({ id, ...amount, answers: answersOf(item, question) });
  }
  const lines = rows.map(({ id, answers }) => [
    id,
    answers.map(({ annotator, value }) => `${oneLine(annotator, 30)}: ${labelText(value, names)}`).join(', '),
  ]);
  const more = page.nextAfter === null ? '' : `\nMore: --after ${page.nextAfter}`;
  const head = `${plural(rows.length, 'interaction')} on which annotators differ`;
  const text =
    rows.length === 0 ? `No disagreement on "${question}" is open.` : `${head}\n${formatTable(lines)}${more}`;
  return { json: { question, items: rows, nextAfter: page.nextAfter }, text };
}

function answersOf({ labels }: Item, question: string) {
  return labels.flatMap(({ annotator, value, ...label }) =>
    label.question === question ? [{ annotator, value }] : [],
  );
}
