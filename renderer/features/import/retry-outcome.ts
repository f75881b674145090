import { formatCount, formatPlural } from '../../ui/format.ts';
import type { ImportOutcome } from './import-outcome.ts';

/** tried = imported + attached + duplicates + rejected. */
export interface RetryCounts {
  readonly tried: number;
  readonly imported: number;
  readonly attached: number;
  readonly duplicates: number;
  readonly rejected: number;
}

/** What became of rejects that were tried again, plainly. */
export function outcomeOfRetry(counts: RetryCounts): Omit<ImportOutcome, 'title'> {
  const { tried, imported, attached, duplicates, rejected } = counts;
  const left = tried - rejected;
  if (left === 0) {
    return {
      tone: 'caution',
      sentence:
        tried === 1
          ? 'The row could not be taken; its reason is that of this try.'
          : `None of ${formatPlural(tried, 'row')} could be taken; their reasons are those of this try.`,
    };
  }
  const parts = [
    ...(imported > 0 ? [`${formatCount(imported)} imported`] : []),
    ...(attached > 0 ? [`${formatCount(attached)} attached`] : []),
    ...(duplicates > 0 ? [`${formatCount(duplicates)} in the project already`] : []),
  ].join(', ');
  const rest = rejected === 0 ? '' : ` ${formatCount(rejected)} still here.`;
  return {
    tone: rejected === 0 ? 'success' : 'info',
    sentence: `${formatCount(left)} of ${formatPlural(tried, 'row')} left the quarantine: ${parts}.${rest}`,
  };
}
