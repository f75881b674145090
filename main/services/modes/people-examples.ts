import type { Database } from '../../db/database.ts';
import { modedChanges } from '../../db/tables/change-modes.ts';
import { typicalOfCluster } from '../../db/tables/mode-examples.ts';
import { interactionsWithSayings } from '../../db/tables/mode-sayings.ts';
import type { ModesInUse } from './modes-in-use.ts';
import { failureModeQuestions } from '../review/failure-modes.ts';
import { createSayingsReader } from './read-sayings.ts';

/** A change that teaches what a failure mode is, or is not. */
export interface ExampleChange {
  readonly changeSeq: number;
  readonly mode: number;
  readonly verdict: 'in' | 'out';
}

export interface Examples {
  readonly changes: readonly ExampleChange[];
  /** The failure modes that people gave to changes of each cluster. */
  readonly modesInCluster: ReadonlyMap<number, ReadonlySet<number>>;
}

/** Of one failure mode and verdict; of more, every so-manieth. */
const mostOfMode = 3000;

/** Typical changes of each cluster that was confirmed as one failure mode, where people named fewer examples of it. */
const typicalOfEach = 20;

/**
 * What people said of single changes; and for failure modes of which they said little, the most typical changes of their
 * clusters. In pieces, because there may be many.
 */
export function* exampleChanges(
  database: Database,
  runSeq: number,
  { seqOf, modesOfCluster }: ModesInUse,
): Generator<void, Examples> {
  const read = createSayingsReader(database, seqOf);
  const said: ExampleChange[] = [];
  const modesInCluster = new Map<number, Set<number>>();
  for (const seq of interactionsWithSayings(database, failureModeQuestions(database))) {
    const sayings = read(seq, seq);
    for (const { seq: changeSeq, place, clusterSeq } of modedChanges(database, runSeq, seq, seq)) {
      const { mode, out } = sayings(seq, place);
      if (mode !== null) {
        said.push({ changeSeq, mode, verdict: 'in' });
        if (clusterSeq !== null)
          modesInCluster.set(clusterSeq, (modesInCluster.get(clusterSeq) ?? new Set()).add(mode));
      }
      for (const not of out) said.push({ changeSeq, mode: not, verdict: 'out' });
    }
    yield;
  }
  const groups = Map.groupBy(said, ({ mode, verdict }) => `${verdict} ${mode}`);
  const typical: ExampleChange[] = [];
  for (const [clusterSeq, modes] of modesOfCluster) {
    const [mode, ...others] = modes;
    if (mode === undefined || others.length > 0) continue;
    if ((groups.get(`in ${mode}`)?.length ?? 0) >= typicalOfEach) continue;
    const out = new Set(groups.get(`out ${mode}`)?.map(({ changeSeq }) => changeSeq));
    for (const changeSeq of typicalOfCluster(database, runSeq, clusterSeq, typicalOfEach))
      if (!out.has(changeSeq)) typical.push({ changeSeq, mode, verdict: 'in' });
  }
  return { changes: [...[...groups.values()].flatMap(thinned), ...typical], modesInCluster };
}

function thinned(examples: readonly ExampleChange[]): ExampleChange[] {
  const step = Math.ceil(examples.length / mostOfMode);
  return examples.filter((_, index) => index % step === 0);
}
