import { useQuery } from '@tanstack/react-query';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { formatMoment } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import styles from './opened.module.css';

/** What was done with a failure mode, the newest first. */
export function ModeHistory({ id }: { readonly id: string }) {
  const queries = useQueries();
  const history = useQuery(queries.modes.history.queryOptions({ input: { id } }));
  if (history.error !== null) return <Notice tone="error">{failureOf(history.error).message}</Notice>;
  if (history.data === undefined) return <p className={styles['hint']}>Reading…</p>;
  if (history.data.length === 0) return <p className={styles['hint']}>Nothing was done with it yet.</p>;
  return (
    <ol className={styles['history']}>
      {history.data.map(({ eventId, at, annotator, description, stands }) => (
        <li key={eventId} data-stands={stands}>
          <span className={styles['when']}>{formatMoment(at)}</span> <bdi>{annotator}</bdi>:{' '}
          {stands ? description : <del>{description}</del>}
          {stands ? null : ' (taken back)'}
        </li>
      ))}
    </ol>
  );
}
