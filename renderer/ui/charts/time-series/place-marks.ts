import type { ChartData, ChartMark } from './chart-series.ts';
import { markText } from './point-text.ts';
import { shortened } from './shortened.ts';

export const laneHeight = 14;
const mostLanes = 3;

export interface PlacedMark {
  readonly week: string;
  readonly x: number;
  /** Of the lanes its name stands on, from the top; 0 where it has none. */
  readonly lane: number;
  readonly y: number;
  /** Null where there is no room: the point and the table tell it. */
  readonly name: string | null;
  readonly isLeft: boolean;
  readonly kind: ChartMark['kind'];
  readonly text: string;
}

/** Lines at the weeks in which something began, with names on lanes above the plot as far as they fit. */
export function placeMarks(
  data: ChartData,
  {
    xOf,
    right,
    top,
  }: { readonly xOf: (week: number) => number; readonly right: number; readonly top: number },
): readonly PlacedMark[] {
  const ends = Array.from({ length: mostLanes }, () => -Infinity);
  return data.weeks.flatMap((week, place): PlacedMark[] => {
    const marks = data.marks.filter((mark) => mark.week === week);
    const [first] = marks;
    if (first === undefined) return [];
    const x = xOf(place);
    const name = shortened(marks.map((mark) => mark.name).join(', '), 24);
    const length = 12 + 6 * Array.from(name).length;
    const isLeft = x + length > right;
    const from = isLeft ? x - length : x;
    const lane = ends.findIndex((end) => end <= from);
    if (lane >= 0) ends[lane] = isLeft ? x + 4 : x + length;
    return [
      {
        week,
        x,
        lane: Math.max(0, lane),
        y: top + laneHeight * (Math.max(0, lane) + 1) - 3,
        name: lane < 0 ? null : name,
        isLeft,
        kind: marks.some(({ kind }) => kind === 'prompt') ? 'prompt' : 'model',
        text: marks.map(markText).join('; '),
      },
    ];
  });
}
