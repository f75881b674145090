import { type KeyboardEvent, useRef, useState } from 'react';
import { classNames } from './class-names.ts';
import styles from './matrix.module.css';

export interface MatrixCell {
  readonly text: string;
  readonly detail?: string;
  /** Whose it is, for screen readers: what stands at the heads of its row and column is not read with it. */
  readonly about: string;
  /** From 0 to 1: how strongly it stands out. */
  readonly weight: number;
}

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export interface MatrixProps {
  readonly label: string;
  /** What rows and columns are. */
  readonly corner: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Null where there is nothing to choose. */
  readonly cellAt: (place: CellPlace) => MatrixCell | null;
  readonly chosen: CellPlace | null;
  readonly onChoose: (place: CellPlace) => void;
}

/** A table of which one cell is chosen: arrow keys go from cell to cell, Home and End along a row, Enter or Space chooses. */
export function Matrix({ label, corner, rows, columns, cellAt, chosen, onChoose }: MatrixProps) {
  const table = useRef<HTMLTableElement>(null);
  const [visited, setVisited] = useState<CellPlace | null>(null);
  const places = rows.flatMap((_, row) =>
    columns.map((_name, column) => ({ row, column })).filter((place) => cellAt(place) !== null),
  );
  const current =
    [visited, chosen].find((place) => places.some((known) => isSame(known, place))) ?? places[0];

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || current === undefined) return;
    const target = nextPlace(event.key, current, places);
    if (target === undefined) return;
    event.preventDefault();
    setVisited(target);
    table.current?.querySelector<HTMLElement>(`[data-place="${target.row},${target.column}"]`)?.focus();
  };

  return (
    <div className={styles['scroller']}>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus, jsx-a11y/no-noninteractive-element-to-interactive-role -- its cells take the focus */}
      <table ref={table} role="grid" aria-label={label} className={styles['matrix']} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col" className={styles['corner']}>
              {corner}
            </th>
            {columns.map((name) => (
              <th key={name} scope="col" title={name} className={styles['column']}>
                <span className={styles['head']}>{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((name, row) => (
            <tr key={name}>
              <th scope="row" title={name} className={styles['row']}>
                <span className={styles['head']}>{name}</span>
              </th>
              {columns.map((columnName, column) => {
                const place = { row, column };
                const cell = cellAt(place);
                return (
                  <td key={columnName} className={styles['cell']} aria-selected={isSame(place, chosen)}>
                    {cell === null ? null : (
                      <button
                        type="button"
                        data-place={`${row},${column}`}
                        tabIndex={isSame(place, current ?? null) ? 0 : -1}
                        className={classNames(styles['button'], isSame(place, chosen) && styles['chosen'])}
                        style={{ backgroundColor: shade(cell.weight) }}
                        onFocus={() => setVisited(place)}
                        onClick={() => onChoose(place)}
                      >
                        <span className={styles['hidden']}>{`${cell.about}: `}</span>
                        <span>{cell.text}</span>
                        {cell.detail === undefined ? null : (
                          <span className={styles['detail']}>{` ${cell.detail}`}</span>
                        )}
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Weak enough for the text on it to be read in both themes. */
function shade(weight: number): string {
  return `color-mix(in srgb, var(--accent-border) ${Math.round(60 * weight)}%, var(--surface-raised))`;
}

function isSame(one: CellPlace, other: CellPlace | null): boolean {
  return other !== null && one.row === other.row && one.column === other.column;
}

/** The nearest place in the key's direction; undefined for other keys and at the edge. */
function nextPlace(key: string, from: CellPlace, places: readonly CellPlace[]): CellPlace | undefined {
  const inRow = places.filter(({ row }) => row === from.row);
  const inColumn = places.filter(({ column }) => column === from.column);
  switch (key) {
    case 'ArrowRight':
      return inRow.find(({ column }) => column > from.column);
    case 'ArrowLeft':
      return inRow.findLast(({ column }) => column < from.column);
    case 'ArrowDown':
      return inColumn.find(({ row }) => row > from.row);
    case 'ArrowUp':
      return inColumn.findLast(({ row }) => row < from.row);
    case 'Home':
      return inRow[0];
    case 'End':
      return inRow.at(-1);
    default:
      return undefined;
  }
}
