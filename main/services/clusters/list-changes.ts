import { z } from 'zod';
import type { Change, ChangeSubject } from '../../../shared/contract/cluster-operations.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import {
  countOfSubject,
  type PagedSubject,
  type PageKey,
  pageOfChanges,
  type PageOrder,
} from '../../db/tables/change-pages.ts';
import { findRun } from '../../db/tables/cluster-runs.ts';
import { findCluster } from '../../db/tables/clusters.ts';
import { modeSeqs } from '../../db/tables/mode-lookups.ts';
import { clusterNotFound, noRun } from './not-found.ts';
import { readChanges } from './read-changes.ts';

export interface ChangesInput {
  readonly subject: ChangeSubject;
  readonly order: PageOrder;
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

export interface ChangesPage {
  readonly changes: Change[];
  readonly total: number;
  readonly nextAfter: string | null;
}

const usualLimit = 50;

/** A page of a subject's changes. CLUSTER_NOT_FOUND, MODE_NOT_FOUND, RUN_NOT_FOUND, INPUT_INVALID. */
export async function listChanges(
  database: Database,
  { subject: asked, order, after, limit = usualLimit }: ChangesInput,
): Promise<Result<ChangesPage>> {
  const subject = findSubject(database, asked);
  if (!subject.ok) return subject;
  const key = after === undefined ? null : parseKey(after);
  if (key === undefined)
    return fail('INPUT_INVALID', 'The list cannot go on from there. Read it from its beginning.');
  // One more tells whether there is a next page.
  const found = pageOfChanges(database, { subject: subject.value, order, after: key, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return succeed({
    changes: readChanges(
      database,
      page.map(({ seq }) => seq),
    ),
    total: countOfSubject(database, subject.value),
    nextAfter: last === undefined ? null : JSON.stringify(last),
  });
}

function findSubject(database: Database, subject: ChangeSubject): Result<PagedSubject> {
  if (subject.kind === 'mode') {
    const modeSeq = modeSeqs(database).get(subject.id);
    return modeSeq === undefined
      ? fail('MODE_NOT_FOUND', 'There is no such failure mode. Reload the list of failure modes.')
      : succeed({ kind: 'mode', modeSeq });
  }
  const run = findRun(database, 'current');
  if (run === null) return noRun();
  if (subject.kind === 'unclassified') return succeed({ kind: 'unclassified', runSeq: run.seq });
  const cluster = findCluster(database, run.seq, subject.id);
  return cluster === null
    ? clusterNotFound()
    : succeed({ kind: 'cluster', runSeq: run.seq, clusterSeq: cluster.seq });
}

const pageKey = z.object({
  seq: z.int(),
  similarity: z.number(),
  week: z.int().nullable(),
  interactionSeq: z.int(),
});

/** Undefined where the text is none of ours. */
function parseKey(text: string): PageKey | undefined {
  try {
    return pageKey.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
