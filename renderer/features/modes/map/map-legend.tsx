import { Eye, EyeOff } from 'lucide-react';
import { Button } from '../../../ui/button.tsx';
import { formatCount } from '../../../ui/format.ts';
import type { Colouring } from './colouring.ts';
import { GroupSwatch } from './group-swatch.tsx';
import type { MapTheme } from './map-colours.ts';
import styles from './map-legend.module.css';
import { showAllGroups, turnGroup } from './map-state.ts';

export interface MapLegendProps {
  readonly colouring: Colouring;
  readonly hidden: ReadonlySet<number>;
  readonly theme: MapTheme;
}

/** What the colours and shapes say; each group can be left out of the map. */
export function MapLegend({ colouring, hidden, theme }: MapLegendProps) {
  return (
    <section className={styles['legend']} aria-label="Legend">
      <div className={styles['head']}>
        <h2 className={styles['title']}>Legend</h2>
        <Button variant="quiet" isDisabled={hidden.size === 0} onPress={showAllGroups}>
          Show all
        </Button>
      </div>
      <ul className={styles['groups']}>
        {colouring.groups.map((group) => {
          const isHidden = hidden.has(group.value);
          return (
            <li key={group.value}>
              <button
                type="button"
                className={styles['group']}
                aria-pressed={!isHidden}
                data-hidden={isHidden || undefined}
                onClick={() => turnGroup(group.value)}
              >
                <GroupSwatch group={group} theme={theme} />
                <span className={styles['name']} title={group.name} dir="auto">
                  {group.name}
                </span>
                <span className={styles['count']}>{formatCount(group.count)}</span>
                {isHidden ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
