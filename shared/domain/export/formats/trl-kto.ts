import { trlMessages } from '../format-messages.ts';
import { rowError, rowWarning } from '../row-finding.ts';
import { dialects } from '../validators/dialects.ts';
import { listOf } from '../validators/message-parts.ts';
import { validateAnswer, validatePrompt } from '../validators/validate-answers.ts';
import { answerOf } from './answer.ts';
import type { FileRules, FormatOf } from './format.ts';

/** FORMATS A.9. */
export const trlKto: FormatOf<'unpaired'> = {
  name: 'Unpaired preference (TRL)',
  sentence:
    'Single answers that are good or bad in themselves, for KTO and BCO; read by Hugging Face TRL. An edited output is less good, not bad: it counts as bad only from a share of changed words that the recipe names.',
  kind: 'unpaired',
  write: ({ prompt, answer, good, tools }) => ({
    ok: true,
    value: {
      prompt: trlMessages(prompt),
      completion: [answerOf(answer)],
      label: good,
      ...(tools === undefined ? {} : { tools }),
    },
  }),
  keys: ['prompt', 'completion', 'label', 'tools'],
  validate: (row) => [
    ...validatePrompt(row['prompt'], dialects.trl),
    ...validateAnswer(row['completion'], 'completion', dialects.trl),
    ...(typeof row['label'] === 'boolean' ? [] : [rowError('label', '"label" is not true or false.')]),
  ],
  promptOf: (row) => listOf(row['prompt']),
  fileRules: createBalanceRule,
};

/** What TRL's KTOTrainer warns of: good and bad rows, by their weights, between 1 to 1 and 1.33 to 1. */
const mostGoodPerBad = 1.33;

function createBalanceRule(): FileRules {
  let good = 0;
  let bad = 0;
  return {
    add: ({ label }) => {
      if (label === true) good += 1;
      if (label === false) bad += 1;
      return [];
    },
    finish: () => {
      if (good + bad === 0) return [];
      if (good === 0 || bad === 0) {
        const kind = good === 0 ? 'bad' : 'good';
        return [rowWarning('one_label', `All ${good + bad} answers are ${kind}; KTO learns from both.`)];
      }
      const ratio = good / bad;
      if (ratio >= 1 && ratio <= mostGoodPerBad) return [];
      return [
        rowWarning(
          'unbalanced_labels',
          `${good} good and ${bad} bad answers. TRL recommends a desirable_weight of ${round(1 / ratio)} to ${round(mostGoodPerBad / ratio)}, or else an undesirable_weight of ${round(ratio / mostGoodPerBad)} to ${round(ratio)}.`,
        ),
      ];
    },
  };
}

function round(weight: number): string {
  return weight.toFixed(2);
}
