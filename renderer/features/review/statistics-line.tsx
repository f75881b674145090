import { memo, useEffect, useState } from 'react';
import type { TextDiff } from '../../../shared/domain/diff/diff-texts.ts';
import { askForStatistics } from '../../ui/diff/ask-for-statistics.ts';
import type { EditStatistics } from '../../ui/diff/compare-pair.ts';
import { formatCount, formatPlural } from '../../ui/format.ts';
import styles from './statistics-line.module.css';

export interface StatisticsLineProps {
  /** The text that was edited, and what became of it. */
  readonly output: string;
  readonly edit: string;
  /** The changes and moves as the view shows them; null while the texts are being compared. */
  readonly diff: TextDiff | null;
}

/** Going quickly through the queue, nobody reads figures: they are counted where a person stays this long (ms). */
const settleTime = 80;

/** How much the edit changed, in figures. The line keeps its height while they are counted. */
export const StatisticsLine = memo(function StatisticsLine(props: StatisticsLineProps) {
  const { output, edit: text, diff } = props;
  const [counted, setCounted] = useState<{ output: string; text: string; statistics: EditStatistics }>();
  useEffect(() => {
    let giveUp = () => {};
    const timer = setTimeout(() => {
      giveUp = askForStatistics(output, text, (statistics) => setCounted({ output, text, statistics }));
    }, settleTime);
    return () => {
      clearTimeout(timer);
      giveUp();
    };
  }, [output, text]);
  const isCurrent = counted?.output === output && counted.text === text;
  return (
    <dl className={styles['line']} aria-label="Edit statistics">
      {isCurrent && diff !== null ? <Figures statistics={counted.statistics} diff={diff} /> : null}
    </dl>
  );
});

function Figures({ statistics, diff }: { readonly statistics: EditStatistics; readonly diff: TextDiff }) {
  const { metrics, rate } = statistics;
  const { outputWords, editWords, keptWords, shareKept, wordEditRate } = metrics;
  const onlyChanged = extentNames[metrics.extent];
  // Both are upper bounds of the exact rate; in very long texts the bounded diff may be the closer one.
  const hter = Math.min(rate.score, wordEditRate ?? rate.score);
  return (
    <>
      <Figure name="Changes" value={formatCount(diff.changes.length)} />
      {diff.moves.length === 0 ? null : (
        <Figure
          name="Moved"
          value={formatPlural(diff.moves.length, 'block')}
          title="Text that stands, the same, in another place"
        />
      )}
      <Figure
        name="HTER"
        value={hter.toFixed(hter > 0 && hter < 0.01 ? 3 : 2)}
        title="Edits per word of the edit, a moved block counting as one (Snover et al. 2006)"
      />
      {onlyChanged === null ? (
        <>
          {shareKept === null ? null : (
            <Figure
              name="Kept"
              value={percent(shareKept)}
              title={`${formatCount(keptWords)} of ${formatPlural(outputWords, 'word')} of the output stand in the edit`}
            />
          )}
          <Figure name="Removed" value={formatPlural(outputWords - keptWords, 'word')} />
          <Figure name="Added" value={formatPlural(editWords - keptWords, 'word')} />
          {outputWords === 0 ? null : (
            <Figure
              name="Length"
              value={signedPercent(editWords / outputWords - 1)}
              title="Words of the edit against those of the output"
            />
          )}
        </>
      ) : (
        <Figure name="Changed only" value={onlyChanged} />
      )}
    </>
  );
}

const extentNames: Record<EditStatistics['metrics']['extent'], string | null> = {
  none: null,
  words: null,
  whitespace: 'whitespace',
  case: 'capitals',
  markup: 'markup',
  punctuation: 'punctuation',
};

function Figure(props: { readonly name: string; readonly value: string; readonly title?: string }) {
  return (
    <div className={styles['figure']} title={props.title}>
      <dt>{props.name}</dt>
      <dd>{props.value}</dd>
    </div>
  );
}

/** Rounded down: 100 % is for what was kept whole. */
function percent(share: number): string {
  return `${Math.floor(share * 100)} %`;
}

function signedPercent(share: number): string {
  const value = Math.round(share * 100);
  return `${value > 0 ? '+' : value < 0 ? '−' : '±'}${Math.abs(value)} %`;
}
