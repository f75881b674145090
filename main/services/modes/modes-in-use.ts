import type { Database } from '../../db/database.ts';
import { decidedClusters, modeSeqs } from '../../db/tables/mode-lookups.ts';

/** Failure modes and what clusters are, as numbers. */
export interface ModesInUse {
  /** Number of the failure mode in use that an id means: itself or the one that stands for it; null for none. */
  readonly seqOf: (id: string) => number | null;
  /** The failure modes of each cluster of a run that was decided on; none where it was dismissed. */
  readonly modesOfCluster: ReadonlyMap<number, readonly number[]>;
}

export function modesInUse(database: Database, runSeq: number): ModesInUse {
  const seqs = modeSeqs(database);
  const seqOf = (id: string) => seqs.get(id) ?? null;
  const modesOfCluster = new Map(
    decidedClusters(database, runSeq).map(({ clusterSeq, modes }) => [
      clusterSeq,
      [...new Set(modes.flatMap((id) => seqOf(id) ?? []))],
    ]),
  );
  return { seqOf, modesOfCluster };
}
