import { createRandomNumber } from '../../shared/domain/agreement/seeded-random.ts';
import { changeFeatures } from '../../shared/domain/clusters/change-features.ts';
import { greatestBut, trainModeCentroids } from '../../shared/domain/clusters/mode-centroids.ts';
import { type ModeExample, weighExamples } from '../../shared/domain/clusters/mode-example.ts';
import { createNearestMode } from '../../shared/domain/clusters/nearest-mode.ts';
import { macroF1 } from '../../shared/domain/clusters/quality/macro-f1.ts';
import type { SparseVector } from '../../shared/domain/clusters/sparse-vector.ts';
import { meanOf, spreadOf } from './cluster-quality.ts';
import { type LampSpan, lampCategories } from './lamp-spans.ts';
import { frequenciesOf, weightedVectors } from './lamp-vectors.ts';

/** How well the nearest failure mode is the writer's category after some labels: means over seeds. */
export interface NearestQuality {
  readonly labels: number;
  /** Over the seven categories, where each span gets an answer. */
  readonly macro_f1: number;
  readonly macro_f1_spread: number;
  readonly accuracy: number;
  /** Where every span gets the most frequent category of the labels. */
  readonly macro_f1_most_frequent: number;
  /** With the limits that the app sets: spans that get an answer, and how many of those are right. */
  readonly answered: number;
  readonly precision: number;
}

const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Every other text was looked at when settings were chosen; what is reported is of the others. */
export function isReported({ text }: LampSpan): boolean {
  return text % 2 === 1;
}

/**
 * Half of the texts, drawn anew for each seed, give labels, drawn at random from their spans; all spans of the other half are
 * answered. No text is in both. The four spans of `Punctuation` are left out: the paper has seven categories.
 */
export function nearestQuality(all: readonly LampSpan[], labels: number): NearestQuality {
  const spans = all.filter(({ category }) => lampCategories[category] !== 'Punctuation');
  const idf = frequenciesOf(spans);
  const weighted = weightedVectors(spans);
  const raw = spans.map(({ change }) => changeFeatures(change));
  const runs = seeds.map((seed) => {
    const { labelled, rest } = splitByText(spans, seed);
    const chosen = labelled.slice(0, labels);
    const examples = chosen.map((index): ModeExample => ({
      vector: raw[index] ?? nothing,
      mode: spans[index]?.category ?? -1,
      verdict: 'in',
    }));
    const truth = rest.map((index) => spans[index]?.category ?? -1);
    const { modes, ...centroids } = trainModeCentroids(weighExamples(examples, idf));
    const forced = rest.map(
      (index) => modes[greatestBut(centroids.similarities(weighted[index] ?? nothing), -1)] ?? -1,
    );
    const nearest = createNearestMode(examples, { idf, leastSimilarity: 0.4 });
    const answers = rest.map((index) => nearest(raw[index] ?? nothing)?.mode ?? -1);
    const given = answers.filter((answer) => answer >= 0).length;
    const frequent = mostFrequent(examples.map(({ mode }) => mode));
    return {
      macroF1: macroF1(truth, forced),
      accuracy: rightOf(truth, forced) / rest.length,
      mostFrequent: macroF1(
        truth,
        truth.map(() => frequent),
      ),
      answered: given / rest.length,
      precision: given === 0 ? null : rightOf(truth, answers) / given,
    };
  });
  const scores = runs.map((run) => run.macroF1);
  return {
    labels,
    macro_f1: meanOf(scores),
    macro_f1_spread: spreadOf(scores),
    accuracy: meanOf(runs.map((run) => run.accuracy)),
    macro_f1_most_frequent: meanOf(runs.map((run) => run.mostFrequent)),
    answered: meanOf(runs.map((run) => run.answered)),
    precision: meanOf(runs.flatMap(({ precision }) => precision ?? [])),
  };
}

const nothing: SparseVector = { terms: new Uint32Array(0), weights: new Float32Array(0) };

/** Indexes of spans: those that may be labelled, in an order drawn at random, and the rest. */
function splitByText(spans: readonly LampSpan[], seed: number): { labelled: number[]; rest: number[] } {
  const random = createRandomNumber(seed);
  const texts = shuffled([...new Set(spans.map(({ text }) => text))], random);
  const first = new Set(texts.slice(0, Math.floor(texts.length / 2)));
  const isFirst = (index: number) => first.has(spans[index]?.text ?? -1);
  const indexes = [...spans.keys()];
  return {
    labelled: shuffled(indexes.filter(isFirst), random),
    rest: indexes.filter((index) => !isFirst(index)),
  };
}

function shuffled(numbers: readonly number[], random: () => number): number[] {
  return numbers
    .map((number) => ({ number, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ number }) => number);
}

function rightOf(truth: readonly number[], answers: readonly number[]): number {
  return truth.filter((kind, index) => kind === answers[index]).length;
}

function mostFrequent(modes: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const mode of modes) counts.set(mode, (counts.get(mode) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? -1;
}
