import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { OutcomeDefinition } from '../../../../shared/domain/signals/settings.ts';
import { useQueries } from '../../../api/query-utils.ts';

export interface OutcomeDefinitions {
  readonly canSave: boolean;
  readonly isSaving: boolean;
  readonly error: unknown;
  /** Puts it in place of the one of this name, or behind the others. */
  readonly define: (definition: OutcomeDefinition, before: string | null) => Promise<boolean>;
  readonly remove: (name: string) => Promise<boolean>;
}

/** Outcomes are part of what signals are read by: each change saves a revision of all of that. */
export function useOutcomeDefinitions(): OutcomeDefinitions {
  const queries = useQueries();
  const queryClient = useQueryClient();
  const saved = useQuery(queries.signals.settings.queryOptions());
  const save = useMutation(
    queries.signals.saveSettings.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: queries.signals.key() });
        await queryClient.invalidateQueries({ queryKey: queries.outcomes.key() });
      },
    }),
  );
  const settings = saved.data?.settings;
  const saveOutcomes = async (outcomes: OutcomeDefinition[]) => {
    if (settings === undefined) return false;
    return save.mutateAsync({ settings: { ...settings, outcomes } }).then(
      () => true,
      () => false,
    );
  };
  const known = settings?.outcomes ?? [];
  return {
    canSave: settings !== undefined && !save.isPending,
    isSaving: save.isPending,
    error: save.error ?? saved.error,
    define: async (definition, before) =>
      saveOutcomes(
        known.some(({ name }) => name === before)
          ? known.map((one) => (one.name === before ? definition : one))
          : [...known, definition],
      ),
    remove: async (name) => saveOutcomes(known.filter((one) => one.name !== name)),
  };
}
