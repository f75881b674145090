import type { ModeSegment } from '../../../shared/contract/cluster-operations.ts';
import { wilsonInterval } from '../../../shared/domain/statistics/wilson-interval.ts';
import type { Result } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { type SegmentCount, segmentCounts, segmentFields } from '../../db/tables/mode-segments.ts';
import { runInSlices } from '../agreement/run-in-slices.ts';
import { findMode } from './find-mode.ts';
import { seqsOfMode } from './seqs-of-mode.ts';

/** Fewer interactions than this say nothing. */
const leastInteractions = 5;

/** Segments of one field, those furthest from the rest first. */
const mostOfField = 8;

/**
 * Where a failure mode is more or less frequent than elsewhere, among interactions that have a value of the field.
 * MODE_NOT_FOUND, JOB_CANCELLED.
 */
export async function modeSegments(
  database: Database,
  { id }: { readonly id: string },
  signal?: AbortSignal,
): Promise<Result<ModeSegment[]>> {
  const mode = findMode(database, id);
  if (!mode.ok) return mode;
  return runInSlices(segments(database, seqsOfMode(database, mode.value.id)), signal);
}

function* segments(database: Database, modeSeqs: readonly number[]): Generator<void, ModeSegment[]> {
  const found: ModeSegment[] = [];
  for (const field of segmentFields) {
    const counts = segmentCounts(database, field, modeSeqs);
    const all = { interactions: sumOf(counts, 'interactions'), of: sumOf(counts, 'of') };
    const ranked = counts
      .filter(({ of }) => of >= leastInteractions)
      .map((count) => ({ count, distance: distanceOf(count, all) }))
      .toSorted((a, b) => b.distance - a.distance || (a.count.value < b.count.value ? -1 : 1));
    for (const { count } of ranked.slice(0, mostOfField)) {
      const share = wilsonInterval(count.interactions, count.of);
      if (share !== null) found.push(Object.assign({ field, share, ratio: ratioOf(count, all) }, count));
    }
    yield;
  }
  return found;
}

type Counts = Omit<SegmentCount, 'value'>;

function sumOf(counts: readonly SegmentCount[], key: keyof Counts): number {
  return counts.reduce((total, count) => total + count[key], 0);
}

function elsewhere(count: Counts, all: Counts): Counts {
  return { interactions: all.interactions - count.interactions, of: all.of - count.of };
}

/** How many standard errors the shares here and elsewhere are apart. */
function distanceOf(count: Counts, all: Counts): number {
  const other = elsewhere(count, all);
  const share = all.interactions / all.of;
  const error = Math.sqrt(share * (1 - share) * (1 / count.of + 1 / other.of));
  if (!Number.isFinite(error) || error === 0) return 0;
  return Math.abs(count.interactions / count.of - other.interactions / other.of) / error;
}

/** Null where there is no elsewhere to compare with, or it has none. */
function ratioOf(count: Counts, all: Counts): number | null {
  const other = elsewhere(count, all);
  if (other.of === 0 || other.interactions === 0) return null;
  return count.interactions / count.of / (other.interactions / other.of);
}
