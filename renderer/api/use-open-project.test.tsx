// @vitest-environment jsdom
import { createORPCClient } from '@orpc/client';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { navigate } from 'wouter/use-browser-location';
import type { Client } from '../../shared/contract/contract.ts';
import { createQueries, createQueryClient, EngineContext } from './query-utils.ts';
import { useOpenProject } from './use-open-project.ts';

beforeEach(() => navigate('/'));
afterEach(cleanup);

/** Opens a project from the welcome screen; `opened` is the engine's answer to the request. */
function openFromWelcome() {
  const opened = Promise.withResolvers<object>();
  const project = { path: '/p.flywheel', name: 'p', readOnly: false };
  const client: Client = createORPCClient({
    call: async (path) => (path.join('.') === 'project.open' ? opened.promise : project),
  });
  const queryClient = createQueryClient();
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <EngineContext value={{ client, queries: createQueries(client) }}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </EngineContext>
  );
  const { result } = renderHook(() => useOpenProject(), { wrapper });
  act(() => result.current.open(project.path));
  return {
    answer: () => opened.resolve(project),
    settled: async () => waitFor(() => expect(result.current.isOpening).toBe(false)),
  };
}

test('an opened project starts on its review', async () => {
  const { answer, settled } = openFromWelcome();
  answer();
  await settled();
  expect(location.pathname).toBe('/review');
});

test('a screen that was chosen before the answer came is kept', async () => {
  const { answer, settled } = openFromWelcome();
  // The event that the project is open came first, and the person went on to its import screen.
  act(() => navigate('/import'));
  answer();
  await settled();
  expect(location.pathname).toBe('/import');
});
