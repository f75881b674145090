import type { FewShotOptions } from '../../../shared/domain/fewshot/few-shot-options.ts';
import { qualityOf } from '../../../shared/domain/fewshot/quality.ts';
import { mixed } from '../../../shared/domain/text/shingles.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { filterToSql } from '../../db/filter-to-sql.ts';
import { allMatchingSeqs } from '../../db/tables/item-query.ts';
import { cancelled, type JobSteps } from './job-steps.ts';
import { createQualityReader } from './read-quality.ts';

export interface FoundCandidates {
  /** All that the filter finds, in import order. */
  readonly seqs: Float64Array;
  /** Interactions with a good answer, the best of them where there are too many; in import order. */
  readonly candidates: readonly RatedSeq[];
  /** How many have a good answer. */
  readonly good: number;
}

export interface RatedSeq {
  readonly seq: number;
  readonly quality: number;
}

/** Interactions read at a time. */
const pageSize = 500;

/** Everything that the filter finds, in import order. FILTER_INVALID. */
export function findSeqs(
  database: Database,
  { filter }: Pick<FewShotOptions, 'filter'>,
): Result<Float64Array> {
  const found = filterToSql(database, filter);
  return found.ok ? succeed(allMatchingSeqs(database, found.value)) : found;
}

/** Those with an answer good enough, at most `most`: the best, of equals the earliest. JOB_CANCELLED. */
export async function findCandidates(
  database: Database,
  seqs: Float64Array,
  options: Pick<FewShotOptions, 'evidence' | 'scales' | 'leastQuality'>,
  { most, steps }: { readonly most: number; readonly steps: JobSteps },
): Promise<Result<FoundCandidates>> {
  const read = createQualityReader(database, options);
  const rated: RatedSeq[] = [];
  for (let at = 0; at < seqs.length; at += pageSize) {
    for (const { seq, evidence } of read([...seqs.subarray(at, at + pageSize)])) {
      const quality = qualityOf(evidence);
      if (quality !== null && quality >= options.leastQuality) rated.push({ seq, quality });
    }
    if (!(await steps.goOn(Math.min(seqs.length, at + pageSize)))) return cancelled();
  }
  const best =
    rated.length <= most
      ? rated
      : rated
          .toSorted((a, b) => b.quality - a.quality || a.seq - b.seq)
          .slice(0, most)
          .toSorted((a, b) => a.seq - b.seq);
  return succeed({ seqs, candidates: best, good: rated.length });
}

/** At most `most` of some seqs, spread over all alike and the same each time: those whose hashes are the smallest. */
export function spreadSeqs(seqs: Float64Array, most: number): Float64Array {
  if (seqs.length <= most) return seqs;
  const hashes = Float64Array.from(seqs, (seq) => mixed(seq));
  const limit = hashes.toSorted()[most - 1] ?? Infinity;
  return seqs.filter((_, place) => (hashes[place] ?? 0) <= limit).slice(0, most);
}
