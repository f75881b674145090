/** Numbers from 0 in sets that can be joined; the smallest number of a set stands for it. */
export interface DisjointSets {
  find(item: number): number;
  join(a: number, b: number): void;
}

export function createDisjointSets(count: number): DisjointSets {
  const parents = Uint32Array.from({ length: count }, (_, index) => index);
  const find = (item: number): number => {
    let at = item;
    for (;;) {
      const parent = parents[at] ?? at;
      if (parent === at) return at;
      // Halves the way for whoever comes next.
      const grandparent = parents[parent] ?? parent;
      parents[at] = grandparent;
      at = grandparent;
    }
  };
  return {
    find,
    join(a, b) {
      const [left, right] = [find(a), find(b)];
      parents[Math.max(left, right)] = Math.min(left, right);
    },
  };
}
