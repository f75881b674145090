import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Client } from '../../../shared/contract/contract.ts';
import type { PlanSuggestion } from '../../../shared/contract/plan-operations.ts';
import type { PlanSignal } from '../../../shared/domain/plan/plan-signal.ts';
import { failureOf } from '../../api/failure.ts';
import { useClient, useQueries } from '../../api/query-utils.ts';
import { showToast } from '../../state/toasts.ts';

export interface Plan {
  readonly signals: readonly PlanSignal[] | undefined;
  readonly suggestions: readonly PlanSuggestion[] | undefined;
  readonly problem: string | null;
  /** Writes to the plan and reads it again; null where it failed, which is told. */
  readonly act: <T>(work: (plan: Client['plan']) => Promise<T>, said?: string) => Promise<T | null>;
}

export function usePlan(): Plan {
  const client = useClient();
  const queries = useQueries();
  const queryClient = useQueryClient();
  const read = useQuery(queries.plan.read.queryOptions());
  const suggested = useQuery({ ...queries.plan.suggest.queryOptions(), staleTime: 0 });
  const error = read.error ?? suggested.error;
  return {
    signals: read.data?.signals,
    suggestions: suggested.data?.suggestions,
    problem: error === null ? null : failureOf(error).message,
    async act(work, said) {
      try {
        const result = await work(client.plan);
        void queryClient.invalidateQueries({ queryKey: queries.plan.key() });
        // Suggestions are counted for longer than anybody waits for what they just did.
        await queryClient.refetchQueries({ queryKey: queries.plan.read.key() });
        if (said !== undefined) showToast(said);
        return result;
      } catch (failure) {
        showToast(failureOf(failure).message);
        return null;
      }
    },
  };
}
