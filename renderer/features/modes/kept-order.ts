/**
 * Ids in the order in which they stood before, so that nothing moves when figures change. What is new comes behind the one
 * that it follows in the sorted order.
 */
export function keptOrder(before: readonly string[], sorted: readonly string[]): string[] {
  const present = new Set(sorted);
  const known = new Set(before);
  const kept = before.filter((id) => present.has(id));
  sorted.forEach((id, index) => {
    if (known.has(id)) return;
    const previous = sorted[index - 1];
    kept.splice(previous === undefined ? 0 : kept.indexOf(previous) + 1, 0, id);
  });
  return kept;
}
