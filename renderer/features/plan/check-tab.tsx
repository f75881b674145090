import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { create } from 'zustand';
import type { PlanSignal } from '../../../shared/domain/plan/plan-signal.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { useFileChooser } from '../../api/use-file-chooser.ts';
import { useCommands } from '../../app/key-map.ts';
import { takeDroppedFiles } from '../../state/dropped-files.ts';
import { Button } from '../../ui/button.tsx';
import { fileName } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { CheckReport } from './check-report.tsx';
import { checkCommands } from './plan-commands.ts';
import styles from './plan.module.css';
import type { Plan } from './use-plan.ts';

/** What was checked last, so that a look at another screen does not lose it. */
const useChecked = create<{ readonly path: string | null }>()(() => ({ path: null }));

export interface CheckTabProps {
  readonly signals: readonly PlanSignal[];
  readonly act: Plan['act'];
}

/** Which events of the plan a file holds; dropped or chosen, it is not imported. */
export function CheckTab({ signals, act }: CheckTabProps) {
  const queries = useQueries();
  const queryClient = useQueryClient();
  const { chooseFiles } = useFileChooser();
  const { path } = useChecked();
  const options = queries.plan.check.queryOptions({ input: { path: path ?? '' } });
  const query = useQuery({
    ...options,
    enabled: path !== null,
    retry: false,
    // The file may have changed since; nothing tells.
    gcTime: 0,
  });
  useEffect(() => takeDroppedFiles((dropped) => useChecked.setState({ path: dropped })), []);

  const check = query.error === null ? query.data : undefined;
  const unverified = new Set(signals.filter(({ status }) => status !== 'verified').map(({ id }) => id));
  const complete = (check?.signals ?? [])
    .filter(({ id, verdict }) => verdict === 'complete' && unverified.has(id))
    .map(({ id }) => id);
  const choose = async () => {
    const [chosen] = await chooseFiles({ title: 'Choose a file of events', kind: 'data', multiple: false });
    if (chosen !== undefined) useChecked.setState({ path: chosen });
  };
  const again = () => void query.refetch();
  const stop = () => void queryClient.cancelQueries({ queryKey: options.queryKey });
  const verify = () =>
    void act((client) => client.verify({ ids: complete }), `Marked ${complete.length} as verified`);
  useCommands(
    'plan.check-tab',
    checkCommands({
      choose: () => void choose(),
      again,
      stop,
      verify,
      hasFile: path !== null,
      isChecking: query.isFetching,
      canVerify: complete.length > 0,
    }),
  );
  return (
    <div className={styles['plan']}>
      <div className={styles['bar']}>
        <span className={styles['fileName']} title={path ?? ''}>
          {path === null ? 'No file' : fileName(path)}
        </span>
        <Button
          variant={path === null ? 'primary' : 'plain'}
          command="plan.choose"
          onPress={() => void choose()}
        >
          Choose a file…
        </Button>
        <Button command="plan.again" isDisabled={path === null || query.isFetching} onPress={again}>
          Check again
        </Button>
        <Button command="plan.stop" isDisabled={!query.isFetching} onPress={stop}>
          Stop
        </Button>
        <div className={styles['pushed']}>
          <Button command="plan.verify" isDisabled={complete.length === 0} onPress={verify}>
            Mark as verified
          </Button>
        </div>
      </div>
      {query.error === null ? null : <Notice tone="error">{failureOf(query.error).message}</Notice>}
      {path === null ? (
        <p className={styles['empty']}>
          Choose a file of events, or drop one here: JSON Lines, packed or not. It is checked by the plan, not
          imported, and stays as it is.
        </p>
      ) : query.isFetching ? (
        <p role="status">Checking…</p>
      ) : check === undefined ? null : (
        <CheckReport check={check} />
      )}
    </div>
  );
}
