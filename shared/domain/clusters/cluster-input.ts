import { readVector, type VectorScratch } from './sparse-vector.ts';
import { createUnitTable } from './unit-table.ts';

/**
 * The vectors that clusters are made of. Rows with equal vectors are one *unit*, and units are in the order of a hash of
 * their content, so that nothing depends on the order of rows.
 */
export interface ClusterInput {
  /** Whether terms are words, whose frequency counts; not so for vectors of a model. */
  readonly isSparse: boolean;
  readonly rowCount: number;
  readonly unitCount: number;
  readonly unitOfRow: Int32Array;
  /** Rows of each unit. */
  readonly unitRows: Int32Array;
  /** Hashes of the units' content, ascending. */
  readonly unitHashes: Float64Array;
  /** What people said: units and the modes that they are of. */
  readonly examples: readonly Example[];
  /** Reads the raw vector of a unit. */
  read(unit: number, into: VectorScratch): void;
}

export interface Example {
  readonly unit: number;
  readonly mode: number;
}

export interface ClusterInputBuilder {
  /** One row more, with its packed vector and, where a person gave one, its failure mode as a number from 0 on. */
  add(vector: Uint8Array, mode?: number): void;
  finish(): ClusterInput;
}

export function createClusterInput(isSparse: boolean): ClusterInputBuilder {
  const table = createUnitTable();
  let unitOfRow = new Int32Array(1024);
  let rowCount = 0;
  const examples: Example[] = [];
  return {
    add(vector, mode = -1) {
      const unit = table.add(vector);
      if (rowCount === unitOfRow.length) {
        const longer = new Int32Array(rowCount * 2);
        longer.set(unitOfRow);
        unitOfRow = longer;
      }
      unitOfRow[rowCount++] = unit;
      if (mode >= 0) examples.push({ unit, mode });
    },
    finish() {
      const { order, rankOf } = table.ranked();
      const unitRows = new Int32Array(order.length);
      for (let row = 0; row < rowCount; row++) {
        const rank = rankOf[unitOfRow[row] ?? 0] ?? 0;
        unitOfRow[row] = rank;
        unitRows[rank] = (unitRows[rank] ?? 0) + 1;
      }
      return {
        isSparse,
        rowCount,
        unitCount: order.length,
        unitOfRow: unitOfRow.subarray(0, rowCount),
        unitRows,
        unitHashes: Float64Array.from(order, (unit) => table.hashOf(unit)),
        examples: examples
          .map(({ unit, mode }) => ({ unit: rankOf[unit] ?? 0, mode }))
          .toSorted((a, b) => a.unit - b.unit || a.mode - b.mode),
        read(unit, into) {
          const { bytes, start, end } = table.placeOf(order[unit] ?? 0);
          readVector(bytes, start, end, into);
        },
      };
    },
  };
}
