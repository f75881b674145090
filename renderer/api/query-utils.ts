import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { Client } from '../../shared/contract/contract.ts';
import { failureOf } from './failure.ts';

export function createQueries(client: Client) {
  return createTanstackQueryUtils(client);
}

/** Query and mutation options of every operation: `useQuery(queries.items.get.queryOptions({ input: { id } }))`. */
export type Queries = ReturnType<typeof createQueries>;

export interface EngineAccess {
  readonly client: Client;
  readonly queries: Queries;
}

export const EngineContext = createContext<EngineAccess | null>(null);

function useEngineAccess(): EngineAccess {
  const access = useContext(EngineContext);
  if (access === null) throw new Error('There is no engine above this component.');
  return access;
}

/** The contract client, for calls that no component waits for. */
export function useClient(): Client {
  return useEngineAccess().client;
}

/** The TanStack Query options of every operation. */
export function useQueries(): Queries {
  return useEngineAccess().queries;
}

/**
 * The cache of engine state. Data stays fresh until the engine says that it changed (see `engine-events.ts`), and
 * being offline means nothing: the engine is on this computer.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        // An expected failure stays one; only a lost connection is worth another try.
        retry: (times, error) => times < 2 && failureOf(error).code === 'ENGINE_STOPPED',
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
