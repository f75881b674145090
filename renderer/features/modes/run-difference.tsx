import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { RunDifference } from '../../../shared/contract/cluster-operations.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { useCommands } from '../../app/key-map.ts';
import { paths } from '../../app/routes.ts';
import { showToast } from '../../state/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { formatCount, formatPlural } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { on } from './modes-commands.ts';
import { percent } from './mode-texts.ts';
import styles from './opened.module.css';

/** What accepting a new clustering would change, and the choice. */
export function RunDifferencePage({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const queries = useQueries();
  const queryClient = useQueryClient();
  const [, navigate] = useLocation();
  const difference = useQuery({ ...queries.clusters.difference.queryOptions(), staleTime: 0 });
  const done = (said: string) => async () => {
    showToast(said);
    navigate(paths.modes, { replace: true });
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: queries.clusters.key() }),
      queryClient.invalidateQueries({ queryKey: queries.modes.key() }),
    ]);
  };
  const accept = useMutation(
    queries.clusters.accept.mutationOptions({ onSuccess: done('Accepted the new clustering') }),
  );
  const discard = useMutation(
    queries.clusters.discard.mutationOptions({ onSuccess: done('Discarded the new clustering') }),
  );
  const isPending = accept.isPending || discard.isPending;
  const canDecide = !isReadOnly && difference.data !== undefined && !isPending;
  const error = difference.error ?? accept.error ?? discard.error;
  const acceptIt = () => accept.mutate(undefined);
  const discardIt = () => discard.mutate(undefined);
  useCommands('modes.difference', [on('accept', acceptIt, canDecide), on('discard', discardIt, canDecide)]);
  return (
    <article className={styles['page']} aria-label="A new clustering">
      <header className={styles['head']}>
        <h2 className={styles['name']}>What the new clustering would change</h2>
      </header>
      {isReadOnly ? null : (
        <div className={styles['actions']}>
          <Button variant="primary" command="modes.accept" isDisabled={!canDecide} onPress={acceptIt}>
            Accept
          </Button>
          <Button command="modes.discard" isDisabled={!canDecide} onPress={discardIt}>
            Discard
          </Button>
        </div>
      )}
      {error === null ? null : <Notice tone="error">{failureOf(error).message}</Notice>}
      {difference.data === undefined ? (
        <p className={styles['hint']}>{difference.error === null ? 'Comparing…' : ''}</p>
      ) : (
        <DifferenceTables difference={difference.data} />
      )}
    </article>
  );
}

const stateNames = { proposed: 'proposed', confirmed: 'confirmed', dismissed: 'dismissed' } as const;

function DifferenceTables({ difference }: { readonly difference: RunDifference }) {
  const { keptShare, kept, added, removed, split, merged } = difference;
  const lost = removed.filter(({ state }) => state === 'confirmed').length;
  return (
    <>
      <p>
        {keptShare === null
          ? 'No change is in clusters of both.'
          : `${percent(keptShare)} of the changes that are in clusters of both keep their cluster.`}{' '}
        {formatPlural(kept.length, 'cluster stays', 'clusters stay')}, {formatCount(added.length)} new,{' '}
        {formatCount(removed.length)} gone.
      </p>
      {lost === 0 ? null : (
        <Notice tone="caution">
          {formatPlural(lost, 'cluster that was confirmed is', 'clusters that were confirmed are')} gone.
          Failure modes and examples that people named stay.
        </Notice>
      )}
      {added.length === 0 ? null : (
        <Table title="New" heads={['Cluster', 'Changes']}>
          {added.map(({ id, name, changes }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td>{formatCount(changes)}</td>
            </tr>
          ))}
        </Table>
      )}
      {removed.length === 0 ? null : (
        <Table title="Gone" heads={['Cluster', 'Changes', 'Was']}>
          {removed.map(({ id, name, changes, state }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td>{formatCount(changes)}</td>
              <td>{stateNames[state]}</td>
            </tr>
          ))}
        </Table>
      )}
      {split.length + merged.length === 0 ? null : (
        <Table title="Split and merged" heads={['Before', 'After']}>
          {split.map(({ from, into }) => (
            <tr key={`split ${from}`}>
              <th scope="row">
                <bdi>{from}</bdi>
              </th>
              <td>{into.join(', ')}</td>
            </tr>
          ))}
          {merged.map(({ from, into }) => (
            <tr key={`merged ${into}`}>
              <th scope="row">{from.join(', ')}</th>
              <td>
                <bdi>{into}</bdi>
              </td>
            </tr>
          ))}
        </Table>
      )}
      {kept.length === 0 ? null : (
        <Table title="Kept" heads={['Cluster', 'Changes before', 'After', 'In both']}>
          {kept.map(({ id, name, before, after, shared }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td>{formatCount(before)}</td>
              <td>{formatCount(after)}</td>
              <td>{formatCount(shared)}</td>
            </tr>
          ))}
        </Table>
      )}
    </>
  );
}

interface TableProps {
  readonly title: string;
  readonly heads: readonly string[];
  readonly children: ReactNode;
}

function Table({ title, heads, children }: TableProps) {
  return (
    <table className={styles['table']}>
      <caption className={styles['caption']}>{title}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
