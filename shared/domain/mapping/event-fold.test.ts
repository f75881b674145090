import { describe, expect, it } from 'vitest';
import { eventFoldSchema, usualEventFold } from './event-fold.ts';

describe('eventFoldSchema', () => {
  it('fills what is left out', () => {
    const fold = eventFoldSchema.parse({ columns: { event: ['e'] }, events: { shown: ['s'] } });
    expect(fold.columns).toMatchObject({ event: ['e'], interaction: [], comment: [] });
    expect([fold.events.sent, fold.idleCapMs, fold.maxOpen]).toEqual([[], 60_000, 1000]);
  });

  it.each<[string, object]>([
    ['a path that is none', { columns: { event: ['a[b'] }, events: {} }],
    ['an empty name', { columns: {}, events: { shown: [''] } }],
    ['no room', { columns: {}, events: {}, maxOpen: 0 }],
    ['no pause', { columns: {}, events: {}, idleCapMs: 0 }],
  ])('refuses %s', (_, fold) => {
    expect(eventFoldSchema.safeParse(fold).success).toBe(false);
  });

  it('is plain data', () => {
    expect(eventFoldSchema.parse(JSON.parse(JSON.stringify(usualEventFold)))).toEqual(usualEventFold);
  });
});
