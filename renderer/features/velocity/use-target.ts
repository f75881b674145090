import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf } from '../../api/failure.ts';
import { useClient, useQueries } from '../../api/query-utils.ts';
import { useSettings } from '../../api/use-settings.ts';
import { useAppState } from '../../state/app-state.ts';

export interface Targets {
  readonly set: (metric: string, target: number | null) => Promise<void>;
  /** Why the last one could not be set; null after one that was. */
  readonly failure: string | null;
}

/** Sets where a metric should get to. */
export function useTarget(): Targets {
  const client = useClient();
  const queries = useQueries();
  const queryClient = useQueryClient();
  const annotator = useSettings().settings?.annotator ?? '';
  const show = useAppState((state) => state.show);
  const [failure, setFailure] = useState<string | null>(null);
  return {
    failure,
    async set(metric, target) {
      if (annotator === '') {
        show('annotator');
        return;
      }
      try {
        await client.velocity.setTarget({ annotator, metric, target });
        setFailure(null);
        await queryClient.invalidateQueries({ queryKey: queries.velocity.key() });
      } catch (error) {
        setFailure(failureOf(error).message);
      }
    },
  };
}
