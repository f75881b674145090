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
