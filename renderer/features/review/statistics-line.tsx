import { useEffect, useState } from 'react';
import type { Edit, Item } from '../../../shared/contract/item-operations.ts';
import type { TextDiff } from '../../../shared/domain/diff/diff-texts.ts';
import { formatPlural } from '../../ui/format.ts';
import { editStatistics, type EditStatistics } from './edit-statistics.ts';
import styles from './statistics-line.module.css';

export interface StatisticsLineProps {
  readonly item: Item;
  readonly edit: Edit;
  readonly diff: TextDiff | null;
}

const known = new WeakMap<TextDiff, EditStatistics>();

/** How much the edit changed, in figures. They are counted after the texts are on screen, never before. */
export function StatisticsLine({ item, edit, diff }: StatisticsLineProps) {
  const [, setCounted] = useState<TextDiff | null>(null);
  const statistics = diff === null ? undefined : known.get(diff);
  useEffect(() => {
    if (diff === null || known.has(diff)) return;
    const timer = setTimeout(() => {
      known.set(diff, editStatistics(item.output, edit.text, diff));
      setCounted(diff);
    }, settleMilliseconds);
    return () => clearTimeout(timer);
  }, [diff, item.output, edit.text]);

  return (
    <dl className={styles['line']} aria-label="Edit statistics">
      {statistics === undefined ? null : (
        <>
          <Figure name="Changes" value={String(statistics.changes)} />
          <Figure
            name="Kept"
            value={percent(statistics.kept)}
            title="Share of the output's words that the edit keeps"
          />
          <Figure
            name="HTER"
            value={statistics.hter.toFixed(2)}
            title={`Edits per word of the edit, a moved block counting as one (Snover et al. 2006): ${formatPlural(statistics.hterEdits, 'edit')}`}
          />
          <Figure name="Removed" value={formatPlural(statistics.wordsRemoved, 'word')} />
          <Figure name="Added" value={formatPlural(statistics.wordsAdded, 'word')} />
          <Figure
            name="Length"
            value={signed(statistics.lengthChange)}
            title="Words of the edit beside those of the output"
          />
        </>
      )}
    </dl>
  );
}

/** Going quickly through the queue, nobody reads figures: they are counted where a person stays this long. */
const settleMilliseconds = 60;

function Figure({
  name,
  value,
  title,
}: {
  readonly name: string;
  readonly value: string;
  readonly title?: string;
}) {
  return (
    <div className={styles['figure']} title={title}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function signed(share: number): string {
  const value = Math.round(share * 100);
  return `${value > 0 ? '+' : value < 0 ? '−' : '±'}${Math.abs(value)} %`;
}
