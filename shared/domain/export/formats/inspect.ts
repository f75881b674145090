import { isJsonList, type Json } from '../../json.ts';
import { openAiMessages } from '../format-messages.ts';
import { rowError, type RowFinding } from '../row-finding.ts';
import { dialects } from '../validators/dialects.ts';
import { listOf } from '../validators/message-parts.ts';
import { validatePrompt } from '../validators/validate-answers.ts';
import type { FormatOf } from './format.ts';
import { obstacle } from './obstacle.ts';
import { rubricOf } from './rubric.ts';

/** FORMATS A.14: UKGovernmentBEIS/inspect_ai at 499e615. */
export const inspect: FormatOf<'evaluation'> = {
  name: 'Inspect AI',
  sentence:
    'A row for each edit, with the conversation as input, the edit as target and its failure modes as metadata; read by json_dataset of Inspect AI.',
  kind: 'evaluation',
  write: ({ id, prompt, ideal, modes, about }) => {
    const blocked = obstacle({ prompt, trains: 'all' }, { tools: false, masks: true });
    if (blocked !== null) return blocked;
    return {
      ok: true,
      value: {
        id: about === undefined ? id : `${id}/${about.name.toWellFormed()}`,
        input: openAiMessages(prompt),
        target: ideal.toWellFormed(),
        metadata: {
          failure_modes: modes.map(({ name }) => name.toWellFormed()),
          ...(about === undefined ? {} : { rubric: rubricOf(about) }),
        },
      },
    };
  },
  keys: ['id', 'input', 'target', 'choices', 'metadata', 'files', 'setup', 'sandbox'],
  validate: (row) => [...validateInput(row['input']), ...validateTarget(row['target'])],
  promptOf: (row) => promptOfInput(row['input']),
  fileRules: () => {
    const ids = new Set<Json>();
    return {
      add: ({ id }) => {
        if (id === undefined) return [];
        const before = ids.size;
        return ids.add(id).size === before ? [repeatedId] : [];
      },
      finish: () => [],
    };
  },
};

const repeatedId = rowError('repeated_id', 'Another row has the same id.');

/** A text, or messages that end with the one to answer. */
export function validateInput(input: Json | undefined): readonly RowFinding[] {
  if (typeof input !== 'string') return validatePrompt(input, dialects.openAi);
  return input.trim() === '' ? [rowError('empty_content', 'The input is empty.')] : [];
}

export function promptOfInput(input: Json | undefined): readonly Json[] {
  return typeof input === 'string' ? [{ role: 'user', content: input }] : listOf(input);
}

/** A text, or a list of texts that are all right. */
export function validateTarget(target: Json | undefined): readonly RowFinding[] {
  const texts = isJsonList(target) ? target : [target];
  if (texts.length === 0 || !texts.every((text) => typeof text === 'string')) {
    return [rowError('ideal', 'The wanted answer is neither a text nor a list of texts.')];
  }
  const isEmpty = texts.some((text) => typeof text === 'string' && text.trim() === '');
  return isEmpty ? [rowError('empty_content', 'The wanted answer is empty.')] : [];
}
