import {
  type Dimension,
  dimensionSchema,
  type VelocityInput,
} from '../../../shared/contract/velocity-operations.ts';
import { paths } from '../../app/routes.ts';

/** Dimensions that figures can be of one value of, in the order in which they are shown. */
export const onlyDimensions = ['prompt_version', 'model', 'surface', 'segment'] as const;
export type OnlyDimension = (typeof onlyDimensions)[number];

export interface ComparedValues {
  readonly dimension: OnlyDimension;
  /** Null until it is chosen. */
  readonly a: string | null;
  readonly b: string | null;
}

/** What of the velocity is shown: all metrics, one of them, or two values side by side. */
export interface VelocityAddress {
  readonly from: string | null;
  readonly to: string | null;
  readonly by: Dimension | null;
  readonly only: Readonly<Partial<Record<OnlyDimension, string>>>;
  readonly metric: string | null;
  readonly compare: ComparedValues | null;
}

const weekName = /^\d{4}-W\d{2}$/;

export function readAddress(search: string): VelocityAddress {
  const parameters = new URLSearchParams(search);
  const week = (name: string) => {
    const value = parameters.get(name);
    return value !== null && weekName.test(value) ? value : null;
  };
  const dimension = dimensionOf(parameters.get('compare'));
  return {
    from: week('from'),
    to: week('to'),
    by: dimensionSchema.safeParse(parameters.get('by')).data ?? null,
    only: Object.fromEntries(
      onlyDimensions.flatMap((name) => {
        const value = parameters.get(`only.${name}`);
        return value === null ? [] : [[name, value]];
      }),
    ),
    metric: parameters.get('metric'),
    compare: dimension === null ? null : { dimension, a: parameters.get('a'), b: parameters.get('b') },
  };
}

export function velocityPath({ from, to, by, only, metric, compare }: VelocityAddress): string {
  const parts: readonly (readonly [string, string | null | undefined])[] = [
    ['from', from],
    ['to', to],
    ['by', by],
    ...onlyDimensions.map((name) => [`only.${name}`, only[name]] as const),
    ['metric', metric],
    ['compare', compare?.dimension],
    ['a', compare?.a],
    ['b', compare?.b],
  ];
  const query = new URLSearchParams(
    parts.flatMap(([name, value]) => (value === null || value === undefined ? [] : [[name, value]])),
  ).toString();
  return query === '' ? paths.velocity : `${paths.velocity}?${query}`;
}

/** What the engine is asked for. */
export function inputOf({ from, to, by, only }: VelocityAddress): VelocityInput {
  return {
    only,
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(by === null ? {} : { by }),
  };
}

/** The next dimension that figures are broken down by, and nothing after the last. */
export function nextDimension(by: Dimension | null): Dimension | null {
  const all = dimensionSchema.options;
  return by === null ? (all[0] ?? null) : (all[all.indexOf(by) + 1] ?? null);
}

export function dimensionOf(name: string | null): OnlyDimension | null {
  return onlyDimensions.find((dimension) => dimension === name) ?? null;
}
