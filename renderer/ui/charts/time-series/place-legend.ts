import { shortened } from './shortened.ts';

export interface PlacedLegend {
  readonly height: number;
  readonly entries: readonly { readonly x: number; readonly y: number; readonly name: string }[];
}

const rowHeight = 18;

/** Names of series beside each other, on as many lines as they need; none of a single one, whose name is the title's. */
export function placeLegend(
  names: readonly string[],
  { left, right, top }: { readonly left: number; readonly right: number; readonly top: number },
): PlacedLegend {
  if (names.length < 2) return { height: 0, entries: [] };
  let x = left;
  let row = 0;
  const entries = names.map((whole) => {
    const name = shortened(whole, 28);
    const width = 26 + 6.5 * name.length;
    if (x > left && x + width > right) {
      x = left;
      row += 1;
    }
    const entry = { x, y: top + row * rowHeight + 9, name };
    x += width;
    return entry;
  });
  return { height: (row + 1) * rowHeight, entries };
}
