import type { MapGroup } from './colouring.ts';
import { cssColour, type MapTheme } from './map-colours.ts';
import styles from './map-legend.module.css';

export interface GroupSwatchProps {
  readonly group: MapGroup;
  readonly theme: MapTheme;
}

const outlines = {
  circle: <circle cx="6" cy="6" r="5" />,
  square: <rect x="1.5" y="1.5" width="9" height="9" />,
  diamond: <path d="M6 0 12 6 6 12 0 6Z" />,
  triangle: <path d="M6 0.5 11.5 11 0.5 11Z" />,
} as const;

/** A point as the map shows those of the group. */
export function GroupSwatch({ group, theme }: GroupSwatchProps) {
  return (
    <svg
      className={styles['swatch']}
      viewBox="0 0 12 12"
      aria-hidden
      style={{ fill: cssColour(group.colourIn(theme)) }}
    >
      {outlines[group.shape]}
    </svg>
  );
}
