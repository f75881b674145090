import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Mode, WeekCount } from '../../../shared/contract/cluster-operations.ts';
import { useQueries } from '../../api/query-utils.ts';
import { clusterPath } from '../../app/routes.ts';
import { TrendChart } from '../../ui/charts/trend-chart.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { ModeHistory } from './mode-history.tsx';
import styles from './opened.module.css';
import { SegmentsTable } from './segments-table.tsx';
import { fewInteractions, trendWeeks } from './trend-weeks.ts';

/** How a failure mode goes, where it is frequent, what it is made of and what was done with it. */
export function ModeFacts({ mode }: { readonly mode: Mode }) {
  return (
    <>
      <Trend weeks={mode.weeks} />
      {mode.clusters.length === 0 ? null : (
        <section className={styles['section']} aria-label="Clusters">
          <h3 className={styles['sectionTitle']}>Clusters confirmed as it</h3>
          <ul className={styles['links']}>
            {mode.clusters.map(({ id, name }) => (
              <li key={id}>
                <Link href={clusterPath(id)}>
                  <bdi>{name}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Disclosure title="Where it is frequent">
        <SegmentsTable id={mode.id} />
      </Disclosure>
      <Disclosure title="History">
        <ModeHistory id={mode.id} />
      </Disclosure>
    </>
  );
}

/** Share per week, with prompt versions where it is known when they went live. */
export function Trend({ weeks }: { readonly weeks: readonly WeekCount[] }) {
  const queries = useQueries();
  const versions = useQuery(queries.promptVersions.list.queryOptions()).data;
  const shown = trendWeeks(weeks, versions ?? []);
  if (shown.length === 0) return null;
  return (
    <section className={styles['section']} aria-label="Trend">
      <TrendChart
        title={`Share of interactions per week, with 95 % intervals; pale bars are of fewer than ${fewInteractions}`}
        weeks={shown}
        fewerThan={fewInteractions}
      />
    </section>
  );
}
