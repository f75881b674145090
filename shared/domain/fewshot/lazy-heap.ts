/** Candidates by a bound on what each is worth, the greatest first; of equal ones the one that comes first. */
export interface LazyHeap {
  readonly size: number;
  push(candidate: number, bound: number): void;
  /** The greatest, taken out; null where it is empty. */
  pop(): { readonly candidate: number; readonly bound: number } | null;
}

export function createLazyHeap(): LazyHeap {
  const candidates: number[] = [];
  const bounds: number[] = [];
  const isBefore = (a: number, b: number): boolean => {
    const [left, right] = [bounds[a] ?? 0, bounds[b] ?? 0];
    return left === right ? (candidates[a] ?? 0) < (candidates[b] ?? 0) : left > right;
  };
  const swap = (a: number, b: number): void => {
    [candidates[a], candidates[b]] = [candidates[b] ?? 0, candidates[a] ?? 0];
    [bounds[a], bounds[b]] = [bounds[b] ?? 0, bounds[a] ?? 0];
  };
  const rise = (from: number): void => {
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!isBefore(at, parent)) return;
      swap(at, parent);
      at = parent;
    }
  };
  const sink = (): void => {
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let first = at;
      if (left < candidates.length && isBefore(left, first)) first = left;
      if (right < candidates.length && isBefore(right, first)) first = right;
      if (first === at) return;
      swap(at, first);
      at = first;
    }
  };
  return {
    get size() {
      return candidates.length;
    },
    push(candidate, bound) {
      candidates.push(candidate);
      bounds.push(bound);
      rise(candidates.length - 1);
    },
    pop() {
      const [candidate, bound] = [candidates[0], bounds[0]];
      if (candidate === undefined || bound === undefined) return null;
      swap(0, candidates.length - 1);
      candidates.pop();
      bounds.pop();
      sink();
      return { candidate, bound };
    },
  };
}
