/** How often each pair of groups holds the same items, for two ways to group the same items. */
export interface Contingency {
  readonly total: number;
  /** Items of each group of the first and of the second way; groups are numbered as they come. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** Pairs of groups with items in common. */
  readonly cells: readonly ContingencyCell[];
}

export interface ContingencyCell {
  readonly row: number;
  readonly column: number;
  readonly count: number;
}

/** Two groupings of the same items, as any numbers that stand for groups; both have as many entries. */
export function contingencyOf(first: ArrayLike<number>, second: ArrayLike<number>): Contingency {
  if (first.length !== second.length) throw new Error('Both groupings are of the same items.');
  const rowNumbers = new Map<number, number>();
  const columnNumbers = new Map<number, number>();
  const rows: number[] = [];
  const columns: number[] = [];
  const cells = new Map<number, number>();
  for (let item = 0; item < first.length; item++) {
    const row = numberOf(rowNumbers, first[item] ?? 0);
    const column = numberOf(columnNumbers, second[item] ?? 0);
    rows[row] = (rows[row] ?? 0) + 1;
    columns[column] = (columns[column] ?? 0) + 1;
    const cell = row * first.length + column;
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
  }
  return {
    total: first.length,
    rows,
    columns,
    cells: [...cells].map(([cell, count]) => ({
      row: Math.floor(cell / first.length),
      column: cell % first.length,
      count,
    })),
  };
}

function numberOf(numbers: Map<number, number>, group: number): number {
  const known = numbers.get(group);
  if (known !== undefined) return known;
  numbers.set(group, numbers.size);
  return numbers.size - 1;
}
