import type { Example } from '../../../shared/domain/export/example.ts';
import type { Message } from '../../../shared/domain/message.ts';
import { mixed, shinglesOf } from '../../../shared/domain/text/shingles.ts';

/**
 * The shingles of an input. What the system was told is the same in every interaction of a feature, and would make all
 * of them alike.
 */
export function inputShingles(messages: readonly Message[]): Uint32Array {
  return shinglesOf(askedTexts(messages));
}

/** The shingles of a row's texts. Those of answers that are not wanted differ from those of wanted ones. */
export function exampleShingles(example: Example): Uint32Array {
  const { wanted, unwanted } = answersOf(example);
  const shingles = shinglesOf([...askedTexts(example.prompt), ...wanted]);
  if (unwanted.length === 0) return shingles;
  const others = shinglesOf(unwanted).map((shingle) => mixed(shingle ^ 0x5bd1e995));
  return Uint32Array.from(new Set([...shingles, ...others])).toSorted();
}

interface Answers {
  readonly wanted: readonly string[];
  readonly unwanted: readonly string[];
}

/** The texts that a row teaches, apart from its input. */
export function answersOf(example: Example): Answers {
  switch (example.kind) {
    case 'supervised':
      return { wanted: [example.answer], unwanted: [] };
    case 'preference':
      return { wanted: [example.chosen], unwanted: [example.rejected] };
    case 'unpaired':
      return example.good
        ? { wanted: [example.answer], unwanted: [] }
        : { wanted: [], unwanted: [example.answer] };
    case 'stepwise':
      return {
        wanted: example.steps.flatMap(({ text, good }) => (good ? [text] : [])),
        unwanted: example.steps.flatMap(({ text, good }) => (good ? [] : [text])),
      };
    case 'evaluation':
      return { wanted: [example.ideal], unwanted: [] };
  }
}

export function askedTexts(messages: readonly Message[]): string[] {
  return messages.flatMap(({ role, content }) =>
    role === 'system' || role === 'developer' ? [] : [content],
  );
}
