// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Settings } from '../../shared/contract/app-operations.ts';
import type { Client } from '../../shared/contract/contract.ts';
import { createQueries, createQueryClient, EngineContext } from './query-utils.ts';
import { useSettings } from './use-settings.ts';

it('shows the last of several quick changes, whatever the answers to the ones before say', async () => {
  const answers: (() => void)[] = [];
  const app = {
    settings: async () => ({ theme: 'system' }),
    updateSettings: async (change: Partial<Settings>) =>
      new Promise((resolve) => {
        answers.push(() => resolve(change));
      }),
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a part of an engine is enough here
  const client = { app } as unknown as Client;
  const queryClient = createQueryClient();
  const { result } = renderHook(() => useSettings(), {
    wrapper: ({ children }) => (
      <QueryClientProvider client={queryClient}>
        <EngineContext value={{ client, queries: createQueries(client) }}>{children}</EngineContext>
      </QueryClientProvider>
    ),
  });
  await waitFor(() => expect(result.current.settings?.theme).toBe('system'));
  act(() => result.current.update({ theme: 'dark' }));
  act(() => result.current.update({ theme: 'light' }));
  await waitFor(() => expect(answers).toHaveLength(2));
  await act(async () => answers[0]?.());
  await waitFor(() => expect(queryClient.isMutating()).toBe(1));
  await act(async () => new Promise((resolve) => setTimeout(resolve, 20)));
  expect(result.current.settings?.theme).toBe('light');
  await act(async () => answers[1]?.());
  await waitFor(() => expect(queryClient.isMutating()).toBe(0));
  expect(result.current.settings?.theme).toBe('light');
});
