import { greatestBut, trainModeCentroids } from './mode-centroids.ts';
import type { WeightedExample } from './mode-example.ts';

/** What a change must reach to be said to be of its nearest failure mode. */
export interface NearestLimits {
  /** Least cosine to it. */
  readonly score: number;
  /** By how much it must be nearer than the next one. */
  readonly lead: number;
}

/** Examples are divided into so many parts, and each part is held out once. */
const parts = 5;
/** Fewer held-out examples than these say nothing. */
const leastHeldOut = 10;
/** Of the right ones among them, this share lies below the least score. */
const farthest = 0.1;
const usualLead = 0.05;

/**
 * Limits by which, of examples that were held out, a share of `precision` is right: each part of the examples is answered by
 * what the other parts taught. The least score is that which nine of ten right ones reach; the least lead the smallest at
 * which the answers that reach it are right often enough. Where no lead is, none is near. Too few examples: the `usual` score.
 */
export function nearestLimits(
  examples: readonly WeightedExample[],
  usual: number,
  precision: number,
): NearestLimits {
  const answers = heldOutAnswers(examples);
  if (answers.length < leastHeldOut) return { score: usual, lead: usualLead };
  const rightScores = answers
    .filter(({ isRight }) => isRight)
    .map(({ score }) => score)
    .toSorted((a, b) => a - b);
  const score = rightScores[Math.floor(rightScores.length * farthest)] ?? usual;
  return { score, lead: leastLead(answers, score, precision) };
}

interface HeldOutAnswer {
  readonly score: number;
  readonly lead: number;
  readonly isRight: boolean;
}

function heldOutAnswers(examples: readonly WeightedExample[]): HeldOutAnswer[] {
  const answers: HeldOutAnswer[] = [];
  for (let part = 0; part < parts; part++) {
    // By content, so that equal changes are never in both.
    const isHeldOut = ({ hash }: WeightedExample) => hash % parts === part;
    const taught = trainModeCentroids(examples.filter((example) => !isHeldOut(example)));
    if (taught.modes.length === 0) continue;
    for (const { vector, mode, verdict } of examples.filter(isHeldOut)) {
      const found = taught.similarities(vector);
      const nearest = greatestBut(found, -1);
      const isItsMode = taught.modes[nearest] === mode;
      // "Not of this one" is only known to be answered wrong.
      if (verdict === 'out' && !isItsMode) continue;
      const score = found[nearest] ?? 0;
      answers.push({
        score,
        lead: score - Math.max(0, found[greatestBut(found, nearest)] ?? 0),
        isRight: verdict === 'in' && isItsMode,
      });
    }
  }
  return answers;
}

function leastLead(answers: readonly HeldOutAnswer[], score: number, precision: number): number {
  const ascending = answers
    .filter((answer) => answer.score >= score)
    .toSorted((a, b) => b.lead - a.lead || Number(a.isRight) - Number(b.isRight));
  let right = 0;
  let least = Infinity;
  for (const [index, { lead, isRight }] of ascending.entries()) {
    if (isRight) right++;
    // One right and one wrong more, so that a few lucky ones do not decide.
    if ((right + 1) / (index + 3) >= precision) least = lead;
  }
  return least;
}
