import { z } from 'zod';
import type { LabelValue } from '../schema/label-schema.ts';

const annotatorName = z.string().trim().min(1).max(100);

/**
 * How the answers of several annotators become one.
 * - `majority`: the answer that more than half of those gave who answered; without one there is none, or the expert's
 *   where one is named
 * - `expert`: the answer of one annotator
 * - `adjudicated`: the resolution, else the answer that all gave who answered
 */
export const consensusSchema = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('majority'), expert: annotatorName.optional() }),
  z.object({ rule: z.literal('expert'), expert: annotatorName }),
  z.object({ rule: z.literal('adjudicated') }),
]);

export type Consensus = z.infer<typeof consensusSchema>;

export interface GivenAnswer {
  readonly annotator: string;
  readonly value: LabelValue;
}

/** What is known of one question on one interaction. */
export interface GivenAnswers {
  /** At most one of each annotator. */
  readonly answers: readonly GivenAnswer[];
  readonly resolution: LabelValue | null;
}

export type Agreed =
  /** Nobody answered, and nothing is resolved. */
  | { readonly kind: 'unanswered' }
  /** There are answers, and none of them counts under the rule. */
  | { readonly kind: 'open' }
  | { readonly kind: 'agreed'; readonly value: LabelValue };

/**
 * The one answer under a rule, whatever the order of the annotators.
 * @param keyOf the text that equal answers have in common
 */
export function consensusOf(
  consensus: Consensus,
  { answers, resolution }: GivenAnswers,
  keyOf: (value: LabelValue) => string,
): Agreed {
  if (consensus.rule === 'adjudicated' && resolution !== null) return { kind: 'agreed', value: resolution };
  if (answers.length === 0) return { kind: 'unanswered' };
  const value = valueUnder(consensus, answers, keyOf);
  return value === undefined ? { kind: 'open' } : { kind: 'agreed', value };
}

function valueUnder(
  consensus: Consensus,
  answers: readonly GivenAnswer[],
  keyOf: (value: LabelValue) => string,
): LabelValue | undefined {
  switch (consensus.rule) {
    case 'majority':
      return (
        sharedBy(answers, keyOf, (given) => 2 * given > answers.length) ?? answerBy(consensus.expert, answers)
      );
    case 'expert':
      return answerBy(consensus.expert, answers);
    case 'adjudicated':
      return sharedBy(answers, keyOf, (given) => given === answers.length);
  }
}

function answerBy(annotator: string | undefined, answers: readonly GivenAnswer[]): LabelValue | undefined {
  return answers.find((answer) => answer.annotator === annotator)?.value;
}

function sharedBy(
  answers: readonly GivenAnswer[],
  keyOf: (value: LabelValue) => string,
  isEnough: (given: number) => boolean,
): LabelValue | undefined {
  const groups = Map.groupBy(answers, ({ value }) => keyOf(value));
  const group = [...groups.values()].find(({ length }) => isEnough(length));
  // Equal answers may be written in several ways; the same one of them is taken whoever gave it.
  return group
    ?.map(({ value }) => value)
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    .at(0);
}
