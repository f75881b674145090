import type { AuditGroup, AuditReport } from '../../../shared/contract/audit-operations.ts';
import { groupName } from '../../../shared/domain/audit/audit-words.ts';
import { formatCount } from '../../ui/format.ts';
import type { MatrixCell } from '../../ui/matrix.tsx';

/** More rows than this are shown on request. */
export const fewRows = 25;

/** A row of the matrix: a group of outputs, all of them, or those beyond the last row together. */
export interface CoverageRow {
  readonly name: string;
  /** Null where its interactions cannot be looked up as one group. */
  readonly group: Partial<AuditGroup> | null;
  readonly interactions: number;
  readonly silent: number;
  readonly signals: AuditReport['rows'][number]['signals'];
}

/** What a cell is of: a signal, or null for interactions without any. */
export interface CoverageColumn {
  readonly name: string;
  readonly signal: string | null;
}

export function columnsOf({ signals }: Pick<AuditReport, 'signals'>): CoverageColumn[] {
  return [{ name: 'No signal', signal: null }, ...signals.map(({ id, name }) => ({ name, signal: id }))];
}

export function rowsOf(
  { interactions, silent, signals, rows, rest }: AuditReport,
  isWhole: boolean,
): CoverageRow[] {
  const all: CoverageRow = {
    name: `All outputs (${formatCount(interactions)})`,
    group: {},
    interactions,
    silent,
    signals: Object.fromEntries(signals.map(({ id, known, pending }) => [id, { known, pending }])),
  };
  const shown = isWhole ? rows : rows.slice(0, fewRows);
  const named = shown.map(({ surface, model, promptVersion, ...figures }) => ({
    name: `${groupName({ surface, model, promptVersion })} (${formatCount(figures.interactions)})`,
    group: { surface, model, promptVersion },
    interactions: figures.interactions,
    silent: figures.silent,
    signals: figures.signals,
  }));
  if (rest === null || !isWhole) return [all, ...named];
  const others = {
    name: `${formatCount(rest.rows)} other groups (${formatCount(rest.interactions)})`,
    group: null,
    interactions: rest.interactions,
    silent: rest.silent,
    signals: rest.signals,
  };
  return [all, ...named, others];
}

/** The share of a row's interactions of which a signal is known, with how many that are. */
export function cellOf(row: CoverageRow, { name, signal }: CoverageColumn): MatrixCell | null {
  if (row.interactions === 0) return null;
  const { known, pending } =
    signal === null ? { known: row.silent, pending: 0 } : (row.signals[signal] ?? { known: 0, pending: 0 });
  const share = known / row.interactions;
  return {
    text: shareText(share),
    detail: pending === 0 ? formatCount(known) : `${formatCount(known)} + ${formatCount(pending)} pending`,
    about: `${row.name}, ${name}`,
    weight: share,
  };
}

/** `31 %`; what is there is never shown as nothing, nor as all where some lacks. */
export function shareText(share: number): string {
  if (share > 0 && share < 0.005) return '<1 %';
  if (share < 1 && share > 0.995) return '>99 %';
  return `${Math.round(100 * share)} %`;
}
