/** Reviewed interactions that are one step of the curve. */
export const saturationStep = 20;

export interface SaturationPoint {
  /** Reviewed so far. */
  readonly reviewed: number;
  /** Different failure modes so far, and those of them that came in this step. */
  readonly modes: number;
  readonly newModes: number;
}

export interface SaturationOf {
  readonly reviewed: number;
  readonly modes: number;
  readonly points: readonly SaturationPoint[];
  /** Failure modes found in one interaction only, and in two. */
  readonly once: number;
  readonly twice: number;
  readonly unseenShare: number | null;
  readonly chao1: number;
}

/**
 * How many new failure modes reviewing still brings.
 *
 * `unseenShare` is the chance that the next finding is of a mode not seen so far: the share of findings whose mode was
 * found once (I. J. Good 1953, "The population frequencies of species and the estimation of population parameters",
 * Biometrika 40, 237-264). `chao1` is the least number of modes there are, found or not, in its bias-corrected form
 * (A. Chao 1984, "Nonparametric estimation of the number of classes in a population", Scandinavian Journal of Statistics
 * 11, 265-270).
 * @param reviewed the failure modes of each interaction, in the order in which they were reviewed
 */
export function saturationOf(reviewed: readonly ReadonlySet<number | string>[]): SaturationOf {
  const times = new Map<number | string, number>();
  const points: SaturationPoint[] = [];
  let findings = 0;
  let before = 0;
  for (const [index, modes] of reviewed.entries()) {
    for (const mode of modes) times.set(mode, (times.get(mode) ?? 0) + 1);
    findings += modes.size;
    const isEnd = (index + 1) % saturationStep === 0 || index === reviewed.length - 1;
    if (!isEnd) continue;
    points.push({ reviewed: index + 1, modes: times.size, newModes: times.size - before });
    before = times.size;
  }
  const counted = [...times.values()];
  const once = counted.filter((count) => count === 1).length;
  const twice = counted.filter((count) => count === 2).length;
  return {
    reviewed: reviewed.length,
    modes: times.size,
    points,
    once,
    twice,
    unseenShare: findings === 0 ? null : once / findings,
    chao1: times.size + (once * (once - 1)) / (2 * (twice + 1)),
  };
}

/** The last steps, whose new modes tell whether the curve flattens. */
const lastSteps = 2;

/** What the curve says, in a sentence: `The last 40 interactions brought 1 new failure mode: more of them will bring few.` */
export function saturationSentence({ points, reviewed }: Pick<SaturationOf, 'points' | 'reviewed'>): string {
  if (reviewed === 0) return 'Nothing is reviewed yet.';
  const last = points.slice(-lastSteps);
  const newModes = last.reduce((total, point) => total + point.newModes, 0);
  const looked = reviewed - (points.at(-lastSteps - 1)?.reviewed ?? 0);
  const brought =
    newModes === 1 ? '1 new failure mode' : `${newModes === 0 ? 'no' : newModes} new failure modes`;
  const those = looked === 1 ? 'The one reviewed interaction' : `The last ${looked} reviewed interactions`;
  return `${those} brought ${brought}${conclusion(looked, newModes)}`;
}

function conclusion(looked: number, newModes: number): string {
  if (looked <= saturationStep) return '; it is too early to tell whether more will follow.';
  return newModes <= 1 ? ': the curve flattens.' : ': the curve still rises.';
}
