import { useMutation, useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { failureOf } from '../../../api/failure.ts';
import { useQueries } from '../../../api/query-utils.ts';
import { paths, reviewPath } from '../../../app/routes.ts';
import { showToast } from '../../../state/toasts.ts';
import { Button } from '../../../ui/button.tsx';
import { formatCount, formatPlural } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import styles from '../review-screen.module.css';
import { doneText } from './queue-texts.ts';

export interface QueueEndProps {
  readonly id: string;
  readonly annotator: string;
  /** The first interaction that is left; null where none is. */
  readonly first: string | null;
}

/** What was done in a queue, and what can be done next. */
export function QueueEnd({ id, annotator, first }: QueueEndProps) {
  const queries = useQueries();
  const [, navigate] = useLocation();
  const queue = useQuery(queries.queues.get.queryOptions({ input: { id } })).data;
  const progress = useQuery(queries.queues.progress.queryOptions({ input: { queue: id, annotator } })).data;
  const refresh = useMutation(
    queries.queues.refresh.mutationOptions({
      onSuccess: () => {
        showToast('The queue is being put in order with what came since.');
        navigate(paths.queues);
      },
    }),
  );
  if (queue === undefined || progress === undefined) return <div className={styles['screen']} aria-busy />;
  const left = progress.total - progress.done;
  const { count: fresh, isMore } = queue.newSince;
  return (
    <div className={styles['state']}>
      <h1 dir="auto">
        {left === 0 && progress.total > 0 ? 'Done' : 'End of the queue'}: {queue.name}
      </h1>
      <p>{whatWasDone()}</p>
      {fresh === 0 ? null : (
        <p>
          {isMore ? `More than ${formatCount(fresh)}` : formatCount(fresh)} new{' '}
          {fresh === 1 ? 'interaction matches' : 'interactions match'} since it was made.
        </p>
      )}
      {refresh.error === null ? null : <Notice tone="error">{failureOf(refresh.error).message}</Notice>}
      <div className={styles['actions']}>
        {first === null ? null : (
          <Button
            variant="primary"
            autoFocus
            onPress={() => navigate(reviewPath([], first, id), { replace: true })}
          >
            Go to the first of {formatPlural(left, 'interaction')} left
          </Button>
        )}
        <Button
          variant={first === null ? 'primary' : 'plain'}
          autoFocus={first === null}
          onPress={() => navigate(paths.queues)}
        >
          All queues
        </Button>
        {fresh === 0 ? null : (
          <Button isDisabled={refresh.isPending} onPress={() => refresh.mutate({ id })}>
            Take the new ones in
          </Button>
        )}
      </div>
    </div>
  );

  function whatWasDone(): string {
    if (progress === undefined) return '';
    if (!progress.isAssigned)
      return 'It is assigned to others. Ask whoever made it to add you, or open another.';
    if (queue?.madeAt === null)
      return 'Its interactions are being put in order. It can be opened in a moment.';
    if (progress.total === 0) return 'Nothing in it is for you: no interaction matches what it asks for.';
    return doneText(progress);
  }
}
