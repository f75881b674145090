import { Link } from 'wouter';
import type { Queue } from '../../../shared/contract/queue-operations.ts';
import type { Question } from '../../../shared/domain/schema/label-schema.ts';
import { queryToText } from '../../../shared/domain/search/query-to-text.ts';
import { reviewPath } from '../../app/routes.ts';
import { Badge } from '../../ui/badge.tsx';
import { formatCount, formatMoment, formatPlural } from '../../ui/format.ts';
import styles from './queue-list.module.css';
import { orderName } from './queue-orders.ts';

export interface QueueListProps {
  readonly queues: readonly Queue[];
  readonly questions: readonly Question[];
  /** Id of the queue that the keys act on. */
  readonly current: string | null;
  readonly onCurrent: (id: string) => void;
}

/** Every queue with how far its annotators are. */
export function QueueList({ queues, questions, current, onCurrent }: QueueListProps) {
  return (
    <div className={styles['frame']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Queue</th>
            <th scope="col" className={styles['number']}>
              Interactions
            </th>
            <th scope="col">Done</th>
            <th scope="col">Made</th>
          </tr>
        </thead>
        <tbody>
          {queues.map((queue) => (
            // The focus inside says which queue the keys act on; a click on the row is only a shorter way there.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
            <tr
              key={queue.id}
              data-queue={queue.id}
              data-current={queue.id === current || undefined}
              onClick={() => onCurrent(queue.id)}
            >
              <th scope="row">
                <Link
                  href={reviewPath([], undefined, queue.id)}
                  className={styles['name']}
                  data-queue-link={queue.id}
                  onFocus={() => onCurrent(queue.id)}
                >
                  <bdi>{queue.name}</bdi>
                </Link>{' '}
                {queue.blind ? <Badge>Blind</Badge> : null}
                <p className={styles['detail']} dir="auto">
                  {whatIsIn(queue, questions)}
                </p>
              </th>
              <td className={styles['number']}>{formatCount(queue.size)}</td>
              <td>
                <Shares queue={queue} />
              </td>
              <td>
                {queue.madeAt === null ? 'Putting in order…' : formatMoment(queue.madeAt)}
                <p className={styles['detail']}>
                  {[newText(queue), queue.note].filter((text) => text).join(' ')}
                </p>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Shares({ queue }: { readonly queue: Queue }) {
  if (queue.progress.length === 0) return <p className={styles['detail']}>Nobody has begun.</p>;
  return (
    <ul className={styles['shares']}>
      {queue.progress.map(({ annotator, done, total, skipped }) => (
        <li key={annotator} className={styles['share']}>
          <bdi className={styles['who']}>{annotator}</bdi>
          <progress
            className={styles['bar']}
            max={Math.max(1, total)}
            value={done}
            aria-label={`Done by ${annotator}`}
          />
          <span className={styles['figures']}>
            {formatCount(done)} of {formatCount(total)}
            {skipped === 0 ? '' : `, ${formatCount(skipped)} skipped`}
          </span>
        </li>
      ))}
    </ul>
  );
}

function whatIsIn(queue: Queue, questions: readonly Question[]): string {
  const query = queryToText(queue.filter);
  return [
    query === '' ? 'Every interaction' : query,
    orderName(queue.order, questions),
    ...(queue.limit === null ? [] : [`the first ${formatCount(queue.limit)}`]),
    ...(queue.annotators.length === 0 ? ['for everybody'] : [`for ${queue.annotators.join(', ')}`]),
    ...(queue.annotators.length > 1 && queue.overlap < 100 ? [`${queue.overlap} % overlap`] : []),
    ...(queue.goldEvery === null ? [] : [`a gold item after every ${formatCount(queue.goldEvery)}`]),
  ].join(' · ');
}

function newText({ newSince }: Queue): string {
  if (newSince.count === 0) return '';
  return `${newSince.isMore ? 'More than ' : ''}${formatPlural(newSince.count, 'new one', 'new ones')} since.`;
}
