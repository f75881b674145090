import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { Client } from '../../../../shared/contract/contract.ts';
import { useClient } from '../../../api/query-utils.ts';

/** Milliseconds after an interaction was painted until what is around it is asked for; who goes on sooner pays nothing. */
const sessionPause = 120;
const similarPause = 350;

/** The session around an interaction; undefined until it is known, and while the annotator is passing by. */
export function useSession(itemId: string) {
  const client = useClient();
  return useQuery({ ...sessionQuery(client, itemId), enabled: useLingers(itemId, sessionPause) });
}

/** The same for a key, which may come before it was asked for. */
export function useFetchSession() {
  const client = useClient();
  const queryClient = useQueryClient();
  return useCallback(
    (itemId: string) => queryClient.fetchQuery(sessionQuery(client, itemId)),
    [client, queryClient],
  );
}

export function useSimilar(itemId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['context', 'similar', itemId],
    queryFn: async ({ signal }) => client.items.similar({ id: itemId }, { signal }),
    enabled: useLingers(itemId, similarPause),
  });
}

/** What is known of an interaction by signal; undefined until it is known, and while the annotator is passing by. */
export function useSignalValues(itemId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['context', 'signals', itemId],
    queryFn: async ({ signal }) => client.signals.ofItem({ id: itemId }, { signal }),
    enabled: useLingers(itemId, similarPause),
  });
}

/** What is known of a prompt version; the same for all its interactions, so that going on asks nothing. */
export function usePromptVersion(name: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['context', 'prompt version', name],
    queryFn: async ({ signal }) => client.items.promptVersion({ name }, { signal }),
  });
}

/** Under a key of its own, because a label refetches everything that is named after the interactions. */
function sessionQuery(client: Client, itemId: string) {
  return {
    queryKey: ['context', 'session', itemId],
    queryFn: async ({ signal }: { readonly signal: AbortSignal }) =>
      client.items.session({ id: itemId }, { signal }),
    // Others may have been labelled since.
    staleTime: 10_000,
  };
}

/** Whether an interaction has been on screen for this long. */
function useLingers(itemId: string, milliseconds: number): boolean {
  const [lingering, setLingering] = useState<string | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setLingering(itemId), milliseconds);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [itemId, milliseconds]);
  return lingering === itemId;
}
