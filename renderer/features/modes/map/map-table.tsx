import { Button } from '../../../ui/button.tsx';
import { formatCount } from '../../../ui/format.ts';
import type { Colouring, MapGroup } from './colouring.ts';
import { GroupSwatch } from './group-swatch.tsx';
import type { MapTheme } from './map-colours.ts';
import styles from './map-table.module.css';

export interface MapTableProps {
  readonly colouring: Colouring;
  readonly theme: MapTheme;
  readonly shown: number;
  /** Value of the group that the keys are at. */
  readonly current: number | null;
  readonly onCurrent: (value: number) => void;
  readonly onSelect: (group: MapGroup) => void;
}

const titles = {
  cluster: 'Cluster',
  mode: 'Failure mode',
  action: 'Action',
  week: 'Week',
} as const;

/** What the map shows, in rows: each group can be selected as a whole. */
export function MapTable({ colouring, theme, shown, current, onCurrent, onSelect }: MapTableProps) {
  return (
    <div className={styles['scroller']}>
      <table className={styles['table']} aria-label={`Changes by ${titles[colouring.by].toLowerCase()}`}>
        <thead>
          <tr>
            <th scope="col">{titles[colouring.by]}</th>
            <th scope="col" className={styles['number']}>
              Changes
            </th>
            <th scope="col" className={styles['number']}>
              Share
            </th>
            <th scope="col">
              <span className={styles['hidden']}>Select</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {colouring.groups.map((group) => (
            <tr key={group.value} data-current={group.value === current || undefined}>
              <th scope="row">
                <span className={styles['name']}>
                  <GroupSwatch group={group} theme={theme} />
                  <bdi>{group.name}</bdi>
                </span>
              </th>
              <td className={styles['number']}>{formatCount(group.count)}</td>
              <td className={styles['number']}>{formatShare(group.count, shown)}</td>
              <td>
                <Button
                  aria-label={`Select the ${formatCount(group.count)} changes of ${group.name}`}
                  data-group={group.value}
                  onFocus={() => onCurrent(group.value)}
                  onPress={() => onSelect(group)}
                >
                  Select
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function formatShare(count: number, of: number): string {
  return of === 0 ? '–' : `${((100 * count) / of).toFixed(1)} %`;
}
