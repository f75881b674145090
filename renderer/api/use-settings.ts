import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Settings } from '../../shared/contract/app-operations.ts';
import { useQueries } from './query-utils.ts';

/** Preferences of this person; undefined until they are read. Changes show at once and are stored behind it. */
export function useSettings(): {
  readonly settings: Settings | undefined;
  readonly update: (change: Partial<Settings>) => void;
  readonly error: Error | null;
} {
  const queries = useQueries();
  const queryClient = useQueryClient();
  const query = useQuery(queries.app.settings.queryOptions());
  const queryKey = queries.app.settings.queryKey();
  const mutation = useMutation(
    queries.app.updateSettings.mutationOptions({
      onMutate: (change) => {
        queryClient.setQueryData(queryKey, (known) =>
          known === undefined ? known : { ...known, ...withoutUndefined(change) },
        );
      },
      onSuccess: (settings) => {
        // An answer to an earlier change knows nothing of one that is still on its way, and would take it back.
        if (queryClient.isMutating({ mutationKey: queries.app.updateSettings.mutationKey() }) > 1) return;
        queryClient.setQueryData(queryKey, settings);
      },
      onError: () => queryClient.invalidateQueries({ queryKey }),
    }),
  );
  return { settings: query.data, update: mutation.mutate, error: mutation.error ?? query.error };
}

function withoutUndefined(change: {
  readonly [K in keyof Settings]?: Settings[K] | undefined;
}): Partial<Settings> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
