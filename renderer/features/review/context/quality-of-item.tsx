import { useQuery } from '@tanstack/react-query';
import type { QualityOfItem as Scores } from '../../../../shared/contract/quality-operations.ts';
import { failureOf } from '../../../api/failure.ts';
import { useQueries } from '../../../api/query-utils.ts';
import { Disclosure } from '../../../ui/disclosure.tsx';
import styles from './quality-of-item.module.css';

/** Both quality scores of an interaction, each with what it is made of. The room of both is kept. */
export function QualityOfItem({ itemId }: { readonly itemId: string }) {
  const queries = useQueries();
  const { data, error } = useQuery(queries.quality.ofItem.queryOptions({ input: { id: itemId } }));
  if (error !== null) return <p className={styles['empty']}>{failureOf(error).message}</p>;
  return (
    <div className={styles['scores']}>
      <p className={styles['title']}>Quality score</p>
      <p>By weights: {data === undefined ? '…' : weightedText(data)}</p>
      <p>Learned: {data === undefined ? '…' : learnedText(data)}</p>
      {data === undefined ? null : <Parts scores={data} />}
    </div>
  );
}

function Parts({ scores: { weighted, learned } }: { readonly scores: Scores }) {
  if (weighted === null && learned === null) return null;
  return (
    <Disclosure title="What they are made of">
      {weighted === null ? null : (
        <table className={styles['table']} aria-label="Quality by weights">
          <thead>
            <tr>
              <th scope="col">By weights</th>
              <th scope="col">Moves it by</th>
            </tr>
          </thead>
          <tbody>
            {weighted.parts.map(({ signal, name, value, weight, moves }) => (
              <tr key={signal}>
                <th scope="row">
                  <bdi>{name}</bdi>
                  <span className={styles['detail']}>
                    {ofOne(value)}, weight {weight.toFixed(1)}
                  </span>
                </th>
                <td>{signed(moves)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {learned === null ? null : (
        <table className={styles['table']} aria-label="Quality learned from labels">
          <thead>
            <tr>
              <th scope="col">Learned</th>
              <th scope="col">Log odds</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">What is usual</th>
              <td>{signed(learned.intercept)}</td>
            </tr>
            {learned.contributions.map(({ signal, name, logOdds }) => (
              <tr key={signal}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td>{signed(logOdds)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Disclosure>
  );
}

function weightedText({ weighted }: Scores): string {
  return weighted === null ? 'none, as no signal that counts is known' : ofOne(weighted.score);
}

function learnedText({ learned }: Scores): string {
  if (learned === null) return 'none, as nothing was learned yet';
  return `${ofOne(learned.score)}${learned.isOutdated ? ', by an older model' : ''}`;
}

function ofOne(score: number): string {
  return `${score.toFixed(2)} of 1`;
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
}
