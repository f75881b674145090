import type { AuditReport } from '../../../shared/contract/audit-operations.ts';
import type { RejectCount } from '../../db/tables/audit-counts.ts';
import type { SourceRow } from '../../db/tables/sources.ts';

export type SourceFindings = Pick<AuditReport, 'discarded' | 'unjoined'> & {
  /** Fields that interactions have and nothing reads, with the rows that fill them. */
  readonly metadata: AuditReport['unused'];
};

/** Rows that an attachment's file has, and that found no interaction. */
const joinReasons: ReadonlySet<string> = new Set(['no_match', 'ambiguous_match', 'missing_id']);

/** Lists beyond this say nothing more: some logs have a column per row. */
const mostNames = 100;

/**
 * What imports left behind, as they counted it.
 * @param read metadata fields that the project reads, such as the one that names the surface
 */
export function auditSources(
  sources: readonly SourceRow[],
  rejects: readonly RejectCount[],
  read: ReadonlySet<string>,
): SourceFindings {
  const standing = sources.filter(({ state }) => state !== 'undone' && state !== 'cancelled');
  const rejectsOf = Map.groupBy(rejects, ({ sourceSeq }) => sourceSeq);
  return {
    metadata: metadataOf(standing, read),
    discarded: standing.flatMap((source) => discardedOf(source, rejectsOf.get(source.seq) ?? [])),
    unjoined: standing.flatMap((source) => unjoinedOf(source, rejectsOf.get(source.seq) ?? [])),
  };
}

function metadataOf(sources: readonly SourceRow[], read: ReadonlySet<string>): SourceFindings['metadata'] {
  const counts = new Map<string, number>();
  for (const { brings, unmapped } of sources)
    if (brings === 'interactions')
      for (const [name, count] of Object.entries(unmapped))
        if (!read.has(name)) counts.set(name, (counts.get(name) ?? 0) + count);
  return [...counts]
    .map(([name, count]) => ({ name, what: 'metadata' as const, count }))
    .toSorted(byCount)
    .slice(0, mostNames);
}

/** Columns of attachments stay in their file: an attachment has no metadata of its own. */
function discardedOf(
  { name: source, id: sourceId, brings, unmapped, skipReasons }: SourceRow,
  rejects: readonly RejectCount[],
): AuditReport['discarded'] {
  const fields = brings === 'attachments' ? Object.entries(unmapped) : [];
  return [
    ...Object.entries(skipReasons).map(([name, count]) => ({ what: 'event' as const, name, count })),
    ...rejects
      .filter(({ reason }) => !joinReasons.has(reason))
      .map(({ reason, count }) => ({ what: 'rejected_row' as const, name: reason, count })),
    ...fields.map(([name, count]) => ({ what: 'unmapped_field' as const, name, count })),
  ]
    .toSorted(byCount)
    .slice(0, mostNames)
    .map(({ what, name, count }) => ({ what, name, source, sourceId, count }));
}

function unjoinedOf(
  { name: source, id: sourceId, attached }: SourceRow,
  rejects: readonly RejectCount[],
): AuditReport['unjoined'] {
  return rejects
    .filter(({ reason }) => joinReasons.has(reason))
    .map(({ reason, count }) => ({ source, sourceId, reason, count, joined: attached }));
}

function byCount(one: { count: number; name: string }, other: { count: number; name: string }): number {
  return other.count - one.count || one.name.localeCompare(other.name, 'en');
}
