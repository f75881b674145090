export interface Scale {
  readonly low: number;
  readonly high: number;
  /** Round values from `low` to `high`. */
  readonly ticks: readonly number[];
}

/** Steps that read well, by their power of ten. */
const niceSteps = [1, 2, 2.5, 5, 10];

/**
 * An axis with about `wanted` round values that holds all values. It begins with zero, unless they are all far from it:
 * points, unlike bars, need no zero.
 */
export function niceScale(values: readonly number[], wanted = 5): Scale {
  const least = Math.min(0, ...values);
  const most = Math.max(...values, least);
  if (most === least) return { low: least, high: least + 1, ticks: [least, least + 1] };
  const nearest = values.length === 0 ? 0 : Math.min(...values);
  const from = nearest > 0.45 * most ? nearest - 0.1 * (most - nearest || most) : least;
  const rough = (most - from) / wanted;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const step = unit * (niceSteps.find((factor) => factor * unit >= rough * (1 - 1e-9)) ?? 10);
  const first = Math.floor(from / step + 1e-9);
  const last = Math.ceil(most / step - 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => rounded((first + index) * step, step));
  return { low: ticks[0] ?? least, high: ticks.at(-1) ?? most, ticks };
}

/** Takes away what binary fractions add: 0.30000000000000004. */
function rounded(value: number, step: number): number {
  const digits = Math.max(0, 2 - Math.floor(Math.log10(step)));
  return Number(value.toFixed(Math.min(20, digits)));
}
