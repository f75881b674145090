import { type Figure, shareFigure } from './figure.ts';

/** A value of a dimension, such as a segment: how many of its interactions count, before and after. */
export interface MixStratum {
  readonly value: string;
  readonly first: YesOf;
  readonly last: YesOf;
}

export interface YesOf {
  readonly yes: number;
  readonly n: number;
}

export interface MixEffect {
  /** Change of the share as it is, and with the mix held. */
  readonly crude: number;
  readonly adjusted: number;
  readonly kind: 'reversed' | 'explained' | 'hidden';
  readonly values: {
    readonly value: string;
    readonly firstShare: Figure;
    readonly lastShare: Figure;
    readonly firstMix: number;
    readonly lastMix: number;
  }[];
}

/** A value needs so many interactions on both sides to be compared within. */
const leastOnBothSides = 5;
/** What can be compared within has to be so much of everything. */
const leastCovered = 0.8;
/** Smaller changes are not worth a warning. */
const leastChange = 0.01;
const z = 1.96;

/**
 * Whether the mix of a dimension makes a share change in another way than it does within the values of the dimension: E. H.
 * Simpson (1951), "The interpretation of interaction in contingency tables", Journal of the Royal Statistical Society B 13,
 * 238-241. Both sides are standardised to the mix of both together (direct standardisation). Null where it makes no difference
 * that can be told from chance, or too few can be compared within values.
 *
 * - `reversed`: within the values the share changes the other way.
 * - `explained`: it changes, and less than half of that is left within the values.
 * - `hidden`: within the values it changes, and at most half of that is seen in all together.
 */
export function simpsonGuard(strata: readonly MixStratum[]): MixEffect | null {
  const compared = strata.filter(
    ({ first, last }) => first.n >= leastOnBothSides && last.n >= leastOnBothSides,
  );
  const all = total(strata);
  const within = total(compared);
  if (compared.length < 2 || within.first.n + within.last.n < leastCovered * (all.first.n + all.last.n))
    return null;
  const crude = shareOf(within.last) - shareOf(within.first);
  const { adjusted, error } = standardised(compared, within);
  if (Math.abs(crude - adjusted) < z * mixError(compared, within)) return null;
  const crudeError = Math.hypot(errorOf(within.first), errorOf(within.last));
  const kind = kindOf({ crude, crudeError, adjusted, error });
  if (kind === null) return null;
  return {
    crude,
    adjusted,
    kind,
    values: strata.map(({ value, first, last }) => ({
      value,
      firstShare: shareFigure(first.yes, first.n),
      lastShare: shareFigure(last.yes, last.n),
      firstMix: all.first.n === 0 ? 0 : first.n / all.first.n,
      lastMix: all.last.n === 0 ? 0 : last.n / all.last.n,
    })),
  };
}

interface Changes {
  readonly crude: number;
  readonly crudeError: number;
  readonly adjusted: number;
  readonly error: number;
}

function kindOf({ crude, crudeError, adjusted, error }: Changes): MixEffect['kind'] | null {
  const [size, left] = [Math.abs(crude), Math.abs(adjusted)];
  if (size >= leastChange && left >= leastChange && Math.sign(crude) !== Math.sign(adjusted))
    return 'reversed';
  if (size >= leastChange && size > z * crudeError && left < size / 2) return 'explained';
  if (left >= leastChange && left > z * error && size <= left / 2) return 'hidden';
  return null;
}

function total(strata: readonly MixStratum[]): { readonly first: YesOf; readonly last: YesOf } {
  const sum = (side: 'first' | 'last', part: 'yes' | 'n') =>
    strata.reduce((before, stratum) => before + stratum[side][part], 0);
  return {
    first: { yes: sum('first', 'yes'), n: sum('first', 'n') },
    last: { yes: sum('last', 'yes'), n: sum('last', 'n') },
  };
}

function shareOf({ yes, n }: YesOf): number {
  return yes / n;
}

function errorOf(of: YesOf): number {
  return Math.sqrt((shareOf(of) * (1 - shareOf(of))) / of.n);
}

/** The change with the mix of both sides together, and its standard error. */
function standardised(
  strata: readonly MixStratum[],
  within: { readonly first: YesOf; readonly last: YesOf },
): { readonly adjusted: number; readonly error: number } {
  let adjusted = 0;
  let variance = 0;
  for (const { first, last } of strata) {
    const weight = (first.n + last.n) / (within.first.n + within.last.n);
    adjusted += weight * (shareOf(last) - shareOf(first));
    variance += weight ** 2 * (errorOf(first) ** 2 + errorOf(last) ** 2);
  }
  return { adjusted, error: Math.sqrt(variance) };
}

/** How far the mix alone moves the change by chance: the mix of each side is multinomial, the shares within are held. */
function mixError(
  strata: readonly MixStratum[],
  within: { readonly first: YesOf; readonly last: YesOf },
): number {
  const varianceOf = (side: 'first' | 'last') => {
    const n = within[side].n;
    const square = strata.reduce((sum, stratum) => {
      const own = stratum[side];
      return sum + (own.n / n) * shareOf(own) ** 2;
    }, 0);
    return (square - shareOf(within[side]) ** 2) / n;
  };
  return Math.sqrt(Math.max(0, varianceOf('first') + varianceOf('last')));
}
