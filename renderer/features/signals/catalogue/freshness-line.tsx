import { useQuery } from '@tanstack/react-query';
import type { Freshness } from '../../../../shared/contract/signal-operations.ts';
import { useQueries } from '../../../api/query-utils.ts';
import { formatCount, formatPlural } from '../../../ui/format.ts';
import { useSignalsJob } from '../use-signals-job.ts';
import { describeJob } from '../../../ui/job-progress.ts';

/** How far the values of signals are those of the project as it is now, or how far the work on them is. */
export function FreshnessLine() {
  const queries = useQueries();
  const overview = useQuery(queries.signals.overview.queryOptions());
  const job = useSignalsJob();
  if (job !== undefined) return <span role="status">Working out signals: {describeJob(job)}</span>;
  const freshness = overview.data?.freshness;
  return <span role="status">{freshness === undefined ? 'Counting…' : freshnessText(freshness)}</span>;
}

function freshnessText({ measured, total, stale, isOutdated }: Freshness): string {
  if (isOutdated) return `All ${formatCount(total)} interactions are to be worked out anew`;
  if (measured < total)
    return `${formatPlural(total - measured, 'interaction')} of ${formatCount(total)} not worked out yet`;
  if (stale > 0) return `${formatPlural(stale, 'interaction')} changed since it was worked out`;
  return `${formatPlural(total, 'interaction')}, up to date`;
}
