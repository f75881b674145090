import { useQuery } from '@tanstack/react-query';
import type { Saturation } from '../../../../shared/contract/coding-operations.ts';
import { saturationSentence } from '../../../../shared/domain/coding/saturation.ts';
import { failureOf } from '../../../api/failure.ts';
import { useQueries } from '../../../api/query-utils.ts';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { formatCount, formatPlural } from '../../../ui/format.ts';
import { percent } from '../mode-texts.ts';
import styles from './saturation-panel.module.css';

/** The newest steps are shown; of more, bars would be too thin to see. */
const mostSteps = 50;

/** Whether reviewing more still brings new failure modes. */
export function SaturationPanel() {
  const queries = useQueries();
  const { data, error } = useQuery(queries.coding.saturation.queryOptions());
  return (
    <section
      className={styles['panel']}
      aria-label="Saturation"
      aria-busy={data === undefined && error === null}
    >
      <h2 className={styles['title']}>Saturation</h2>
      {error === null ? null : <p className={styles['hint']}>{failureOf(error).message}</p>}
      {data === undefined ? null : <Curve saturation={data} />}
    </section>
  );
}

function Curve({ saturation }: { readonly saturation: Saturation }) {
  const { points, reviewed, modes, step, unseenShare, chao1 } = saturation;
  const shown = points.slice(-mostSteps);
  const top = Math.max(1, modes);
  const height = (count: number) => `${(100 * count) / top}%`;
  return (
    <>
      <p className={styles['sentence']}>{saturationSentence(saturation)}</p>
      {reviewed === 0 ? null : (
        <>
          <figure className={styles['figure']}>
            <figcaption className={styles['hint']}>
              Failure modes so far (pale), and new ones per {step} reviewed interactions
            </figcaption>
            <div className={styles['plot']} aria-hidden>
              <span className={styles['top']}>{top}</span>
              <div className={styles['bars']}>
                {shown.map((point) => (
                  <div
                    key={point.reviewed}
                    className={styles['step']}
                    title={`${point.reviewed} reviewed: ${point.modes} failure modes, ${point.newModes} new`}
                  >
                    <span className={styles['all']} style={{ height: height(point.modes) }} />
                    <span className={styles['new']} style={{ height: height(point.newModes) }} />
                  </div>
                ))}
              </div>
            </div>
          </figure>
          <dl className={styles['figures']}>
            <div>
              <dt>Unseen (Good–Turing)</dt>
              <dd>
                {unseenShare === null
                  ? 'Not known before something is found.'
                  : `About ${percent(unseenShare)} of findings to come are of a failure mode not seen yet: so many were found once only.`}
              </dd>
            </div>
            <div>
              <dt>All there are (Chao1)</dt>
              <dd>
                At least {formatPlural(Math.round(chao1), 'failure mode')}, of which {formatCount(modes)} are
                found.
              </dd>
            </div>
          </dl>
          <Disclosure title="As a table">
            <table className={styles['table']}>
              <thead>
                <tr>
                  <th scope="col">Reviewed</th>
                  <th scope="col">Failure modes</th>
                  <th scope="col">New</th>
                </tr>
              </thead>
              <tbody>
                {shown.toReversed().map((point) => (
                  <tr key={point.reviewed}>
                    <th scope="row">{formatCount(point.reviewed)}</th>
                    <td>{formatCount(point.modes)}</td>
                    <td>{formatCount(point.newModes)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Disclosure>
        </>
      )}
    </>
  );
}
