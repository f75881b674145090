import { expect, it } from 'vitest';
import { type SummarisedMetric, summarise } from './summarise.ts';
import type { WeekTrend } from './week-trend.ts';

function metric(
  id: string,
  group: 'leading' | 'lagging',
  verdict: WeekTrend['verdict'],
  rest: Partial<SummarisedMetric> = {},
): SummarisedMetric {
  const direction = verdict === 'unknown' ? 'too_few' : verdict === 'steady' ? 'no_trend' : 'rising';
  return {
    id,
    name: `Name of ${id}`,
    group,
    kind: 'share',
    better: 'higher',
    trend: { weeks: 8, tau: 0, p: 1, q: 1, direction, verdict },
    overall: { n: 100, value: 0.5 },
    target: null,
    simpson: [],
    ...rest,
  };
}

function textOf(metrics: readonly SummarisedMetric[], openLoops = 0): string {
  return summarise({ metrics, interactions: 100, openLoops })
    .map(({ tone, text }) => `${tone}: ${text}`)
    .join('\n');
}

it.each([
  [
    'spins',
    [metric('a', 'lagging', 'better'), metric('b', 'leading', 'steady')],
    'good: The flywheel spins: name of a gets better.',
  ],
  [
    'spins in part',
    [metric('a', 'lagging', 'better'), metric('b', 'lagging', 'worse')],
    'neutral: The flywheel spins in part: name of a gets better, and name of b gets worse.',
  ],
  [
    'is stuck',
    [metric('a', 'lagging', 'steady'), metric('b', 'leading', 'better')],
    'bad: The flywheel is stuck: more goes in (name of b)',
  ],
  ['stands still', [metric('a', 'lagging', 'steady')], 'bad: The flywheel stands still'],
  ['cannot be told of', [metric('a', 'lagging', 'unknown')], 'neutral: No trend can be told yet'],
])('says that a flywheel %s', (_, metrics, text) => {
  expect(textOf(metrics)).toContain(text);
});

it('names what is stuck beside what gets better, but for what is as good as it can be', () => {
  const text = textOf([
    metric('a', 'lagging', 'better'),
    metric('b', 'lagging', 'steady'),
    metric('c', 'lagging', 'steady', { better: 'lower', overall: { n: 100, value: 0 } }),
  ]);
  expect(text).toContain('No trend: name of b. What was changed did not reach it.');
  expect(text).not.toContain('name of c');
});

it('tells paradoxes, targets, decisions that wait and what nothing is known of', () => {
  const text = textOf(
    [
      metric('a', 'lagging', 'better', { simpson: [{ message: 'The mix turns it.' }] }),
      metric('b', 'lagging', 'steady', { target: { status: 'missed' } }),
      metric('c', 'lagging', 'unknown', { overall: { n: 0, value: null } }),
    ],
    2,
  );
  expect(text).toContain('bad: The mix turns it.');
  expect(text).toContain('bad: Targets missed: name of b.');
  expect(text).toContain('2 failure modes were decided on');
  expect(text).toContain('Nothing is known of name of c.');
  expect(summarise({ metrics: [], interactions: 0, openLoops: 0 })).toHaveLength(1);
});
