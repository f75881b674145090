/** Which values rows have, the most frequent first, and for each row the index of its value, -1 for none. */
export interface IndexedColumn<Value> {
  readonly values: readonly Value[];
  readonly column: Int16Array;
}

export function indexByFrequency<Row, Value extends number | string>(
  rows: readonly Row[],
  valueOf: (row: Row) => Value | null,
): IndexedColumn<Value> {
  const counts = new Map<Value, number>();
  for (const row of rows) {
    const value = valueOf(row);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const values = [...counts]
    .toSorted(([one, ones], [other, others]) => others - ones || (one < other ? -1 : 1))
    .map(([value]) => value);
  const indexOf = new Map(values.map((value, index) => [value, index]));
  return {
    values,
    column: Int16Array.from(rows, (row) => {
      const value = valueOf(row);
      return value === null ? -1 : (indexOf.get(value) ?? -1);
    }),
  };
}
