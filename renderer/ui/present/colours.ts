/** What the colours of code distinguish; the highlighter's finer names are led back to these. */
export const colourNames = ['comment', 'keyword', 'string', 'number', 'name', 'type', 'meta'] as const;
export type ColourName = (typeof colourNames)[number];

/** Coloured stretches of a text in order, flat: start, end (UTF-16 code units), index in {@link colourNames}. */
export type Colours = Int32Array;

export interface ColouredPart {
  readonly text: string;
  readonly colour: ColourName | null;
}

/** A stretch of the text cut where its colour changes. `at` is its place in the text that was coloured. */
export function colouredParts(text: string, at: number, colours: Colours): readonly ColouredPart[] {
  const parts: ColouredPart[] = [];
  const end = at + text.length;
  let position = at;
  const push = (to: number, colour: ColourName | null) => {
    if (to > position) parts.push({ text: text.slice(position - at, to - at), colour });
    position = Math.max(position, to);
  };
  for (let index = firstEndingAfter(colours, at); index < colours.length; index += 3) {
    const [start = 0, stop = 0, name = 0] = colours.subarray(index, index + 3);
    if (start >= end) break;
    push(Math.min(start, end), null);
    push(Math.min(stop, end), colourNames[name] ?? null);
  }
  push(end, null);
  return parts;
}

function firstEndingAfter(colours: Colours, position: number): number {
  let low = 0;
  let high = colours.length / 3;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((colours[middle * 3 + 1] ?? 0) > position) high = middle;
    else low = middle + 1;
  }
  return low * 3;
}
