import { type CellDimension, cellDimensions } from '../../shared/domain/velocity/dimensions.ts';
import { UsageError } from './failure.ts';

/** Reads `model=x` and the like; nothing behind the sign stands for those that have none. */
export function parseOnly(filters: readonly string[]): Partial<Record<CellDimension, string>> {
  const only: Partial<Record<CellDimension, string>> = {};
  for (const filter of filters) {
    const sign = filter.indexOf('=');
    const dimension = dimensionOf(filter.slice(0, sign));
    if (sign < 0 || dimension === null)
      throw new UsageError({
        message: `--only takes ${cellDimensions.join(', ')} with a value, such as model=x. "${filter}" is none of them.`,
      });
    only[dimension] = filter.slice(sign + 1);
  }
  return only;
}

export interface ComparedValues {
  readonly dimension: CellDimension;
  readonly a: string;
  readonly b: string;
}

/** Reads `prompt_version:v1,v2`. */
export function parseComparison(text: string): ComparedValues {
  const sign = text.indexOf(':');
  const dimension = dimensionOf(text.slice(0, sign));
  const values = text.slice(sign + 1).split(',');
  const [a, b] = values;
  if (sign < 0 || dimension === null || a === undefined || b === undefined || values.length !== 2)
    throw new UsageError({
      message: `--compare takes one of ${cellDimensions.join(', ')} and two values, such as prompt_version:v1,v2.`,
    });
  return { dimension, a, b };
}

function dimensionOf(text: string): CellDimension | null {
  return cellDimensions.find((dimension) => dimension === text) ?? null;
}
