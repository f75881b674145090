import { isJsonList, type Json, type JsonObject } from '../../json.ts';
import type { Message } from '../../message.ts';
import { rowError, type RowFinding, rowWarning } from '../row-finding.ts';
import type { FileRules, FormatOf } from './format.ts';
import { obstacle } from './obstacle.ts';

/** FORMATS A.9, and prm_trainer.py of TRL f2cd577: texts only, a label for each step. */
export const trlStepwise: FormatOf<'stepwise'> = {
  name: 'Stepwise supervision (TRL)',
  sentence:
    'The paragraphs of outputs as steps, good until the first that people changed, for process reward models; read by the PRMTrainer of Hugging Face TRL.',
  kind: 'stepwise',
  write: ({ prompt, steps }) =>
    obstacle({ prompt, trains: 'all' }, { tools: false, masks: true }) ?? {
      ok: true,
      value: {
        prompt: promptText(prompt),
        completions: steps.map(({ text }) => text.toWellFormed()),
        labels: steps.map(({ good }) => good),
      },
    },
  keys: ['prompt', 'completions', 'labels'],
  validate: (row) => [...validatePrompt(row['prompt']), ...validateSteps(row)],
  promptOf: (row) => [{ role: 'user', content: row['prompt'] ?? '' }],
  fileRules: createLabelRule,
};

/** What was asked as it stands; a conversation with the role before each message. */
function promptText(messages: readonly Message[]): string {
  const [first] = messages;
  const text =
    messages.length === 1 && first?.role === 'user'
      ? first.content
      : messages.map(({ role, content }) => `${role}: ${content}`).join('\n\n');
  return text.toWellFormed();
}

function validatePrompt(prompt: Json | undefined): readonly RowFinding[] {
  if (typeof prompt !== 'string') return [rowError('missing_content', '"prompt" is no text.')];
  return prompt.trim() === '' ? [rowError('missing_user_message', '"prompt" is empty.')] : [];
}

function validateSteps({ completions, labels }: JsonObject): readonly RowFinding[] {
  if (!isJsonList(completions) || completions.length === 0 || !completions.every(isText))
    return [rowError('steps', '"completions" is no list of texts with something in them.')];
  const isLabelled =
    isJsonList(labels) &&
    labels.length === completions.length &&
    labels.every((label) => typeof label === 'boolean');
  return isLabelled
    ? []
    : [rowError('step_labels', '"labels" is no list of true and false, one for each completion.')];
}

function isText(value: Json): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function createLabelRule(): FileRules {
  let rows = 0;
  let hasBad = false;
  return {
    add: ({ labels }) => {
      rows += 1;
      hasBad ||= isJsonList(labels) && labels.includes(false);
      return [];
    },
    finish: () =>
      rows === 0 || hasBad
        ? []
        : [rowWarning('steps_all_good', 'All steps are good; a process reward model learns from both.')],
  };
}
