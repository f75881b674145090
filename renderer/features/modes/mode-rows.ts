import type { Cluster, Mode } from '../../../shared/contract/cluster-operations.ts';
import { severities } from '../../../shared/domain/spans/severity.ts';
import { rowKey } from './modes-address.ts';
import { type Shape, type Sort, type Status, statuses } from './modes-state.ts';

/** A row of the list, with what is below it. */
export type ModeRow =
  | {
      readonly kind: 'mode';
      readonly key: string;
      readonly mode: Mode;
      readonly children: readonly ModeRow[];
    }
  | {
      readonly kind: 'cluster';
      readonly key: string;
      readonly cluster: Cluster;
      readonly children: readonly ModeRow[];
    }
  | { readonly kind: 'proposals'; readonly key: string; readonly children: readonly ModeRow[] }
  | {
      readonly kind: 'unclassified';
      readonly key: string;
      readonly count: number;
      readonly children: readonly ModeRow[];
    };

export const proposalsKey = 'proposals';

const { compare } = new Intl.Collator('en', { numeric: true });

const comparisons: Readonly<Record<Sort, (a: Mode, b: Mode) => number>> = {
  changes: (a, b) => b.changes - a.changes,
  name: (a, b) => compare(a.name, b.name),
  severity: (a, b) => gravity(b) - gravity(a),
  status: (a, b) => statuses.indexOf(a.status) - statuses.indexOf(b.status),
  newest: (a, b) => b.createdAt - a.createdAt,
};

export function sortModes(modes: readonly Mode[], sort: Sort): Mode[] {
  const { changes, name } = comparisons;
  return modes.toSorted((a, b) => comparisons[sort](a, b) || changes(a, b) || name(a, b));
}

/**
 * The failure modes as a tree or a flat list, in the order given. In a tree, those above one that the filter lets through
 * stay, so that its place is seen.
 */
export function modeRows(modes: readonly Mode[], shape: Shape, status: Status | null): ModeRow[] {
  const isWanted = (mode: Mode) => status === null || mode.status === status;
  if (shape === 'list') return modes.filter(isWanted).map((mode) => rowOf(mode, []));
  const known = new Set(modes.map(({ id }) => id));
  const below = Map.groupBy(modes, ({ parent }) => (parent !== null && known.has(parent) ? parent : null));
  const rowsBelow = (parent: string | null): ModeRow[] =>
    (below.get(parent) ?? []).flatMap((mode) => {
      const children = rowsBelow(mode.id);
      return isWanted(mode) || children.length > 0 ? [rowOf(mode, children)] : [];
    });
  return rowsBelow(null);
}

function rowOf(mode: Mode, children: readonly ModeRow[]): ModeRow {
  return { kind: 'mode', key: rowKey({ kind: 'mode', id: mode.id }), mode, children };
}

/** Clusters that nobody has decided on, the largest first as they come. */
export function proposalRows(clusters: readonly Cluster[]): ModeRow[] {
  const rows = clusters
    .filter(({ state }) => state === 'proposed')
    .map((cluster): ModeRow => ({
      kind: 'cluster',
      key: rowKey({ kind: 'cluster', id: cluster.id }),
      cluster,
      children: [],
    }));
  return rows.length === 0 ? [] : [{ kind: 'proposals', key: proposalsKey, children: rows }];
}

/** Rows from top to bottom as they are seen, without what is folded. */
export function seenRows(rows: readonly ModeRow[], folded: ReadonlySet<string>): ModeRow[] {
  return rows.flatMap((row) => [row, ...(folded.has(row.key) ? [] : seenRows(row.children, folded))]);
}

/** A failure mode and all that are below it: none of them can be above it. */
export function withDescendants(modes: readonly Mode[], id: string): Set<string> {
  const found = new Set([id]);
  let size = 0;
  while (size !== found.size) {
    size = found.size;
    for (const mode of modes) if (mode.parent !== null && found.has(mode.parent)) found.add(mode.id);
  }
  return found;
}

function gravity({ severity }: Mode): number {
  return severity === null ? -1 : severities.indexOf(severity);
}
