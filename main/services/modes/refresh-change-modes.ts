import type { Database } from '../../db/database.ts';
import {
  deleteChangeMode,
  type ModedChange,
  modedChanges,
  setChangeMode,
} from '../../db/tables/change-modes.ts';
import { currentRunSeq } from '../../db/tables/mode-lookups.ts';
import { decideMode } from './decide-mode.ts';
import { modesInUse } from './modes-in-use.ts';
import { createSayingsReader, type PeopleSay } from './read-sayings.ts';

/** The place of what is said of a whole output. */
export const wholeOutput = '';

/**
 * Gives a change the failure mode that people say it has, in passing: call it inside the transaction of what they said. Where
 * nobody says one any more, its cluster decides; what is nearest is left to the job.
 */
export function refreshChangeMode(database: Database, interactionSeq: number, place: string): void {
  const runSeq = currentRunSeq(database);
  const change = modedChanges(database, runSeq, interactionSeq, interactionSeq).find(
    (one) => one.place === place,
  );
  if (change === undefined) return;
  const { seqOf, modesOfCluster } = modesInUse(database, runSeq);
  const said = createSayingsReader(database, seqOf)(interactionSeq, interactionSeq)(interactionSeq, place);
  const clusterModes = change.clusterSeq === null ? null : (modesOfCluster.get(change.clusterSeq) ?? null);
  const decided = decideMode(
    { said, clusterModes, clusterSimilarity: change.clusterSimilarity ?? 0 },
    (accepts) => stillNearest(change, said, accepts),
  );
  if (decided === null) deleteChangeMode(database, change.seq);
  else setChangeMode(database, change, decided);
}

/** What it was assigned before, which needs no look at examples. */
function stillNearest(
  { modeSeq, how, similarity }: ModedChange,
  { out }: PeopleSay,
  accepts: (mode: number) => boolean,
): { readonly mode: number; readonly score: number } | null {
  if (modeSeq === null || how === 'person' || out.has(modeSeq) || !accepts(modeSeq)) return null;
  return { mode: modeSeq, score: similarity ?? 0 };
}
