import type { ClusterMap } from '../../../../shared/contract/cluster-operations.ts';
import { formatPlural } from '../../../ui/format.ts';
import type { Colouring } from './colouring.ts';

/** How many groups a summary names. */
const mostNamed = 5;

/** What the map shows, in words. */
export function describeMap(map: ClusterMap, { groups }: Colouring): string {
  const largest = groups
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count)
    .slice(0, mostNamed)
    .map(({ name, count }) => `${name}: ${formatPlural(count, 'change')}`);
  const what = `${formatPlural(map.shown, 'change')} in ${formatPlural(map.clusters.length, 'cluster')}; those that are alike lie beside each other.`;
  const how = 'Arrow keys go from change to change. The table has the same groups and counts.';
  return [what, ...(largest.length === 0 ? [] : [`The largest are ${largest.join(', ')}.`]), how].join(' ');
}
