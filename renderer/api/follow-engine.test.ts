import { createORPCClient } from '@orpc/client';
import { describe, expect, it, vi } from 'vitest';
import type { Client } from '../../shared/contract/contract.ts';
import type { EngineEvent } from '../../shared/contract/job-operations.ts';
import { followEngine } from './follow-engine.ts';

const project: EngineEvent = { type: 'project' };
const changed: EngineEvent = { type: 'changed', areas: ['items'] };

/** A client whose event stream ends after each list; the last one stays open until the reader leaves. */
function clientOf(streams: readonly (readonly EngineEvent[] | 'refused')[], end: AbortController): Client {
  let opened = 0;
  return createORPCClient({
    call: async () => {
      const stream = streams[opened];
      opened += 1;
      if (stream === undefined || stream === 'refused') throw new Error('The engine does not answer.');
      return (async function* read() {
        yield* stream;
        if (opened === streams.length) end.abort();
      })();
    },
  });
}

async function follow(streams: readonly (readonly EngineEvent[] | 'refused')[]) {
  const end = new AbortController();
  const log: string[] = [];
  await followEngine(
    {
      client: clientOf(streams, end),
      onEvent: (event) => log.push(event.type),
      onLost: () => log.push('lost'),
      onRestored: () => log.push('restored'),
      retryMilliseconds: 1,
    },
    end.signal,
  );
  return log;
}

describe('following the engine', () => {
  it('passes events on, without a word about losses where there were none', async () => {
    expect(await follow([[project, changed]])).toEqual(['project', 'changed']);
  });

  it('says once that the engine is lost, however often it is tried, and that it is back', async () => {
    const log = await follow([[project], 'refused', 'refused', [project, changed]]);
    expect(log).toEqual(['project', 'lost', 'restored', 'project', 'changed']);
  });

  it('stops when it is told to, without calling that a loss', async () => {
    const onLost = vi.fn();
    const end = new AbortController();
    const client = clientOf([[project]], end);
    await followEngine(
      { client, onEvent: () => {}, onLost, onRestored: () => {}, retryMilliseconds: 1 },
      end.signal,
    );
    expect(onLost).not.toHaveBeenCalled();
  });
});
