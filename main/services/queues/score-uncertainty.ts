import { draw, purposes } from '../../../shared/domain/queue/divide-queue.ts';
import {
  type Example,
  type Features,
  featuresOf,
  trainWordModel,
} from '../../../shared/domain/queue/word-model.ts';
import type { Database } from '../../db/database.ts';
import { answersTo, type ModelledText, modelledTexts } from '../../db/tables/word-texts.ts';
import { answerScale } from './answer-scale-of.ts';
import { pagesOf } from './pages-of.ts';

/** Examples that are learned from; more make it slower and hardly better. */
const mostExamples = 3000;

/** Fewer examples teach nothing. */
const fewestExamples = 10;

/** Different answers that are told apart, the most frequent ones. */
const mostClasses = 12;

/**
 * How sure a simple model of the answers so far is of each interaction without one: 0 on the boundary between two
 * answers, 1 far from it. Or a sentence that says why there is no model. Answered interactions have no number.
 */
export function* scoreUncertainty(
  database: Database,
  seqs: readonly number[],
  question: string,
  seed: number,
): Generator<number, Map<number, number> | string> {
  const answered = readAnswers(database, question, seed);
  const frequent = mostFrequent([...answered.values()]);
  const examples = [...answered].filter(([, key]) => frequent.has(key));
  if (frequent.size < 2 || examples.length < fewestExamples) {
    return (
      `There are too few answers to "${question}" to learn from: ${fewestExamples} are needed, with two different ones ` +
      'among them. Until then the order is random; refresh the queue later.'
    );
  }
  const read = modelledTexts(database);
  const chosen = chooseExamples(examples, seed);
  const texts = new Map<number, Features>();
  for (const [page] of pagesOf(chosen.map(([seq]) => seq))) {
    for (const text of read(page)) texts.set(text.seq, toFeatures(text));
    yield 0;
  }
  const sureness = trainWordModel(
    chosen.flatMap(([seq, key]): Example[] => {
      const features = texts.get(seq);
      const answer = frequent.get(key);
      return features === undefined || answer === undefined ? [] : [{ features, answer }];
    }),
    frequent.size,
    figureCount,
  );
  const scores = new Map<number, number>();
  for (const [page, looked] of pagesOf(seqs)) {
    const open = page.filter((seq) => !answered.has(seq));
    for (const text of read(open)) scores.set(text.seq, sureness(toFeatures(text)));
    yield looked;
  }
  return scores;
}

/** The answer to each interaction that has one; where annotators differ, one of them that the seed chooses. */
function readAnswers(database: Database, question: string, seed: number): Map<number, string> {
  const place = answerScale(database, question);
  const answers = new Map<number, string[]>();
  for (const { seq, value } of answersTo(database, question)) {
    const key = place(value)?.key;
    if (key !== undefined) answers.set(seq, [...(answers.get(seq) ?? []), key]);
  }
  return new Map(
    Array.from(answers, ([seq, keys]) => [
      seq,
      keys[Math.floor(draw(seq, seed, purposes.examples) * keys.length)] ?? '',
    ]),
  );
}

/** A number for each of the most frequent answers. */
function mostFrequent(keys: readonly string[]): Map<string, number> {
  const counts = [...Map.groupBy(keys, (key) => key)].map(([key, all]) => ({ key, count: all.length }));
  const ranked = counts.toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
  return new Map(ranked.slice(0, mostClasses).map(({ key }, index) => [key, index]));
}

/** In an order that the seed decides, so that equal answers do not follow one another. */
function chooseExamples(examples: readonly [number, string][], seed: number): [number, string][] {
  return examples
    .map(([seq, key]) => ({ seq, key, rank: draw(seq, seed, purposes.examples) }))
    .toSorted((a, b) => a.rank - b.rank || a.seq - b.seq)
    .slice(0, mostExamples)
    .map(({ seq, key }) => [seq, key]);
}

const figureCount = 3;

function toFeatures({ output, edited, hter }: ModelledText): Features {
  return featuresOf(output, [Math.log1p(output.length) / 10, edited, Math.min(1, hter ?? 0)]);
}
