import type { ChangeSubject, SplitPart } from '../../../shared/contract/cluster-operations.ts';
import { createClusterInput } from '../../../shared/domain/clusters/cluster-input.ts';
import { divideIntoParts, type Parts } from '../../../shared/domain/clusters/divide-into-parts.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { vectorModelId, vectorOf } from '../../db/tables/change-vectors.ts';
import { findRun, type RunRow } from '../../db/tables/cluster-runs.ts';
import { findCluster } from '../../db/tables/clusters.ts';
import { changesOfSubject, type SubjectOfChanges } from '../../db/tables/subject-changes.ts';
import { nameFound } from '../clusters/name-found.ts';
import { clusterNotFound, noRun } from '../clusters/not-found.ts';
import { readChanges } from '../clusters/read-changes.ts';
import { findMode } from './find-mode.ts';
import { seqsOfMode } from './seqs-of-mode.ts';

/** Of more changes than this, every so-manieth is looked at. */
const mostChanges = 20_000;

/** Examples of each part. */
const examplesEach = 5;

export interface SplitInput {
  readonly subject: ChangeSubject;
  readonly parts: number;
}

/**
 * How the changes of a failure mode or cluster would fall into parts. Counts are of the changes that were looked at, in
 * proportion to all. CLUSTER_NOT_FOUND, MODE_NOT_FOUND, RUN_NOT_FOUND.
 */
export async function previewSplit(
  database: Database,
  { subject: asked, parts: wanted }: SplitInput,
): Promise<Result<{ parts: SplitPart[] }>> {
  const run = findRun(database, 'current');
  if (run === null) return noRun();
  const subject = findSubject(database, run, asked);
  if (!subject.ok) return subject;
  const all = changesOfSubject(database, subject.value);
  const step = Math.ceil(all.length / mostChanges);
  const builder = createClusterInput(vectorModelId(database, run.modelSeq) === 'lexical');
  const looked: number[] = [];
  for (let at = 0; at < all.length; at += step) {
    const seq = all[at] ?? 0;
    const vector = vectorOf(database, seq, run.modelSeq);
    if (vector === null) continue;
    builder.add(vector);
    looked.push(seq);
  }
  if (looked.length === 0) return succeed({ parts: [] });
  const divided = divideIntoParts(builder.finish(), wanted);
  return succeed({ parts: describeParts(database, looked, divided, all.length / looked.length) });
}

function describeParts(
  database: Database,
  seqs: readonly number[],
  { partCount, partOfRow, similarity }: Parts,
  each: number,
): SplitPart[] {
  const names = nameFound(database, {
    changeSeqs: Int32Array.from(seqs),
    clusterOfRow: partOfRow,
    clusterCount: partCount,
    similarity,
  });
  const rows = Map.groupBy(partOfRow.keys(), (row) => partOfRow[row] ?? -1);
  return names.map(({ name, terms }, part) => {
    const members = rows.get(part) ?? [];
    const typical = members
      .toSorted((a, b) => (similarity[b] ?? 0) - (similarity[a] ?? 0) || a - b)
      .slice(0, examplesEach);
    return {
      name,
      terms,
      count: Math.round(members.length * each),
      examples: readChanges(
        database,
        typical.map((row) => seqs[row] ?? 0),
      ),
    };
  });
}

function findSubject(database: Database, run: RunRow, subject: ChangeSubject): Result<SubjectOfChanges> {
  if (subject.kind === 'unclassified') return succeed({ kind: 'unclassified', runSeq: run.seq });
  if (subject.kind === 'mode') {
    const mode = findMode(database, subject.id);
    return mode.ok ? succeed({ kind: 'mode', modeSeqs: seqsOfMode(database, mode.value.id) }) : mode;
  }
  const cluster = findCluster(database, run.seq, subject.id);
  if (cluster === null) return clusterNotFound();
  return succeed({ kind: 'cluster', runSeq: run.seq, clusterSeq: cluster.seq });
}
