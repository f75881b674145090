import type { SourceCoverage } from '../../../shared/contract/outcome-operations.ts';
import type { Database } from '../../db/database.ts';
import { countRejectsByReason } from '../../db/tables/audit-counts.ts';
import { outcomesBySource } from '../../db/tables/outcome-feeds.ts';
import { pageOfRejects } from '../../db/tables/rejects.ts';
import { listSources } from '../../db/tables/sources.ts';

/** Enough to see what is wrong with a file. */
const shownExamples = 5;
const shownText = 300;

/** How the rows of attachments were joined, source by source, the newest first. Reads what imports counted. */
export function outcomeCoverage(database: Database): SourceCoverage[] {
  const rejects = Map.groupBy(countRejectsByReason(database), ({ sourceSeq }) => sourceSeq);
  const outcomes = Map.groupBy(outcomesBySource(database), ({ sourceSeq }) => sourceSeq);
  return listSources(database)
    .filter(({ brings, state }) => brings === 'attachments' && state !== 'undone' && state !== 'cancelled')
    .map(({ seq, id, name, startedAt, options, read, skipped, attached, duplicates }) => ({
      sourceId: id,
      name,
      startedAt,
      method: options.join ?? { by: 'id' },
      rows: read - skipped,
      joined: attached + duplicates,
      skipped,
      reasons: Object.fromEntries((rejects.get(seq) ?? []).map(({ reason, count }) => [reason, count])),
      examples: pageOfRejects(database, seq, 0, shownExamples).map(({ line, reason, message, raw }) => ({
        line,
        reason,
        message,
        raw: raw.slice(0, shownText),
      })),
      outcomes: (outcomes.get(seq) ?? []).map(({ name: outcome }) => outcome),
    }));
}
