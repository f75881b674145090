import { useQuery } from '@tanstack/react-query';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import styles from './estimate.module.css';
import { estimateText } from './estimate-text.ts';

/** How frequent a failure mode is among all interactions, judged from those that people reviewed. */
export function Estimate({ id }: { readonly id: string }) {
  const queries = useQueries();
  const { data, error } = useQuery(queries.modes.estimates.queryOptions());
  const mode = data?.modes.find((one) => one.id === id);
  const text = data === undefined || mode === undefined ? null : estimateText(data, mode);
  return (
    <section className={styles['estimate']} aria-label="Estimate" aria-busy={text === null && error === null}>
      <h3 className={styles['title']}>Estimated share of all interactions</h3>
      {error === null ? null : <p className={styles['basis']}>{failureOf(error).message}</p>}
      {text === null ? null : (
        <>
          {text.figure === null ? null : <p className={styles['figure']}>{text.figure}</p>}
          <p className={styles['basis']}>{text.basis}</p>
        </>
      )}
    </section>
  );
}
