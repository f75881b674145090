import { ChevronRight, GripVertical } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import type { Mode } from '../../../shared/contract/cluster-operations.ts';
import { modeStatusNames } from '../../../shared/domain/modes/mode-status.ts';
import { Sparkline } from '../../ui/charts/sparkline.tsx';
import { classNames } from '../../ui/class-names.ts';
import { formatCount, formatPlural } from '../../ui/format.ts';
import styles from './mode-list.module.css';
import type { ModeRow } from './mode-rows.ts';
import { shortShareText, sparkOf, termsText } from './mode-texts.ts';

export function nameOfRow(row: ModeRow): string {
  if (row.kind === 'mode') return row.mode.name;
  if (row.kind === 'cluster') return row.cluster.name;
  return row.kind === 'proposals' ? 'Proposed clusters' : 'Unclassified';
}

export interface RowContentProps {
  readonly row: ModeRow;
  readonly level: number;
  readonly isExpanded: boolean;
  readonly hasChildren: boolean;
}

function canBeDragged({ kind }: ModeRow): boolean {
  return kind === 'mode' || kind === 'cluster';
}

/** A row of the list: name, what is known of it, how it goes from week to week, and how many changes. */
export function RowContent({ row, level, isExpanded, hasChildren }: RowContentProps) {
  return (
    <div className={classNames(styles['row'], row.kind === 'proposals' && styles['heading'])}>
      <span className={styles['indent']} style={{ width: row.kind === 'cluster' ? 0 : 14 * (level - 1) }} />
      {hasChildren ? (
        <AriaButton
          slot="chevron"
          className={styles['chevron'] ?? ''}
          data-expanded={isExpanded || undefined}
        >
          <ChevronRight aria-hidden />
        </AriaButton>
      ) : (
        <span className={styles['chevron']} />
      )}
      <AriaButton slot="drag" className={styles['grip'] ?? ''} isDisabled={!canBeDragged(row)}>
        <GripVertical aria-hidden />
      </AriaButton>
      <Texts row={row} />
    </div>
  );
}

function Texts({ row }: { readonly row: ModeRow }) {
  if (row.kind === 'proposals')
    return (
      <>
        <span className={styles['name']}>Proposed clusters</span>
        <Count value={row.children.length} />
      </>
    );
  if (row.kind === 'unclassified')
    return (
      <>
        <span className={styles['texts']}>
          <span className={styles['name']}>Unclassified</span>
          <span className={styles['detail']}>In no cluster and no failure mode</span>
        </span>
        <Count value={row.count} />
      </>
    );
  const thing = row.kind === 'mode' ? row.mode : row.cluster;
  const { values, label } = sparkOf(thing.weeks);
  const detail = row.kind === 'mode' ? modeDetail(row.mode) : termsText(row.cluster.terms);
  return (
    <>
      <span className={styles['texts']}>
        <bdi className={styles['name']}>{thing.name}</bdi>
        <span className={styles['detail']} dir="auto">
          {row.kind === 'cluster' && row.cluster.isDrifting ? (
            <span className={styles['drifting']}>Drifting </span>
          ) : null}
          {detail}
        </span>
      </span>
      <Sparkline values={values} label={label} />
      <Count value={thing.changes} />
    </>
  );
}

function Count({ value }: { readonly value: number }) {
  return (
    <span className={styles['count']} title={formatPlural(value, 'change')}>
      {formatCount(value)}
    </span>
  );
}

function modeDetail({ share, severity, status, owner }: Mode): string {
  return [
    ...(share === null ? [] : [shortShareText(share)]),
    ...(severity === null ? [] : [severity]),
    ...(status === 'open' ? [] : [modeStatusNames[status].toLowerCase()]),
    ...(owner === null ? [] : [owner]),
  ].join(' · ');
}
