import type { Job } from '../../shared/contract/job-operations.ts';
import { formatBytes, formatCount, formatPlural, formatSeconds } from './format.ts';

/** How much of a job is done, 0 to 1; null while its size is unknown. */
export function jobShare(job: Job): number | null {
  return job.total === null || job.total === 0 ? null : Math.min(1, job.done / job.total);
}

/** `12,000 rows, 8,400 rows/s, 35 s left`, as far as it is known; `Paused, 12,000 rows` while it waits. */
export function describeJob(job: Job): string {
  const counted = isOfInteractions(job) ? 'interaction' : 'row';
  const parts = [formatPlural(job.rows, counted)];
  if (job.paused) parts.unshift('Paused');
  if (job.rowsPerSecond !== null && !job.paused)
    parts.push(`${formatCount(Math.round(job.rowsPerSecond))} ${counted}s/s`);
  if (job.unit === 'bytes' && job.total !== null)
    parts.push(`${formatBytes(job.done)} of ${formatBytes(job.total)}`);
  if (job.secondsLeft !== null && !job.paused) parts.push(`${formatSeconds(job.secondsLeft)} left`);
  return parts.join(', ');
}

/** Imports and exports go through rows of files, these through interactions of the project. */
function isOfInteractions({ kind }: Job): boolean {
  return ['label', 'queue', 'few_shot', 'signals', 'quality'].includes(kind);
}
