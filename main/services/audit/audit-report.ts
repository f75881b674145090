import type { AuditReport } from '../../../shared/contract/audit-operations.ts';
import { summaries } from '../../../shared/domain/signals/catalogue.ts';
import type { Result } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import {
  countActions,
  countPeoplesWork,
  countRejectsByReason,
  countSessionsAndUsers,
  countSignalValue,
  countStandingModes,
} from '../../db/tables/audit-counts.ts';
import { readProject } from '../../db/tables/project.ts';
import { readSignalCells, type SignalCell } from '../../db/tables/signal-cells.ts';
import { readSignalCoverage } from '../../db/tables/signal-coverage.ts';
import { readSignalSettings } from '../../db/tables/signal-settings.ts';
import { listSources } from '../../db/tables/sources.ts';
import { runInSlices } from '../agreement/run-in-slices.ts';
import { readFreshness } from '../signals/freshness.ts';
import { metaFields } from '../signals/meta-fields.ts';
import { countUnused, readLoggedNames } from '../signals/read-logged-names.ts';
import { signalDefinitions } from '../signals/signal-definitions.ts';
import { auditGaps } from './audit-gaps.ts';
import { auditMatrix } from './audit-matrix.ts';
import { auditSources } from './audit-sources.ts';
import { loopStates } from './loop-states.ts';

export interface AuditInput {
  /** Wall clock, UTC milliseconds. */
  readonly now: number;
}

/**
 * What is logged, what is used, what is thrown away and what that keeps from running. Reads kept counts and indexes, no
 * interaction. JOB_CANCELLED.
 */
export async function auditReport(
  database: Database,
  { now }: AuditInput,
  signal?: AbortSignal,
): Promise<Result<AuditReport>> {
  return runInSlices(report(database, now), signal);
}

function* report(database: Database, now: number): Generator<void, AuditReport> {
  const cells = readSignalCells(database);
  const coverage = readSignalCoverage(database);
  yield;
  const { settings } = readSignalSettings(database);
  const matrix = auditMatrix(cells, coverage, signalDefinitions(database, settings));
  yield;
  const { metadata, ...sources } = auditSources(
    listSources(database),
    countRejectsByReason(database),
    new Set(Object.values(metaFields(database, settings)).filter((name) => name !== null)),
  );
  const without = withoutOf(database, cells, matrix.interactions);
  yield;
  const outcomes = matrix.signals
    .filter(({ kind, known: of, pending }) => kind === 'outcome' && of + pending > 0)
    .map(({ name, known: count, pending }) => ({ name, count, pending }));
  const loops = loopStates({
    ...sources,
    interactions: matrix.interactions,
    without,
    outcomes,
    people: countPeoplesWork(database),
    failureModes: countStandingModes(database),
    accepted: countSignalValue(database, 'accepted', 1),
    usable: coverage.reduce((sum, { signal, known }) => (signal === summaries.usable ? sum + known : sum), 0),
    datedPromptVersions: datedPromptVersions(cells),
  });
  yield;
  const { unused: names } = readLoggedNames(database, settings.mapped);
  const signals = countUnused(database, names).map(({ name, count }) => ({
    name,
    what: 'signal' as const,
    count,
  }));
  const unused = [...signals, ...metadata];
  const audited = { ...matrix, ...sources, without, unused, loops };
  return {
    project: readProject(database).name,
    madeAt: now,
    freshness: readFreshness(database),
    ...audited,
    actions: countActions(database),
    outcomes,
    gaps: auditGaps(audited),
  };
}

function withoutOf(
  database: Database,
  cells: readonly SignalCell[],
  interactions: number,
): AuditReport['without'] {
  const { withSession, withUser } = countSessionsAndUsers(database);
  return {
    // The two are counted in the project as it is now, which may have grown since its signals were worked out.
    session: Math.max(0, interactions - withSession),
    user: Math.max(0, interactions - withUser),
    time: sumOf(cells, ({ week }) => week === ''),
    promptVersion: sumOf(cells, ({ promptVersion }) => promptVersion === ''),
  };
}

function sumOf(cells: readonly SignalCell[], counts: (cell: SignalCell) => boolean): number {
  return cells.reduce((sum, cell) => (counts(cell) ? sum + cell.interactions : sum), 0);
}

function datedPromptVersions(cells: readonly SignalCell[]): number {
  const dated = cells.filter(({ week, promptVersion }) => week !== '' && promptVersion !== '');
  return new Set(dated.map(({ promptVersion }) => promptVersion)).size;
}
