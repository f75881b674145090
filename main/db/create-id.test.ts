import { describe, expect, it } from 'vitest';
import { createId } from './create-id.ts';

describe('createId', () => {
  it('makes version 7, variant 10 UUIDs', () => {
    for (let i = 0; i < 2000; i++) {
      expect(createId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  it('makes 100,000 ids that ascend strictly, with the present time in them', () => {
    const before = Date.now();
    const ids = Array.from({ length: 100_000 }, createId);
    expect(ids.every((id, index) => index === 0 || id > (ids[index - 1] ?? ''))).toBe(true);
    const first = Number.parseInt((ids[0] ?? '').replace('-', '').slice(0, 12), 16);
    expect(Math.abs(first - before)).toBeLessThan(5000);
  });
});
