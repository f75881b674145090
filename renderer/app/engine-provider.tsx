import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { Client } from '../../shared/contract/contract.ts';
import type { Connection } from '../api/client.ts';
import { createEventSink } from '../api/engine-events.ts';
import { followEngine } from '../api/follow-engine.ts';
import { HostContext } from '../api/host.ts';
import { createQueries, createQueryClient, EngineContext, type Queries } from '../api/query-utils.ts';
import { useAppState } from '../state/app-state.ts';

/** Gives everything below it the engine, and keeps what is shown in step with it. */
export function EngineProvider({
  connection,
  children,
}: {
  readonly connection: Connection;
  readonly children: ReactNode;
}) {
  const { client } = connection;
  const [queryClient] = useState(createQueryClient);
  const access = useMemo(() => ({ client, queries: createQueries(client) }), [client]);
  useEffect(() => {
    const end = new AbortController();
    const { showEngine } = useAppState.getState();
    void followEngine(
      {
        client,
        onEvent: createEventSink(queryClient, access.queries),
        onLost: () => showEngine('lost'),
        onRestored: () => {
          showEngine('restored');
          void reopen(client, queryClient, access.queries);
        },
      },
      end.signal,
    );
    return () => end.abort();
  }, [client, queryClient, access]);
  return (
    <HostContext value={connection}>
      <EngineContext value={access}>
        <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      </EngineContext>
    </HostContext>
  );
}

/** A new engine may have no project open; the one that was on screen is opened again. */
async function reopen(client: Client, queryClient: QueryClient, queries: Queries): Promise<void> {
  const shown = queryClient.getQueryData(queries.project.current.queryKey());
  const open = await client.project.current().catch(() => null);
  // A failure to open shows on the welcome screen, where the project is listed.
  if (open === null && shown !== null && shown !== undefined)
    await client.project.open({ path: shown.path, readOnly: shown.readOnly }).catch(() => null);
  await queryClient.invalidateQueries();
}
