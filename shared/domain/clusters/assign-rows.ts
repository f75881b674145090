/**
 * The column of each row, every column once, so that the costs add up to the least: shortest augmenting paths after Jonker
 * and Volgenant (1987), as in Crouse, "On implementing 2D rectangular assignment algorithms" (2016). Cubic: half a second
 * for a thousand rows. `costs` has one row after the other.
 */
export function assignRows(costs: Float64Array, size: number): Int32Array {
  const rowPrices = new Float64Array(size);
  const columnPrices = new Float64Array(size);
  const columnOf = new Int32Array(size).fill(-1);
  const rowOf = new Int32Array(size).fill(-1);
  for (let row = 0; row < size; row++) {
    const shortest = new Float64Array(size).fill(Infinity);
    const comesFrom = new Int32Array(size).fill(-1);
    const isRowDone = new Uint8Array(size);
    const isColumnDone = new Uint8Array(size);
    let least = 0;
    let at = row;
    let sink = -1;
    while (sink === -1) {
      isRowDone[at] = 1;
      let next = -1;
      let nextCost = Infinity;
      for (let column = 0; column < size; column++) {
        if (isColumnDone[column] === 1) continue;
        const cost =
          least + (costs[at * size + column] ?? 0) - (rowPrices[at] ?? 0) - (columnPrices[column] ?? 0);
        if (cost < (shortest[column] ?? 0)) {
          shortest[column] = cost;
          comesFrom[column] = at;
        }
        const found = shortest[column] ?? Infinity;
        // Of equal ones a free column, which ends the search.
        if (found < nextCost || (found === nextCost && rowOf[column] === -1 && rowOf[next] !== -1)) {
          next = column;
          nextCost = found;
        }
      }
      least = nextCost;
      isColumnDone[next] = 1;
      if (rowOf[next] === -1) sink = next;
      else at = rowOf[next] ?? -1;
    }
    updatePrices();
    augment();

    function updatePrices(): void {
      rowPrices[row] = (rowPrices[row] ?? 0) + least;
      for (let other = 0; other < size; other++)
        if (isRowDone[other] === 1 && other !== row)
          rowPrices[other] = (rowPrices[other] ?? 0) + least - (shortest[columnOf[other] ?? 0] ?? 0);
      for (let column = 0; column < size; column++)
        if (isColumnDone[column] === 1)
          columnPrices[column] = (columnPrices[column] ?? 0) - least + (shortest[column] ?? 0);
    }

    function augment(): void {
      for (let column = sink; ;) {
        const from = comesFrom[column] ?? -1;
        rowOf[column] = from;
        const before = columnOf[from] ?? -1;
        columnOf[from] = column;
        if (from === row) return;
        column = before;
      }
    }
  }
  return columnOf;
}
