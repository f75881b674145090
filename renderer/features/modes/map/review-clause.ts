import type { ClusterMap } from '../../../../shared/contract/cluster-operations.ts';
import type { Clause } from '../../../../shared/domain/filter/filter.ts';
import type { MapSelection } from './use-map-selection.ts';

/** The clause that finds the interactions of a whole group in the review; null where there is none. */
export function reviewClause(map: ClusterMap, group: MapSelection['group']): Clause | null {
  if (group === null) return null;
  const { by, value } = group;
  switch (by) {
    case 'action':
      return clause('signal.action', map.actions[value]);
    case 'cluster':
      return clause('cluster', map.clusters[value]?.id);
    case 'mode':
      return clause('mode', map.modes[value]?.id);
    case 'week':
      return null;
  }
}

function clause(field: Clause['field'], value: string | undefined): Clause | null {
  return value === undefined ? null : { field, operator: '=', value };
}
