// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import type { Client } from '../../../../shared/contract/contract.ts';
import type { QueueProgress } from '../../../../shared/contract/queue-operations.ts';
import { createQueries, createQueryClient, EngineContext } from '../../../api/query-utils.ts';
import { QueueStart } from './queue-start.tsx';

configure({ asyncUtilTimeout: 5000 });
afterEach(cleanup);

const usual: QueueProgress = {
  annotator: 'Ana',
  isAssigned: true,
  total: 50,
  done: 50,
  skipped: 0,
  itemsPerHour: null,
  secondsLeft: null,
};

interface Situation {
  readonly next?: readonly string[];
  readonly progress?: Partial<QueueProgress>;
  readonly newSince?: number;
  readonly isEnd?: boolean;
}

function open({ next = [], progress = {}, newSince = 0, isEnd = false }: Situation) {
  const location = memoryLocation({ path: '/review?queue=q', record: true });
  const client = {
    app: { settings: async () => ({ annotator: 'Ana' }), updateSettings: async () => ({}) },
    queues: {
      next: async () => ({ ids: next }),
      get: async () => ({
        id: 'q',
        name: 'Hard ones',
        madeAt: 1,
        newSince: { count: newSince, isMore: false },
      }),
      progress: async () => ({ ...usual, ...progress }),
      refresh: async () => ({ jobId: 'j' }),
    },
  };
  // Only what the screen asks for; anything else is undefined and fails the test that asks.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const engine = client as unknown as Client;
  render(
    <Router hook={location.hook} searchHook={location.searchHook}>
      <EngineContext value={{ client: engine, queries: createQueries(engine) }}>
        <QueryClientProvider client={createQueryClient()}>
          <QueueStart queue="q" isEnd={isEnd} />
        </QueryClientProvider>
      </EngineContext>
    </Router>,
  );
  return location;
}

describe('opening a queue', () => {
  it('goes to the first interaction that is not done', async () => {
    const location = open({ next: ['third'] });
    await waitFor(() => expect(location.history.at(-1)).toBe('/review/third?queue=q'));
  });

  it('says what was done where nothing is left', async () => {
    open({ progress: { skipped: 2 } });
    await screen.findByRole('heading', { name: 'Done: Hard ones' });
    expect(screen.getByText('You have done all 50 interactions, 2 of them skipped.')).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('All queues');
  });

  it('offers what is left to whoever went past the end', async () => {
    open({ next: ['third'], progress: { done: 47 }, isEnd: true });
    await screen.findByText('You have done 47 of 50 interactions.');
    expect(document.activeElement?.textContent).toBe('Go to the first of 3 interactions left');
  });

  it('offers to take in what came since', async () => {
    open({ newSince: 12 });
    await screen.findByText('12 new interactions match since it was made.');
    expect(screen.getByRole('button', { name: 'Take the new ones in' })).toBeTruthy();
  });

  it('says that it is for others', async () => {
    open({ progress: { isAssigned: false, total: 0, done: 0 } });
    await screen.findByText(/^It is assigned to others\./);
  });
});
