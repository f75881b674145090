/**
 * The failure mode that stands for another since they were merged: the end of the merges that begin with it. Two devices may
 * merge two failure modes into each other; of such a circle the one that was made first stands, because ids are in
 * order of time.
 * @param merges by the id of each failure mode that was merged, the id of the one it was merged with
 */
export function standingMode(merges: ReadonlyMap<string, string>, id: string): string {
  const way = [id];
  for (let next = merges.get(id); next !== undefined; next = merges.get(next)) {
    const circle = way.indexOf(next);
    if (circle >= 0) return least(way.slice(circle));
    way.push(next);
  }
  return way.at(-1) ?? id;
}

/** What is said of a failure mode's place in the tree. */
export interface ModeInTree {
  readonly id: string;
  readonly parent: string | null;
}

/**
 * The parent of each failure mode that has one, among those that stand: a parent that was merged is the one that stands for it,
 * one that is not there any more is none. A circle is cut at the one that was made first.
 * @param standing id of the standing failure mode that an id means
 */
export function standingParents(
  modes: readonly ModeInTree[],
  standing: (id: string) => string,
): Map<string, string> {
  const known = new Set(modes.map(({ id }) => id));
  const parents = new Map<string, string>();
  for (const { id, parent } of modes) {
    const named = parent === null ? id : standing(parent);
    if (named !== id && known.has(named)) parents.set(id, named);
  }
  const roots = [...parents.keys()].filter((id) => circleFrom(parents, id)[0] === id);
  for (const id of roots) parents.delete(id);
  return parents;
}

/** The circle that a failure mode is part of, the oldest first; empty where it is in none. */
function circleFrom(parents: ReadonlyMap<string, string>, id: string): string[] {
  const way = [id];
  for (let next = parents.get(id); next !== undefined; next = parents.get(next)) {
    if (next === id) return way.toSorted();
    if (way.includes(next)) return [];
    way.push(next);
  }
  return [];
}

function least(ids: readonly string[]): string {
  return ids.reduce((first, id) => (id < first ? id : first));
}
