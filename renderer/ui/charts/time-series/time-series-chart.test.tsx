// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { selfContainedSvg } from '../self-contained-svg.ts';
import type { ChartData } from './chart-series.ts';
import { ChartTable } from './chart-table.tsx';
import { figureText } from './point-text.ts';
import { testChart, testPoint, testSeries } from './test-chart.ts';
import { TimeSeriesChart } from './time-series-chart.tsx';

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(data: ChartData) {
  render(<TimeSeriesChart data={data} isTableOpen={false} onTableOpen={() => {}} />);
  return screen.getByRole('group');
}

const focused = () => document.activeElement?.getAttribute('aria-label');
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
const weeks = ['2026-W01', '2026-W02', '2026-W03'];

const two = testChart({
  weeks,
  series: [
    testSeries('a', [
      testPoint('2026-W01', 10, 100),
      testPoint('2026-W02', 0, 0),
      testPoint('2026-W03', 30, 100),
    ]),
    testSeries('b', [
      testPoint('2026-W01', 60, 100),
      testPoint('2026-W02', 1, 2),
      testPoint('2026-W03', 20, 100),
    ]),
  ],
  marks: [{ week: '2026-W02', name: 'v2', how: 'went live', kind: 'prompt' }],
  openWeek: '2026-W03',
});

describe('a chart of weeks', () => {
  it('is one tab stop, at the newest point', () => {
    const chart = show(two);
    const stops = within(chart)
      .getAllByRole('img')
      .filter((point) => point.getAttribute('tabindex') === '0');
    expect(stops.map((point) => point.getAttribute('aria-label'))).toEqual([
      '2026-W03, Series a: 30.0 % (21.9 % to 39.6 %), 30 of 100; the week is not over',
    ]);
  });

  it('lets the arrow keys go along a series, over weeks of which nothing is known, and between series by height', () => {
    show(two);
    screen.getByLabelText(/^2026-W03, Series a/).focus();
    press('ArrowLeft');
    expect(focused()).toMatch(/^2026-W01, Series a: 10\.0 %/);
    press('ArrowLeft');
    expect(focused()).toMatch(/^2026-W01, Series a/);
    press('ArrowUp');
    expect(focused()).toMatch(/^2026-W01, Series b: 60\.0 %/);
    press('ArrowRight');
    expect(focused()).toBe(
      '2026-W02, Series b: 50.0 % (9.5 % to 90.5 %), 1 of 2; few interactions, says little; v2 went live',
    );
    press('End');
    expect(focused()).toMatch(/^2026-W03, Series b/);
    press('ArrowUp');
    expect(focused()).toMatch(/^2026-W03, Series a/);
    press('Home');
    expect(focused()).toMatch(/^2026-W01, Series a/);
    expect(document.querySelector('p')?.textContent).toBe(focused());
  });

  it('greys weeks of few, and never hides them', () => {
    const chart = show(two);
    expect(within(chart).getAllByRole('img')).toHaveLength(5);
    expect(chart.querySelectorAll('[data-small]')).toHaveLength(1);
    expect(chart.querySelectorAll('[data-open]')).toHaveLength(2);
  });

  it('says so where nothing is known', () => {
    show(testChart({ weeks: ['2026-W01'], series: [testSeries('a', [testPoint('2026-W01', 0, 0)])] }));
    expect(document.querySelector('p')?.textContent).toBe('Nothing is known of these weeks.');
  });
});

describe('the table behind a chart', () => {
  it('has every point of every series, those too many to draw as well, and what began when', () => {
    const counted = fc.tuple(fc.nat(50), fc.nat(50)).map(([yes, more]) => ({ yes, n: yes + more }));
    const series = fc.array(fc.array(counted, { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(
      fc.property(series, (rows) => {
        const data = testChart({
          weeks,
          series: rows.map((row, index) =>
            testSeries(
              String(index),
              row.map(({ yes, n }, place) => testPoint(weeks[place] ?? '', yes, n)),
            ),
          ),
          marks: two.marks,
        });
        render(<ChartTable data={data} />);
        const lines = screen.getAllByRole('row').slice(1);
        expect(lines).toHaveLength(weeks.length);
        for (const [place, week] of weeks.toReversed().entries()) {
          const line = lines[place];
          if (line === undefined) throw new Error('a week is missing');
          expect(within(line).getByRole('rowheader').textContent).toBe(week);
          const cells = within(line).getAllByRole('cell');
          for (const [column, { points }] of data.series.entries()) {
            const point = points.find((one) => one.week === week);
            if (point === undefined) throw new Error('a point is missing');
            const text = point.value === null ? '–' : figureText(point, data.format);
            expect(cells[column]?.textContent).toBe(
              point.value !== null && point.isSmall ? `${text} (few)` : text,
            );
          }
          expect(cells.at(-1)?.textContent).toBe(week === '2026-W02' ? 'v2 went live' : '');
        }
        cleanup();
      }),
      { numRuns: 15 },
    );
  });
});

describe('a chart as a file', () => {
  it('has its looks in it, its points in words, and nothing of the page', () => {
    show(two);
    const drawing = document.querySelector('svg[role=group]');
    if (!(drawing instanceof SVGSVGElement)) throw new Error('there is no drawing');
    const style = {
      getPropertyValue: (name: string) =>
        ({ fill: 'rgb(1, 2, 3)', stroke: 'none', 'font-family': 'Test Sans' })[name] ?? '',
    };
    const text = selfContainedSvg(drawing, () => style, '#ffffff');
    const file = new DOMParser().parseFromString(text, 'image/svg+xml');
    expect(file.querySelector('parsererror')).toBeNull();
    expect(text).not.toMatch(/var\(|class=|style=|tabindex|data-|aria-/);
    expect(file.documentElement.getAttribute('width')).toBe('900');
    expect(file.querySelector('rect')?.getAttribute('fill')).toBe('#ffffff');
    const titles = [...file.querySelectorAll('title')].map((title) => title.textContent);
    for (const point of screen.getAllByRole('img'))
      expect(titles).toContain(point.getAttribute('aria-label'));
    const words = [...file.querySelectorAll('text')];
    expect(words.map((word) => word.textContent)).toEqual(
      expect.arrayContaining(['Acceptance', 'Series a', 'Series b', 'W03', '2026', 'v2']),
    );
    expect(words.every((word) => word.getAttribute('font-family') === 'Test Sans')).toBe(true);
    expect(
      [...file.querySelectorAll('text, path')].every((one) => one.getAttribute('fill') === 'rgb(1, 2, 3)'),
    ).toBe(true);
  });
});
