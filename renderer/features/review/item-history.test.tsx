// @vitest-environment jsdom
import { createORPCClient } from '@orpc/client';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Client } from '../../../shared/contract/contract.ts';
import type { HistoryEntry } from '../../../shared/contract/review-operations.ts';
import { createQueries, createQueryClient, EngineContext } from '../../api/query-utils.ts';
import { listenToKeys } from '../../app/key-map.ts';
import { ItemHistory } from './item-history.tsx';

afterEach(cleanup);

const id = '01900000-0000-7000-8000-000000000001';

function entry(part: Partial<HistoryEntry>): HistoryEntry {
  return {
    eventId: '01900000-0000-7000-8000-000000000002',
    at: 1_700_000_000_000,
    annotator: 'Ana',
    device: 'd',
    what: 'label',
    description: 'Verdict: not set → Good',
    text: null,
    stands: true,
    isUndo: false,
    ...part,
  };
}

function show(history: readonly HistoryEntry[]) {
  const calls: unknown[] = [];
  const client: Client = createORPCClient({
    call: async (path, input) => {
      const name = path.join('.');
      if (name === 'review.history') return history;
      if (name === 'app.settings') return { annotator: 'Bo' };
      calls.push([name, input]);
      return { id };
    },
  });
  const stop = listenToKeys(window);
  render(
    <EngineContext value={{ client, queries: createQueries(client) }}>
      <QueryClientProvider client={createQueryClient()}>
        <ItemHistory itemId={id} />
      </QueryClientProvider>
    </EngineContext>,
  );
  return { calls, stop };
}

test('a key shows the steps, the newest first, with what was taken back', async () => {
  const { stop } = show([
    entry({}),
    entry({
      eventId: '01900000-0000-7000-8000-000000000003',
      description: 'Edit written',
      text: 'Better.',
      stands: false,
    }),
  ]);
  act(() => void fireEvent.keyDown(document.body, { key: 'h' }));
  await screen.findByText('Edit written (taken back)');
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    expect.stringContaining('Edit written'),
    expect.stringContaining('Verdict: not set → Good'),
  ]);
  expect(screen.getByText('Better.')).toBeDefined();
  stop();
});

test('a step is brought back for whoever sits here', async () => {
  const { calls, stop } = show([entry({})]);
  fireEvent.click(screen.getByRole('button', { name: /History/ }));
  const button = await screen.findByRole('button', { name: /Bring back/ });
  await waitFor(() => expect(button.hasAttribute('disabled')).toBe(false));
  fireEvent.click(button);
  await waitFor(() =>
    expect(calls).toEqual([['review.restore', { id, eventId: entry({}).eventId, annotator: 'Bo' }]]),
  );
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  stop();
});
