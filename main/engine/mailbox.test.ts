import { collect } from '../../tests/support/collect.ts';
import { describe, expect, it } from 'vitest';
import { createEventBus } from './event-bus.ts';
import { createMailbox } from './mailbox.ts';

const textMailbox = (signal?: AbortSignal) =>
  createMailbox<string>({ keyOf: (text) => text.slice(0, 1), signal });

describe('mailbox', () => {
  it('delivers in order, keeps the newest of a key and ends', async () => {
    const { push, end, values } = textMailbox();
    for (const text of ['a1', 'b1', 'a2', 'c1']) push(text);
    end();
    push('d1');
    expect(await collect(values)).toEqual(['b1', 'a2', 'c1']);
  });

  it('wakes a reader that waits', async () => {
    const { push, values } = textMailbox();
    const waiting = values.next();
    push('a1');
    expect(await waiting).toEqual({ done: false, value: 'a1' });
  });

  it.each(['return', 'abort', 'end'])('lets a waiting reader go on %s', async (way) => {
    const controller = new AbortController();
    const { end, values } = textMailbox(controller.signal);
    const waiting = values.next();
    if (way === 'return') await values.return();
    else if (way === 'abort') controller.abort();
    else end();
    expect(await waiting).toMatchObject({ done: true });
  });
});

describe('event bus', () => {
  it('starts with a project event, merges areas and keeps one state a job', async () => {
    const bus = createEventBus();
    const events = bus.subscribe();
    bus.publish({ type: 'changed', areas: ['items'] });
    for (let i = 0; i < 10_000; i++) bus.publish({ type: 'changed', areas: ['labels', 'items'] });
    bus.close();
    expect(await collect(events)).toEqual([
      { type: 'project' },
      { type: 'changed', areas: ['items', 'labels'] },
    ]);
  });

  it('forgets readers that left, however they left', async () => {
    const bus = createEventBus();
    const controller = new AbortController();
    const readers = [bus.subscribe(controller.signal), bus.subscribe(), bus.subscribe()];
    expect(bus.subscribers()).toBe(3);
    controller.abort();
    await readers[1]?.return();
    for await (const event of readers[2] ?? []) {
      expect(event.type).toBe('project');
      break;
    }
    expect(bus.subscribers()).toBe(0);
    expect(await bus.subscribe(controller.signal).next()).toMatchObject({ done: true });
    expect(bus.subscribers()).toBe(0);
  });
});
