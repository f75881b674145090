import { useQuery } from '@tanstack/react-query';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { formatCount } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { shareText } from './mode-texts.ts';
import styles from './opened.module.css';

const fieldNames = {
  prompt_version: 'Prompt version',
  model: 'Model',
  source: 'Source',
  user: 'User',
  action: 'Action',
} as const;

/** Where a failure mode is more or less frequent than elsewhere. */
export function SegmentsTable({ id }: { readonly id: string }) {
  const queries = useQueries();
  const segments = useQuery(queries.modes.segments.queryOptions({ input: { id } }));
  if (segments.error !== null) return <Notice tone="error">{failureOf(segments.error).message}</Notice>;
  if (segments.data === undefined) return <p className={styles['hint']}>Counting…</p>;
  if (segments.data.length === 0)
    return <p className={styles['hint']}>Nothing is known by which its interactions could be told apart.</p>;
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">Where</th>
          <th scope="col">Share (95 % interval)</th>
          <th scope="col">Interactions</th>
          <th scope="col">Beside elsewhere</th>
        </tr>
      </thead>
      <tbody>
        {segments.data.map(({ field, value, interactions, of, share, ratio }) => (
          <tr key={`${field} ${value}`}>
            <th scope="row">
              {fieldNames[field]} <bdi>{value}</bdi>
            </th>
            <td>{shareText(share)}</td>
            <td>
              {formatCount(interactions)} of {formatCount(of)}
            </td>
            <td>{ratio === null ? '–' : `× ${ratio.toFixed(2)}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
