import { isJsonList, type JsonObject } from '../../json.ts';
import { isSameText } from '../../text/is-same-text.ts';
import { trlMessages } from '../format-messages.ts';
import { rowError, type RowFinding } from '../row-finding.ts';
import { dialects } from '../validators/dialects.ts';
import { contentOf, listOf } from '../validators/message-parts.ts';
import { validateAnswer, validatePrompt } from '../validators/validate-answers.ts';
import { answerOf } from './answer.ts';
import type { FormatOf } from './format.ts';

/** FORMATS A.9: a preference whose prompt stands in both conversations, as RewardTrainer recommends. */
export const trlReward: FormatOf<'preference'> = {
  name: 'Reward (TRL)',
  sentence:
    'Two whole conversations that differ in their last answer, chosen (the edit) and rejected (the output), for reward models; read by the RewardTrainer of Hugging Face TRL.',
  kind: 'preference',
  write: ({ prompt, chosen, rejected, margin, tools }) => {
    const messages = trlMessages(prompt);
    return {
      ok: true,
      value: {
        chosen: [...messages, answerOf(chosen)],
        rejected: [...messages, answerOf(rejected)],
        ...(margin === undefined ? {} : { margin }),
        ...(tools === undefined ? {} : { tools }),
      },
    };
  },
  keys: ['chosen', 'rejected', 'margin', 'tools'],
  validate: (row) => [
    ...(['chosen', 'rejected'] as const).flatMap((key) => validateConversation(row, key)),
    ...validateTogether(row),
    ...(row['margin'] === undefined || typeof row['margin'] === 'number'
      ? []
      : [rowError('margin', '"margin" is no number.')]),
  ],
  promptOf: (row) => listOf(row['chosen']).slice(0, -1),
};

function validateConversation(row: JsonObject, key: string): readonly RowFinding[] {
  const messages = row[key];
  if (!isJsonList(messages) || messages.length === 0) {
    return [rowError('missing_messages_list', `"${key}" is no list of messages.`)];
  }
  return [
    ...validatePrompt(messages.slice(0, -1), dialects.trl),
    ...validateAnswer(messages.slice(-1), `The last message of "${key}"`, dialects.trl),
  ];
}

function validateTogether(row: JsonObject): readonly RowFinding[] {
  const [chosen, rejected] = [listOf(row['chosen']), listOf(row['rejected'])];
  const findings: RowFinding[] = [];
  if (JSON.stringify(chosen.slice(0, -1)) !== JSON.stringify(rejected.slice(0, -1))) {
    findings.push(rowError('different_prompts', 'Chosen and rejected differ before their last message.'));
  }
  const [better, worse] = [contentOf(chosen.at(-1) ?? null), contentOf(rejected.at(-1) ?? null)];
  if (better !== undefined && worse !== undefined && isSameText(better, worse)) {
    findings.push(rowError('identical_preference', 'Both answers are the same, apart from white space.'));
  }
  return findings;
}
