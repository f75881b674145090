import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { WeeklyDecision, WeeklyReport, WeeklyRow } from '../../../shared/contract/weekly-operations.ts';
import { failureOf } from '../../api/failure.ts';
import { useClient, useQueries } from '../../api/query-utils.ts';
import { useSettings } from '../../api/use-settings.ts';
import { useAppState } from '../../state/app-state.ts';
import { showToast } from '../../state/toasts.ts';

export type GivenDecision = Pick<WeeklyDecision, 'owner' | 'due' | 'note'> & {
  /** Null takes it back. */
  readonly decision: WeeklyDecision['decision'] | null;
};

export interface WeeklyActs {
  readonly decide: (week: string, row: WeeklyRow, given: GivenDecision) => Promise<void>;
  readonly step: (which: 'undo' | 'redo') => Promise<void>;
  /** Why the last act could not be done; null after one that was. */
  readonly failure: string | null;
}

/** Sends what the lead decides, one act after the other: their order is what undo goes by. */
export function useWeeklyActs(): WeeklyActs {
  const client = useClient();
  const queries = useQueries();
  const queryClient = useQueryClient();
  const annotator = useSettings().settings?.annotator ?? '';
  const show = useAppState((state) => state.show);
  const [failure, setFailure] = useState<string | null>(null);
  const last = useRef<Promise<unknown>>(Promise.resolve());

  const act = useCallback(
    async (send: () => Promise<void>) => {
      if (annotator === '') {
        show('annotator');
        return;
      }
      const sent = last.current.then(send);
      last.current = sent.catch(() => undefined);
      try {
        await sent;
        setFailure(null);
      } catch (error) {
        setFailure(failureOf(error).message);
      }
    },
    [annotator, show],
  );

  const decide = useCallback(
    async (week: string, row: WeeklyRow, given: GivenDecision) =>
      act(async () => {
        const decision = await client.weekly.decide({ annotator, week, subject: row.subject.id, ...given });
        // Counting the week anew takes a moment; what was decided is shown at once, and an older count must not replace it.
        const queryKey = queries.weekly.report.queryKey({ input: { week } });
        await queryClient.cancelQueries({ queryKey });
        queryClient.setQueryData(
          queryKey,
          (report) => report && withDecision(report, row.subject.id, decision),
        );
        void queryClient.invalidateQueries({ queryKey: queries.weekly.key() });
      }),
    [act, annotator, client, queries, queryClient],
  );
  const step = useCallback(
    async (which: 'undo' | 'redo') =>
      act(async () => {
        const done = await client.modes[which]({ annotator });
        showToast(`${which === 'undo' ? 'Undone' : 'Redone'}: ${done.description}`);
        void queryClient.invalidateQueries({ queryKey: queries.weekly.key() });
      }),
    [act, annotator, client, queries, queryClient],
  );
  return { decide, step, failure };
}

function withDecision(report: WeeklyReport, subject: string, decision: WeeklyDecision | null): WeeklyReport {
  const rows = report.rows.map((row) =>
    row.subject.id === subject ? Object.assign({}, row, { decision }) : row,
  );
  return { ...report, rows };
}
