import { expect, test } from 'vitest';
import { trendWeeks } from './trend-weeks.ts';

test('the newest weeks, oldest first, with shares and what went live', () => {
  const weeks = Array.from({ length: 30 }, (_, index) => ({
    week: `2026-W${String(30 - index).padStart(2, '0')}`,
    interactions: 1,
    of: index === 0 ? 0 : 10,
  }));
  const shown = trendWeeks(weeks, [
    { name: 'v2', liveFrom: Date.UTC(2026, 6, 15), firstSeen: Date.UTC(2026, 0, 1) },
    { name: 'v3', liveFrom: null, firstSeen: Date.UTC(2026, 6, 16) },
    { name: 'v4', liveFrom: null, firstSeen: null },
  ]);
  expect(shown).toHaveLength(26);
  expect(shown[0]?.week).toBe('2026-W05');
  expect(shown.at(-1)).toMatchObject({ week: '2026-W30', share: null, marks: [] });
  expect(shown.find(({ week }) => week === '2026-W29')).toMatchObject({
    share: { share: 0.1 },
    marks: [
      { name: 'v2', how: 'went live' },
      { name: 'v3', how: 'first seen' },
    ],
  });
});
