// @vitest-environment jsdom
import { createORPCClient } from '@orpc/client';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import type { Client } from '../../../shared/contract/contract.ts';
import { HostContext } from '../../api/host.ts';
import { createQueries, createQueryClient, EngineContext } from '../../api/query-utils.ts';
import { catalogueEntry } from '../../app/keys/command-catalogue.ts';
import { keyMap, listenToKeys } from '../../app/key-map.ts';
import { testFigure, testMetric, testReport, testWeeks } from './test-velocity.ts';
import { VelocityScreen } from './velocity-screen.tsx';

type Answers = Readonly<Record<string, (input: unknown) => unknown>>;

// A whole screen is drawn, which takes long on a machine that does much else.
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

let stop = () => {};

beforeEach(() => {
  stop = listenToKeys(window);
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
  stop();
  vi.unstubAllGlobals();
});

const answers: Answers = {
  'project.current': () => ({ id: 'project-1', readOnly: false }),
  'app.settings': () => ({ annotator: 'Ana' }),
  'jobs.list': () => [],
  'velocity.report': () => testReport(),
  'velocity.dimensions': () => ({
    prompt_version: [
      { value: 'v2', interactions: 300 },
      { value: 'v1', interactions: 200 },
    ],
  }),
};

function show(path: string, more: Answers = {}) {
  const calls: [string, unknown][] = [];
  const client: Client = createORPCClient({
    call: async (steps, input) => {
      const name = steps.join('.');
      calls.push([name, input]);
      const answer = more[name] ?? answers[name];
      if (answer === undefined) throw new Error(`The test answers nothing to ${name}.`);
      return answer(input);
    },
  });
  const location = memoryLocation({ path, record: true });
  render(
    <HostContext value={{ bridge: null, pathOfFile: async () => '' }}>
      <EngineContext value={{ client, queries: createQueries(client) }}>
        <QueryClientProvider client={createQueryClient()}>
          <Router hook={location.hook} searchHook={location.searchHook}>
            <VelocityScreen />
          </Router>
        </QueryClientProvider>
      </EngineContext>
    </HostContext>,
  );
  return {
    address: () => location.history.at(-1),
    sent: (name: string) => calls.filter(([called]) => called === name).map(([, input]) => input),
  };
}

function press(key: string) {
  fireEvent.keyDown(document.activeElement ?? document.body, { key });
}

const card = (id: string) => document.querySelector(`[data-metric="${id}"]`);

