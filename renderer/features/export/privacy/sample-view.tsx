import type { PrivacySample } from '../../../../shared/contract/privacy-operations.ts';
import { findingKindNames } from '../../../../shared/domain/privacy/finding.ts';
import type { FindingKind } from '../../../../shared/domain/privacy/finding.ts';
import { wilsonInterval } from '../../../../shared/domain/statistics/wilson-interval.ts';
import { formatCount, formatPlural } from '../../../ui/format.ts';
import styles from './samples.module.css';
import { type Confirmed, countsOf } from './verdicts.ts';

export interface SampleViewProps {
  readonly kind: FindingKind;
  /** Undefined while they are looked for. */
  readonly found:
    | { readonly samples: readonly PrivacySample[]; readonly looked: number; readonly matching: number }
    | undefined;
  /** Of the samples, in their order. */
  readonly said: readonly boolean[];
  /** What the recipe says of this kind until now. */
  readonly before: Confirmed[FindingKind];
}

/** The finding to judge in its context, and how many were right so far. */
export function SampleView({ kind, found, said, before }: SampleViewProps) {
  const sample = found?.samples[said.length];
  return (
    <>
      <div className={styles['context']} aria-live="polite">
        {sample === undefined ? (
          <p className={styles['note']}>
            {found === undefined ? 'Looking for findings…' : endText(found, kind)}
          </p>
        ) : (
          <p>
            <span className={styles['place']}>{placeTexts[sample.place]}</span>
            <bdi className={styles['text']}>
              {sample.before}
              <mark className={styles['found']}>{sample.found}</mark>
              {sample.after}
            </bdi>
          </p>
        )}
      </div>
      <p className={styles['note']}>{countText(said, found?.samples.length ?? 0, before)}</p>
    </>
  );
}

const placeTexts = { input: 'Input', output: 'Output', edit: 'Edit' } as const;

function endText(
  { samples, looked, matching }: NonNullable<SampleViewProps['found']>,
  kind: FindingKind,
): string {
  const name = findingKindNames[kind];
  if (samples.length > 0) return `${name}: all ${formatPlural(samples.length, 'finding')} looked at.`;
  return `${name}: none in ${formatPlural(looked, 'interaction')} by lot, of ${formatCount(matching)}.`;
}

function countText(said: readonly boolean[], samples: number, before: SampleViewProps['before']): string {
  const counts = said.length > 0 ? countsOf(said) : before;
  const total = counts === undefined ? 0 : counts.right + counts.wrong;
  const share = counts === undefined ? null : wilsonInterval(counts.right, total);
  if (counts === undefined || share === null)
    return samples === 0 ? ' ' : `${formatPlural(samples, 'finding')} by lot, one of an interaction.`;
  const when = said.length > 0 ? `${said.length} of ${samples}` : 'Before';
  return `${when}: ${counts.right} right, ${counts.wrong} wrong; ${percent(share.share)} right (${percent(share.low)} to ${percent(share.high)}).`;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
