import { clusterId } from './cluster-id.ts';

/** An id that none of these is; it is one of them from then on. */
export function freeId(taken: Set<string>, digest: number, model: string): string {
  for (let attempt = 0; ; attempt += 1) {
    const id = clusterId(digest, model, attempt);
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}

/** The name, with a number where another cluster has it; it is taken from then on. */
export function freeName(taken: Set<string>, name: string): string {
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? name : `${name} (${count})`;
    if (taken.has(candidate)) continue;
    taken.add(candidate);
    return candidate;
  }
}
