import type { AuditReport, AuditRow, AuditSignal } from '../../../shared/contract/audit-operations.ts';
import { pendingId, type SignalDefinition, summaries } from '../../../shared/domain/signals/catalogue.ts';
import type { SignalCell } from '../../db/tables/signal-cells.ts';
import type { SignalCoverage } from '../../db/tables/signal-coverage.ts';

/** Rows that the matrix shows; the others are summed. */
export const mostRows = 200;

export type Matrix = Pick<AuditReport, 'interactions' | 'silent' | 'signals' | 'rows' | 'rest'>;

interface Sums {
  interactions: number;
  withAny: number;
  readonly known: Map<string, number>;
}

interface Group extends Sums {
  readonly surface: string;
  readonly model: string;
  readonly promptVersion: string;
  firstWeek: string;
  lastWeek: string;
}

/**
 * Outputs by surface, model and prompt version, and what is known of them, from kept counts alone.
 * @param columns signals of the matrix
 */
export function auditMatrix(
  cells: readonly SignalCell[],
  coverage: readonly SignalCoverage[],
  columns: readonly SignalDefinition[],
): Matrix {
  const groups = groupsOf(cells, coverage);
  const all = newSums();
  for (const group of groups) addSums(all, group);
  const rest = groups.slice(mostRows);
  const restSums = newSums();
  for (const group of rest) addSums(restSums, group);
  return {
    interactions: all.interactions,
    silent: all.interactions - all.withAny,
    signals: columns.map(({ id, name, kind, strength }): AuditSignal => ({
      id,
      name,
      kind,
      strength,
      known: all.known.get(id) ?? 0,
      pending: all.known.get(pendingId(id)) ?? 0,
    })),
    rows: groups.slice(0, mostRows).map((group) => rowOf(group, columns)),
    rest: rest.length === 0 ? null : { rows: rest.length, ...figuresOf(restSums, columns) },
  };
}

/** Those with most interactions first. */
function groupsOf(cells: readonly SignalCell[], coverage: readonly SignalCoverage[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { week, surface, model, promptVersion, interactions } of cells) {
    const group = groups.get(keyOf({ surface, model, promptVersion })) ?? {
      surface,
      model,
      promptVersion,
      firstWeek: '',
      lastWeek: '',
      ...newSums(),
    };
    groups.set(keyOf(group), group);
    group.interactions += interactions;
    if (week === '') continue;
    if (group.firstWeek === '' || week < group.firstWeek) group.firstWeek = week;
    if (week > group.lastWeek) group.lastWeek = week;
  }
  for (const { signal, known, ...place } of coverage) {
    const group = groups.get(keyOf(place));
    if (group === undefined) continue;
    if (signal === summaries.any) group.withAny += known;
    else group.known.set(signal, known);
  }
  return [...groups.values()].toSorted(
    (one, other) =>
      other.interactions - one.interactions ||
      one.surface.localeCompare(other.surface, 'en') ||
      one.model.localeCompare(other.model, 'en') ||
      one.promptVersion.localeCompare(other.promptVersion, 'en'),
  );
}

function keyOf({
  surface,
  model,
  promptVersion,
}: Pick<Group, 'surface' | 'model' | 'promptVersion'>): string {
  return JSON.stringify([surface, model, promptVersion]);
}

function newSums(): Sums {
  return { interactions: 0, withAny: 0, known: new Map() };
}

function addSums(sums: Sums, added: Sums): void {
  sums.interactions += added.interactions;
  sums.withAny += added.withAny;
  for (const [signal, known] of added.known) sums.known.set(signal, (sums.known.get(signal) ?? 0) + known);
}

function rowOf(group: Group, columns: readonly SignalDefinition[]): AuditRow {
  const { surface, model, promptVersion, firstWeek, lastWeek } = group;
  return {
    surface: orNull(surface),
    model: orNull(model),
    promptVersion: orNull(promptVersion),
    firstWeek: orNull(firstWeek),
    lastWeek: orNull(lastWeek),
    ...figuresOf(group, columns),
  };
}

function figuresOf(
  sums: Sums,
  columns: readonly SignalDefinition[],
): Pick<AuditRow, 'interactions' | 'silent' | 'signals'> {
  const figures = columns.map(
    ({ id }) =>
      [id, { known: sums.known.get(id) ?? 0, pending: sums.known.get(pendingId(id)) ?? 0 }] as const,
  );
  return {
    interactions: sums.interactions,
    silent: sums.interactions - sums.withAny,
    signals: Object.fromEntries(figures),
  };
}

function orNull(value: string): string | null {
  return value === '' ? null : value;
}
