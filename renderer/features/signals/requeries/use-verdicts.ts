import { useRef, useState } from 'react';
import type { Requery } from '../../../../shared/contract/signal-operations.ts';
import { failureOf } from '../../../api/failure.ts';
import { useClient } from '../../../api/query-utils.ts';
import { useSettings } from '../../../api/use-settings.ts';
import { useAppState } from '../../../state/app-state.ts';
import type { Verdict } from './use-requeries.ts';

/** Saves verdicts one after the other, each shown at once and taken back where it could not be saved. */
export function useVerdicts(showVerdict: (pair: Requery, verdict: Verdict) => void) {
  const client = useClient();
  const annotator = useSettings().settings?.annotator ?? '';
  const show = useAppState((state) => state.show);
  const [failure, setFailure] = useState<string | null>(null);
  const last = useRef<Promise<unknown>>(Promise.resolve());

  /** Returns whether it was taken: not before the annotator has a name. */
  const judge = (pair: Requery, verdict: Verdict): boolean => {
    if (annotator === '') {
      show('annotator');
      return false;
    }
    showVerdict(pair, verdict);
    const { id, earlierId } = pair;
    last.current = last.current
      .then(async () => client.signals.judgeRequery({ annotator, id, earlierId, verdict }))
      .then(
        () => setFailure(null),
        (error: unknown) => {
          showVerdict(pair, pair.verdict);
          setFailure(failureOf(error).message);
        },
      );
    return true;
  };
  return { judge, failure };
}