describe('the velocity screen', () => {
  it('shows each metric by its latest complete week with interval, trend in words, and target', async () => {
    const target = { target: 0.5, status: 'missed' as const };
    show('/velocity', {
      'velocity.report': () => testReport({ metrics: [testMetric('acceptance', { target })] }),
    });
    await screen.findByRole('heading', { name: 'Lagging' });
    const text = card('acceptance')?.textContent;
    // The fifth week is not over.
    expect(text).toContain('45.0 %');
    expect(text).toContain('2026-W04: 35.6 % to 54.8 %, 45 of 100');
    expect(text).toContain('↗ Rising, better');
    expect(text).toContain('Target 50.0 %: ✗ missed');
  });

  it('opens a metric by its sentence, goes to the others by key, and back to its card', async () => {
    const { address } = show('/velocity?from=2026-W01');
    fireEvent.click(await screen.findByRole('button', { name: 'Re-queries are stuck.' }));
    await screen.findByRole('article', { name: 'Metric requery' });
    expect(address()).toBe('/velocity?from=2026-W01&metric=requery');
    press('k');
    await screen.findByRole('article', { name: 'Metric acceptance' });
    press('Escape');
    await waitFor(() => expect(document.activeElement).toBe(card('acceptance')));
    expect(address()).toBe('/velocity?from=2026-W01');
  });

  it('asks for the time, the values and the dimension of the address', async () => {
    const { sent, address } = show('/velocity?from=2026-W02&only.model=m1');
    await screen.findByRole('heading', { name: 'Leading' });
    expect(sent('velocity.report')).toContainEqual({ from: '2026-W02', only: { model: 'm1' } });
    press('b');
    await waitFor(() => expect(address()).toContain('by=prompt_version'));
    await waitFor(() =>
      expect(sent('velocity.report')).toContainEqual({
        from: '2026-W02',
        by: 'prompt_version',
        only: { model: 'm1' },
      }),
    );
  });

  it('draws six values, and has the others in the table behind', async () => {
    const groups = Array.from({ length: 8 }, (_, place) => ({
      value: `g${place}`,
      overall: testFigure(10 * place, 100),
      weeks: testWeeks.map((week) => ({ week, ...testFigure(10 * place, 100) })),
      trend: testMetric('x').trend,
    }));
    show('/velocity?metric=acceptance&by=segment', {
      'velocity.report': () => testReport({ metrics: [testMetric('acceptance', { groups })] }),
    });
    const article = await screen.findByRole('article', { name: 'Metric acceptance' });
    expect(article.querySelectorAll('[data-point]')).toHaveLength(6 * testWeeks.length);
    expect(article.textContent).toContain('the table has the other 2 as well');
    press('t');
    const region = await screen.findByRole('region', { name: 'Metric acceptance as a table' });
    expect(
      within(region)
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent),
    ).toEqual(['Week', ...groups.map(({ value }) => value), 'Began']);
  });

  it('warns of the mix, and breaks the chart down by it with a key', async () => {
    const warning = {
      dimension: 'segment' as const,
      crude: -0.1,
      adjusted: 0.05,
      kind: 'reversed' as const,
      message: 'Within each segment it rises.',
      values: [
        {
          value: '',
          firstShare: testFigure(5, 50),
          lastShare: testFigure(9, 50),
          firstMix: 0.5,
          lastMix: 0.5,
        },
      ],
    };
    const { address } = show('/velocity?metric=acceptance', {
      'velocity.report': () => testReport({ metrics: [testMetric('acceptance', { simpson: [warning] })] }),
    });
    await screen.findByText(/Within each segment it rises/);
    expect(screen.getByText(/As it is: −10\.0 points; with the mix held: \+5\.0 points/)).toBeTruthy();
    press('s');
    await waitFor(() => expect(address()).toContain('by=segment'));
  });

  it('sets a target in the unit of the metric', async () => {
    const { sent } = show('/velocity?metric=acceptance', { 'velocity.setTarget': (input) => input });
    await screen.findByRole('article', { name: 'Metric acceptance' });
    press('w');
    const field = screen.getByLabelText('Target', { selector: 'input' });
    expect(document.activeElement).toBe(field);
    fireEvent.change(field, { target: { value: '65 %' } });
    fireEvent.blur(field);
    fireEvent.click(screen.getByRole('button', { name: 'Set' }));
    await waitFor(() =>
      expect(sent('velocity.setTarget')).toEqual([{ annotator: 'Ana', metric: 'acceptance', target: 0.65 }]),
    );
  });

  it('compares the two values with most interactions until others are chosen, and swaps them', async () => {
    const { sent, address } = show('/velocity', {
      'velocity.compare': (input) => ({
        ...(typeof input === 'object' ? input : {}),
        metrics: [
          {
            ...testMetric('acceptance'),
            a: testFigure(40, 100),
            b: testFigure(60, 100),
            difference: { value: 0.2, low: 0.06, high: 0.33, p: 0.005, q: 0.01 },
            verdict: 'better',
            adjusted: [{ dimension: 'segment', difference: 0, message: 'Its segments explain it.' }],
          },
        ],
      }),
    });
    await screen.findByRole('heading', { name: 'Leading' });
    press('c');
    const row = await screen.findByRole('row', { name: /^Metric acceptance/ });
    expect(sent('velocity.compare')).toEqual([{ dimension: 'prompt_version', a: 'v1', b: 'v2', only: {} }]);
    expect(row.textContent).toContain('+20.0 points (+6.0 to +33.0), q 0.010');
    expect(row.textContent).toContain('▲ Better');
    expect(row.textContent).toContain('Its segments explain it.');
    press('y');
    await waitFor(() => expect(address()).toContain('compare=prompt_version&a=v2&b=v1'));
  });

  it('says what to do where there are no times, no signals, or nothing by the filters', async () => {
    const nothing = { weeks: [], interactions: 0, metrics: [], summary: [], openWeek: null };
    show('/velocity', { 'velocity.report': () => testReport({ ...nothing, withoutTime: 3 }) });
    await screen.findByRole('heading', { name: 'The interactions have no times' });
    cleanup();
    show('/velocity', { 'velocity.report': () => testReport(nothing) });
    await screen.findByRole('heading', { name: 'No interactions yet' });
    cleanup();
    show('/velocity', {
      'velocity.report': () =>
        testReport({ metrics: [testMetric('acceptance', { overall: testFigure(0, 0) })] }),
    });
    await screen.findByRole('heading', { name: 'No signals are known' });
    cleanup();
    const { address } = show('/velocity?only.model=none', {
      'velocity.report': () => testReport(nothing),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Show everything' }));
    expect(address()).toBe('/velocity');
  });

  it('says what is not counted yet', async () => {
    const freshness = { measured: 500, total: 12_500, stale: 0, isOutdated: false };
    show('/velocity', { 'velocity.report': () => testReport({ freshness }) });
    await screen.findByText('12,000 interactions are not counted yet.');
  });

  it('has commands of the catalogue alone, by their names and keys', async () => {
    show('/velocity?metric=acceptance');
    await screen.findByRole('article', { name: 'Metric acceptance' });
    const own = keyMap.commands().filter(({ id }) => id.startsWith('velocity.'));
    expect(own.length).toBeGreaterThan(15);
    for (const { id, name, keys } of own) {
      const entry = catalogueEntry(id);
      expect({ id, name: entry?.name, keys: entry?.keys }).toEqual({ id, name, keys });
    }
  });
});
