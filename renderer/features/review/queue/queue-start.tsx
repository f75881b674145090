import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Redirect, useLocation } from 'wouter';
import { failureOf } from '../../../api/failure.ts';
import { useQueries } from '../../../api/query-utils.ts';
import { useSettings } from '../../../api/use-settings.ts';
import { paths, reviewPath } from '../../../app/routes.ts';
import { useAppState } from '../../../state/app-state.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import styles from '../review-screen.module.css';
import { QueueEnd } from './queue-end.tsx';

export interface QueueStartProps {
  readonly queue: string;
  /** The annotator went past the last one: say what was done before going to what was left. */
  readonly isEnd: boolean;
}

/** Opens a queue at the first interaction that the annotator has not done; at its end, says so. */
export function QueueStart({ queue, isEnd }: QueueStartProps) {
  const queries = useQueries();
  const { settings } = useSettings();
  const nameAnnotator = useAppState((state) => state.show);
  const [, navigate] = useLocation();
  const annotator = settings?.annotator ?? '';
  const next = useQuery({
    ...queries.queues.next.queryOptions({ input: { queue, annotator, count: 1 } }),
    enabled: annotator !== '',
    // What was next when the queue was left may be done.
    gcTime: 0,
  });
  const isNameless = settings !== undefined && annotator === '';
  useEffect(() => {
    if (isNameless) nameAnnotator('annotator');
  }, [isNameless, nameAnnotator]);

  const [first] = next.data?.ids ?? [];
  if (next.error !== null)
    return (
      <div className={styles['state']}>
        <Notice tone="error" actions={<Button onPress={() => navigate(paths.queues)}>All queues</Button>}>
          {failureOf(next.error).message}
        </Notice>
      </div>
    );
  if (isNameless)
    return (
      <div className={styles['state']}>
        <h2>Who is labelling?</h2>
        <p>A queue knows by your name what is left for you.</p>
        <Button variant="primary" onPress={() => nameAnnotator('annotator')}>
          Enter your name
        </Button>
      </div>
    );
  if (next.data === undefined) return <div className={styles['screen']} aria-busy />;
  if (first !== undefined && !isEnd) return <Redirect to={reviewPath([], first, queue)} replace />;
  return <QueueEnd id={queue} annotator={annotator} first={first ?? null} />;
}
