import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'wouter';
import type { Cluster, ClusterTerms } from '../../../shared/contract/cluster-operations.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { modePath } from '../../app/routes.ts';
import { Badge } from '../../ui/badge.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ClusterActions } from './cluster-actions.tsx';
import { Examples } from './examples.tsx';
import { Trend } from './mode-facts.tsx';
import { countText, shareText } from './mode-texts.ts';
import styles from './opened.module.css';
import type { ModeActs } from './use-mode-acts.ts';
import type { ModesList } from './use-modes-list.ts';

export interface ClusterPageProps {
  readonly id: string;
  readonly list: ModesList;
  readonly acts: ModeActs;
  readonly isReadOnly: boolean;
}

const stateNames = { proposed: 'Proposed', confirmed: 'Confirmed', dismissed: 'Dismissed' } as const;

/** A group of changes that a person makes a failure mode of, or not. */
export function ClusterPage({ id, list, acts, isReadOnly }: ClusterPageProps) {
  const queries = useQueries();
  const known = list.clusters.find((cluster) => cluster.id === id);
  const asked = useQuery({
    ...queries.clusters.get.queryOptions({ input: { id } }),
    enabled: known === undefined && !list.isPending,
  });
  const cluster = known ?? asked.data;
  const subject = useMemo(() => ({ kind: 'cluster', id }) as const, [id]);
  if (cluster === undefined)
    return asked.error === null ? (
      <div className={styles['page']} aria-busy />
    ) : (
      <div className={styles['page']}>
        <Notice tone="error">{failureOf(asked.error).message}</Notice>
      </div>
    );
  const shared = { list, acts, isReadOnly };
  return (
    <article className={styles['page']} aria-label="Cluster">
      <ClusterHead cluster={cluster} />
      <ClusterActions cluster={cluster} {...shared} />
      <div className={styles['columns']}>
        <div className={styles['facts']}>
          {cluster.isDrifting ? (
            <Notice tone="caution">
              What joined it lately is less like what it was made of. Look at its newest examples, or make all
              clusters anew.
            </Notice>
          ) : null}
          <Terms terms={cluster.terms} />
          <Trend weeks={cluster.weeks} />
        </div>
        <Examples
          subject={subject}
          modes={list.modes}
          acts={acts}
          isReadOnly={isReadOnly}
          known={cluster.changes}
        />
      </div>
    </article>
  );
}

function ClusterHead({ cluster }: { readonly cluster: Cluster }) {
  const { name, state, isDrifting, share, failureModes } = cluster;
  return (
    <header className={styles['head']}>
      <h2 className={styles['name']}>
        <bdi>{name}</bdi>
      </h2>
      <Badge tone={state === 'proposed' ? 'accent' : 'neutral'}>{stateNames[state]}</Badge>
      {isDrifting ? <Badge tone="caution">Drifting</Badge> : null}
      <p className={styles['counts']}>
        {countText(cluster)}
        {share === null ? '' : `, ${shareText(share)} of all`}
      </p>
      {failureModes.length === 0 ? null : (
        <p className={styles['counts']}>
          As{' '}
          {failureModes.map((mode, index) => (
            <span key={mode.id}>
              {index === 0 ? '' : ', '}
              <Link href={modePath(mode.id)}>
                <bdi>{mode.name}</bdi>
              </Link>
            </span>
          ))}
        </p>
      )}
    </header>
  );
}

function Terms({ terms }: { readonly terms: ClusterTerms }) {
  const { removed, added, typical } = terms;
  return (
    <section className={styles['section']} aria-label="Terms">
      <h3 className={styles['sectionTitle']}>What it is about</h3>
      <dl className={styles['definition']}>
        {typical === null || (typical.before + typical.after).trim() === '' ? null : (
          <div>
            <dt>Typical</dt>
            <dd dir="auto">
              <del className={styles['removed']}>{typical.before}</del>{' '}
              <ins className={styles['added']}>{typical.after}</ins>
            </dd>
          </div>
        )}
        <TermLine name="Removed" terms={removed} />
        <TermLine name="Added" terms={added} />
      </dl>
    </section>
  );
}

function TermLine({ name, terms }: { readonly name: string; readonly terms: readonly string[] }) {
  return terms.length === 0 ? null : (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{terms.join(', ')}</dd>
    </div>
  );
}
