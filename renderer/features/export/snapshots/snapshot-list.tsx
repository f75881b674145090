import { useEffect, useRef } from 'react';
import type { Retired, SnapshotState } from '../../../../shared/contract/snapshot-operations.ts';
import { formats } from '../../../../shared/domain/export/formats/registry.ts';
import { Badge } from '../../../ui/badge.tsx';
import { fileName, formatCount, formatMoment, formatPlural } from '../../../ui/format.ts';
import styles from './snapshot-list.module.css';

export interface SnapshotListProps {
  /** Newest first. */
  readonly snapshots: readonly SnapshotState[];
  /** Rows whose interactions are gone, by snapshot. */
  readonly retired: ReadonlyMap<string, Retired>;
  readonly opened: string | null;
  readonly onOpen: (id: string) => void;
}

/** Exports made before; the keys of the screen go through them. */
export function SnapshotList({ snapshots, retired, opened, onOpen }: SnapshotListProps) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[data-snapshot="${opened}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [opened]);
  return (
    <ol ref={list} className={styles['list']} aria-label="Snapshots">
      {snapshots.map((snapshot) => (
        <li key={snapshot.id}>
          <button
            type="button"
            className={styles['entry']}
            data-snapshot={snapshot.id}
            aria-current={snapshot.id === opened || undefined}
            onClick={() => onOpen(snapshot.id)}
          >
            <span className={styles['name']} dir="auto">
              {fileName(snapshot.path)}
            </span>
            <span className={styles['about']}>{aboutOf(snapshot)}</span>
            <span className={styles['about']}>
              {formatMoment(snapshot.createdAt)} · {countsOf(snapshot)}
            </span>
            <span className={styles['badges']}>
              <StateBadges snapshot={snapshot} retired={retired.get(snapshot.id)} />
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Whether its files are as they were, and what else has to be known of it. */
export function StateBadges({
  snapshot,
  retired,
}: {
  readonly snapshot: SnapshotState;
  readonly retired: Retired | undefined;
}) {
  return (
    <>
      {snapshot.damaged.length === 0 ? (
        <Badge tone="positive">as written</Badge>
      ) : (
        <Badge tone="negative">{formatPlural(snapshot.damaged.length, 'file')} missing or changed</Badge>
      )}
      {snapshot.frozenAt === null ? null : <Badge tone="accent">frozen</Badge>}
      {retired === undefined || retired.rows === 0 ? null : (
        <Badge tone="caution">{formatPlural(retired.rows, 'row')} retired</Badge>
      )}
    </>
  );
}

function aboutOf({ recipeName, recipeVersion, manifest }: SnapshotState): string {
  const format = formats[manifest.recipe.format].name;
  return recipeName === null ? format : `${recipeName}, version ${recipeVersion ?? 1} · ${format}`;
}

function countsOf({ manifest: { counts } }: SnapshotState): string {
  const { training, validation, test } = counts;
  return [
    `${formatCount(training)} training`,
    ...(validation === 0 ? [] : [`${formatCount(validation)} validation`]),
    ...(test === undefined ? [] : [`${formatCount(test)} test`]),
  ].join(', ');
}
