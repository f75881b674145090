import { describe, expect, it } from 'vitest';
import { coveredRoot, createTraceRoots } from './trace-roots.ts';

describe('createTraceRoots', () => {
  it('gives out the roots whose trace had no call, and those that people judged', () => {
    const roots = createTraceRoots();
    const judged = { output: 'c', edits: [{ text: 'd' }] };
    expect(roots.hold('t1', { output: 'a' })).toEqual({ rows: [], skipped: [] });
    roots.hold('t2', { output: 'b' });
    roots.hold('t2', judged);
    roots.sawCall('t2');
    expect(roots.end()).toEqual({ rows: [{ output: 'a' }, judged], skipped: [coveredRoot] });
    expect(roots.end()).toEqual({ rows: [], skipped: [] });
  });

  it('holds a bounded amount', () => {
    const roots = createTraceRoots({ heldChars: 100, traces: 2 });
    const released = Array.from(
      { length: 50 },
      () => roots.hold('t', { output: 'x'.repeat(20) }).rows.length,
    );
    const count = released.reduce((sum, rows) => sum + rows, 0);
    expect(count).toBeGreaterThan(40);
    expect(count + roots.end().rows.length).toBe(50);
    for (const trace of ['a', 'b', 'c']) roots.sawCall(trace);
    roots.hold('a', { output: 'forgotten' });
    roots.hold('c', { output: 'known' });
    expect(roots.end().rows).toEqual([{ output: 'forgotten' }]);
  });
});
