import { hashText } from '../text/hash-text.ts';

/** A text as numbers: which features it has, and how much of each; of length one. */
export interface Features {
  readonly indexes: Int32Array;
  readonly weights: Float64Array;
}

/** Words fall into so many features; two that share one cost a little accuracy and no memory. */
const wordFeatures = 2 ** 13;

/** Words looked at. */
const mostWords = 300;

const word = /[\p{L}\p{N}]+/gu;

/** The words of a text, and figures about it, each of which is near 0 to 1. */
export function featuresOf(text: string, figures: readonly number[]): Features {
  const counts = new Map<number, number>();
  let words = 0;
  for (const [found] of text.matchAll(word)) {
    if (++words > mostWords) break;
    const index = hashText(found.toLowerCase()) % wordFeatures;
    counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  const indexes = new Int32Array(counts.size + figures.length);
  const weights = new Float64Array(indexes.length);
  let at = 0;
  let squares = 0;
  for (const [index, count] of counts) {
    const weight = 1 + Math.log(count);
    indexes[at] = index;
    weights[at] = weight;
    squares += weight * weight;
    at += 1;
  }
  const length = Math.sqrt(squares);
  for (let index = 0; index < at; index++) weights[index] = (weights[index] ?? 0) / length;
  for (const [index, figure] of figures.entries()) {
    indexes[at + index] = wordFeatures + index;
    weights[at + index] = figure;
  }
  return { indexes, weights };
}

export interface Example {
  readonly features: Features;
  /** 0 to `classes` - 1. */
  readonly answer: number;
}

/** Passes over the examples, and how far a step goes. */
const passes = 12;
const stepSize = 1;
const decay = 1e-4;

/**
 * Multinomial logistic regression by stochastic gradient descent: gives, for a text, how sure it is, as the distance
 * between the probabilities of its two likeliest answers, 0 where it lies on the boundary between them. The same
 * examples in the same order give the same model.
 */
export function trainWordModel(
  examples: readonly Example[],
  classes: number,
  figures: number,
): (features: Features) => number {
  const width = wordFeatures + figures;
  const weights = new Float64Array(classes * width);
  const biases = new Float64Array(classes);
  const probabilities = new Float64Array(classes);
  const predict = ({ indexes, weights: values }: Features): void => {
    let highest = -Infinity;
    for (let kind = 0; kind < classes; kind++) {
      let score = biases[kind] ?? 0;
      const base = kind * width;
      for (let at = 0; at < indexes.length; at++)
        score += (weights[base + (indexes[at] ?? 0)] ?? 0) * (values[at] ?? 0);
      probabilities[kind] = score;
      highest = Math.max(highest, score);
    }
    let sum = 0;
    for (let kind = 0; kind < classes; kind++) {
      const power = Math.exp((probabilities[kind] ?? 0) - highest);
      probabilities[kind] = power;
      sum += power;
    }
    for (let kind = 0; kind < classes; kind++) probabilities[kind] = (probabilities[kind] ?? 0) / sum;
  };
  for (let pass = 0; pass < passes; pass++) {
    const rate = stepSize / (1 + pass);
    for (const { features, answer } of examples) {
      predict(features);
      const { indexes, weights: values } = features;
      for (let kind = 0; kind < classes; kind++) {
        const error = (kind === answer ? 1 : 0) - (probabilities[kind] ?? 0);
        const base = kind * width;
        biases[kind] = (biases[kind] ?? 0) + rate * error;
        for (let at = 0; at < indexes.length; at++) {
          const place = base + (indexes[at] ?? 0);
          const weight = weights[place] ?? 0;
          weights[place] = weight + rate * (error * (values[at] ?? 0) - decay * weight);
        }
      }
    }
  }
  return (features) => {
    predict(features);
    let first = 0;
    let second = 0;
    for (const probability of probabilities) {
      if (probability > first) [first, second] = [probability, first];
      else if (probability > second) second = probability;
    }
    return first - second;
  };
}
