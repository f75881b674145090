import type { ChartData, SeriesPoint } from './chart-series.ts';
import { figureText, marksOf, markText } from './point-text.ts';
import styles from './time-series-chart.module.css';

/** All that a chart shows, and the series that it has no room for: a row for each week, the newest first. */
export function ChartTable({ data }: { readonly data: ChartData }) {
  const { title, weeks, series, openWeek, format } = data;
  const found = series.map(({ points }) => new Map(points.map((point) => [point.week, point])));
  return (
    // Scrolled with the arrow keys where it is wider than the screen.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles['tableBox']} role="region" aria-label={`${title} as a table`} tabIndex={0}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Week</th>
            {series.map(({ id, name }) => (
              <th key={id} scope="col">
                <bdi>{name}</bdi>
              </th>
            ))}
            <th scope="col">Began</th>
          </tr>
        </thead>
        <tbody>
          {weeks.toReversed().map((week) => (
            <tr key={week}>
              <th scope="row">
                {week}
                {week === openWeek ? ' (not over)' : ''}
              </th>
              {series.map(({ id }, place) => (
                <FigureCell key={id} point={found[place]?.get(week)} format={format} />
              ))}
              <td dir="auto">{marksOf(data, week).map(markText).join('; ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface FigureCellProps {
  readonly point: SeriesPoint | undefined;
  readonly format: ChartData['format'];
}

function FigureCell({ point, format }: FigureCellProps) {
  if (point === undefined || point.value === null) return <td>–</td>;
  return (
    <td data-small={point.isSmall || undefined}>
      {figureText(point, format)}
      {point.isSmall ? ' (few)' : ''}
    </td>
  );
}
