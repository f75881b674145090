import type { JobContext } from '../job-context.ts';
import { buildEditMetrics } from './run-edit-metrics.ts';
import { buildTextIndex } from './run-text-index.ts';

/**
 * Builds what is derived from rows: the search index and the measures of edits, beside one another, because comparing
 * texts needs no database. Returns false where the person cancelled.
 */
export async function buildDerived(context: JobContext): Promise<boolean> {
  let isIndexed = false;
  // One progress at a time.
  const quiet: JobContext = {
    ...context,
    report: (progress) => (isIndexed ? context.report(progress) : undefined),
  };
  const index = async (): Promise<boolean> => {
    isIndexed = await buildTextIndex(context);
    return isIndexed;
  };
  const built = await Promise.all([index(), buildEditMetrics(quiet)]);
  return built.every(Boolean);
}
