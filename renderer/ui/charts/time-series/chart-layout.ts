import { type ChartData, type SeriesPoint, drawnSeries } from './chart-series.ts';
import { type PlacedLegend, placeLegend } from './place-legend.ts';
import { laneHeight, type PlacedMark, placeMarks } from './place-marks.ts';
import { type PlacedWeekName, placeWeekNames } from './place-week-names.ts';
import { niceScale } from './nice-scale.ts';

export interface PlacedPoint {
  /** Place of its series and of its week. */
  readonly series: number;
  readonly week: number;
  readonly x: number;
  readonly y: number;
  /** Ends of the interval; null where there is none. */
  readonly low: number | null;
  readonly high: number | null;
  readonly point: SeriesPoint;
}

export interface ChartLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly legend: PlacedLegend;
  readonly ticks: readonly { readonly y: number; readonly text: string }[];
  readonly weekNames: readonly PlacedWeekName[];
  readonly marks: readonly PlacedMark[];
  readonly openWeek: { readonly x: number; readonly width: number } | null;
  readonly target: { readonly y: number; readonly text: string } | null;
  /** Points of each series that have a value, in the order of weeks. */
  readonly points: readonly (readonly PlacedPoint[])[];
  /** Intervals as whiskers, where weeks have the room for them. */
  readonly hasWhiskers: boolean;
}

const plotHeight = 240;
const titleHeight = 24;
const axisHeight = 36;

/** Where everything of a chart lies in a picture of this width, in pixels. */
export function layOut(data: ChartData, width: number): ChartLayout {
  const series = drawnSeries(data);
  const { low, high, ticks } = scaleOf(data);
  const texts = ticks.map(data.format);
  const left = 14 + 6.5 * Math.max(3, ...texts.map(({ length }) => length));
  // Beside the plot, where no point is.
  const right = width - (data.target === null ? 16 : 64);
  const legend = placeLegend(
    series.map(({ name }) => name),
    { left, right, top: titleHeight },
  );
  const step = (right - left) / Math.max(1, data.weeks.length);
  const xOf = (week: number) => left + (week + 0.5) * step;
  const marks = placeMarks(data, { xOf, right, top: titleHeight + legend.height });
  const top =
    titleHeight + legend.height + laneHeight * (1 + Math.max(-1, ...marks.map(({ lane }) => lane))) + 8;
  const bottom = top + plotHeight;
  const yOf = (value: number) => bottom - ((value - low) / (high - low)) * plotHeight;
  const inside = (value: number | null) =>
    value === null ? null : Math.min(bottom, Math.max(top, yOf(value)));
  const apart = Math.min(5, step / (series.length + 1));
  const open = data.openWeek === null ? -1 : data.weeks.indexOf(data.openWeek);
  const places = new Map(data.weeks.map((week, place) => [week, place]));
  return {
    width,
    height: bottom + axisHeight,
    left,
    right,
    top,
    bottom,
    legend,
    ticks: ticks.map((tick, index) => ({ y: yOf(tick), text: texts[index] ?? '' })),
    weekNames: placeWeekNames(data.weeks, { xOf, step }),
    marks,
    openWeek: open < 0 ? null : { x: left + open * step, width: step },
    target: data.target === null ? null : { y: yOf(data.target), text: data.format(data.target) },
    points: series.map(({ points }, index) =>
      points.flatMap((point): PlacedPoint[] => {
        const week = places.get(point.week);
        if (point.value === null || week === undefined) return [];
        return [
          {
            series: index,
            week,
            x: xOf(week) + (index - (series.length - 1) / 2) * apart,
            y: yOf(point.value),
            low: inside(point.low),
            high: inside(point.high),
            point,
          },
        ];
      }),
    ),
    hasWhiskers: step >= 5 * series.length,
  };
}

/** All points are in it, and the intervals of those that are of enough; the others would make them flat. */
function scaleOf(data: ChartData) {
  const values = drawnSeries(data).flatMap(({ points }) =>
    points.flatMap(({ value, low, high, isSmall }) => (isSmall ? [value] : [value, low, high])),
  );
  const known = [...values, data.target].filter((value) => value !== null);
  const scale = niceScale(known);
  if (!data.isShare || scale.high <= 1) return scale;
  return { ...scale, high: 1, ticks: [...scale.ticks.filter((tick) => tick < 1), 1] };
}
