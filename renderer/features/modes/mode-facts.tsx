import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Cluster, Mode, WeekCount } from '../../../shared/contract/cluster-operations.ts';
import { useQueries } from '../../api/query-utils.ts';
import { clusterPath } from '../../app/routes.ts';
import { TrendChart } from '../../ui/charts/trend-chart.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { ModeHistory } from './mode-history.tsx';
import { termsText } from './mode-texts.ts';
import styles from './opened.module.css';
import { PromptVersionsButton } from './prompt-versions-button.tsx';
import { SegmentsTable } from './segments-table.tsx';
import { fewInteractions, trendWeeks } from './trend-weeks.ts';

export interface ModeFactsProps {
  readonly mode: Mode;
  /** All clusters of the project. */
  readonly clusters: readonly Cluster[];
}

const noTerms = { removed: [], added: [] };

/** How a failure mode goes, where it is frequent, what it is made of and what was done with it. */
export function ModeFacts({ mode, clusters }: ModeFactsProps) {
  return (
    <>
      <Trend weeks={mode.weeks} />
      <div className={styles['more']}>
        <PromptVersionsButton />
        {mode.clusters.length === 0 ? null : (
          <section className={styles['section']} aria-label="Clusters">
            <h3 className={styles['sectionTitle']}>Clusters confirmed as it</h3>
            <ul className={styles['links']}>
              {mode.clusters.map(({ id, name }) => (
                <li key={id}>
                  <Link href={clusterPath(id)}>
                    <bdi>{name}</bdi>
                  </Link>{' '}
                  <span className={styles['hint']} dir="auto">
                    {termsText(clusters.find((cluster) => cluster.id === id)?.terms ?? noTerms)}
                  </span>
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
      </div>
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
