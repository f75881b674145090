import { createAnswerScale } from '../agreement/answer-scale.ts';
import { levelOf } from '../agreement/measurement-level.ts';
import type { LabelValue, Question } from '../schema/label-schema.ts';

const tones = { positive: 1, caution: 0.5, negative: 0 } as const;

/** How good an answer to a question says the output is. */
export interface LabelScore {
  readonly score: number;
  /** The answer as people read it. */
  readonly value: string;
}

/**
 * Reads the answers to a question: the tone of a single choice, or the place on a scale on which more is better. Null for
 * questions and answers that say nothing of how good an output is.
 * @param isMoreBetter a person said so of this question's scale
 */
export function createLabelScore(
  question: Question,
  isMoreBetter: boolean,
): ((value: LabelValue) => LabelScore | null) | null {
  const place = createAnswerScale(question, levelOf(question));
  if (question.kind === 'single_choice') {
    if (!question.options.some(({ tone }) => tone !== undefined && tone !== 'neutral')) return null;
    return (value) => {
      const option = question.options.find(({ id }) => id === place(value)?.value);
      if (option?.tone === undefined || option.tone === 'neutral') return null;
      return { score: tones[option.tone], value: option.name };
    };
  }
  if (question.kind !== 'scale' || !isMoreBetter || question.max === question.min) return null;
  const { min, max } = question;
  return (value) => {
    const position = place(value)?.position;
    if (position === undefined || position < min || position > max) return null;
    return { score: (position - min) / (max - min), value: `${position} of ${max}` };
  };
}
