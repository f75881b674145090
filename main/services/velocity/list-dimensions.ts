import { cellDimensions, valueIn } from '../../../shared/domain/velocity/dimensions.ts';
import type { Database } from '../../db/database.ts';
import { readSignalCells } from '../../db/tables/signal-cells.ts';

export type DimensionValues = Record<string, { value: string; interactions: number }[]>;

/** Values of each dimension with their interactions, the most first; '' for none. */
export function listDimensions(database: Database): DimensionValues {
  const cells = readSignalCells(database);
  return Object.fromEntries(
    cellDimensions.map((dimension) => {
      const sums = new Map<string, number>();
      for (const cell of cells) {
        const value = valueIn(dimension, cell);
        sums.set(value, (sums.get(value) ?? 0) + cell.interactions);
      }
      const values = [...sums].map(([value, interactions]) => ({ value, interactions }));
      return [
        dimension,
        values.toSorted(
          (one, other) => other.interactions - one.interactions || (one.value < other.value ? -1 : 1),
        ),
      ];
    }),
  );
}
