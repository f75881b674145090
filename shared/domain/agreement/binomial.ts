import type { RandomNumber } from './seeded-random.ts';

/** From this mean on, rejection is quicker than inversion. */
const rejectionMean = 10;

/**
 * How many of `trials` succeed that each do with `probability`: an exact draw from the binomial distribution, in time
 * that does not grow with the number of trials.
 */
export function drawBinomial(trials: number, probability: number, random: RandomNumber): number {
  if (trials <= 0 || probability <= 0) return 0;
  if (probability >= 1) return trials;
  if (probability > 0.5) return trials - drawBinomial(trials, 1 - probability, random);
  return trials * probability < rejectionMean
    ? byInversion(trials, probability, random)
    : byRejection(trials, probability, random);
}

/**
 * Goes up from no success until the probabilities passed reach a random number, algorithm BINV of V. Kachitvichyanukul and
 * B. Schmeiser (1988), "Binomial random variate generation", Communications of the ACM 31, 216-222.
 */
function byInversion(trials: number, probability: number, random: RandomNumber): number {
  const odds = probability / (1 - probability);
  let share = Math.exp(trials * Math.log1p(-probability));
  let left = random();
  let successes = 0;
  while (left > share && successes < trials) {
    left -= share;
    successes++;
    share *= ((trials - successes + 1) / successes) * odds;
  }
  return successes;
}

/**
 * Transformed rejection with squeeze, algorithm BTRS of W. Hörmann (1993), "The generation of binomial random variates",
 * Journal of Statistical Computation and Simulation 46, 101-110.
 */
function byRejection(trials: number, probability: number, random: RandomNumber): number {
  const deviation = Math.sqrt(trials * probability * (1 - probability));
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * probability;
  const centre = trials * probability + 0.5;
  const squeeze = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * deviation;
  const odds = probability / (1 - probability);
  const mode = Math.floor((trials + 1) * probability);
  for (;;) {
    const u = random() - 0.5;
    const v = random();
    const tail = 0.5 - Math.abs(u);
    const drawn = Math.floor(((2 * a) / tail + b) * u + centre);
    if (drawn < 0 || drawn > trials) continue;
    if (tail >= 0.07 && v <= squeeze) return drawn;
    const height = Math.log((v * alpha) / (a / (tail * tail) + b));
    if (height <= logRatio({ trials, odds, mode, drawn })) return drawn;
  }
}

interface Ratio {
  readonly trials: number;
  readonly odds: number;
  readonly mode: number;
  readonly drawn: number;
}

/** The logarithm of how probable `drawn` is compared with the mode. */
function logRatio({ trials, odds, mode, drawn }: Ratio): number {
  return (
    (mode + 0.5) * Math.log((mode + 1) / (odds * (trials - mode + 1))) +
    (trials + 1) * Math.log((trials - mode + 1) / (trials - drawn + 1)) +
    (drawn + 0.5) * Math.log((odds * (trials - drawn + 1)) / (drawn + 1)) +
    stirlingTail(mode) +
    stirlingTail(trials - mode) -
    stirlingTail(drawn) -
    stirlingTail(trials - drawn)
  );
}

/** What Stirling's formula lacks to the logarithm of k!. */
function stirlingTail(k: number): number {
  const known = smallTails[k];
  if (known !== undefined) return known;
  const square = (k + 1) ** 2;
  return (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / (k + 1);
}

const smallTails = [
  0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.020790672103765, 0.0166446911898211,
  0.0138761288230707, 0.0118967099458917, 0.010411265261972, 0.0092554621827126, 0.0083305634333631,
];
