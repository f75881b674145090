/** A text that belongs to a place of the screen, in pixels. */
export interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export const labelHeight = 18;

/** Those of the labels, the most important first, that fit on the screen without lying on one another. */
export function placeLabels(
  labels: readonly Label[],
  size: { readonly width: number; readonly height: number },
): Label[] {
  const placed: Label[] = [];
  for (const label of labels) {
    if (label.x < 0 || label.y < 0 || label.x > size.width || label.y > size.height) continue;
    const x = Math.min(Math.max(label.x, label.width / 2 + 2), size.width - label.width / 2 - 2);
    const y = Math.min(Math.max(label.y, labelHeight / 2), size.height - labelHeight / 2);
    const moved = { ...label, x, y };
    if (placed.every((other) => !overlap(moved, other))) placed.push(moved);
  }
  return placed;
}

function overlap(one: Label, other: Label): boolean {
  return (
    Math.abs(one.x - other.x) < (one.width + other.width) / 2 + 4 && Math.abs(one.y - other.y) < labelHeight
  );
}
