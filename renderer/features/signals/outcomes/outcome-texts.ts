import type { JoinMethod } from '../../../../shared/domain/mapping/join-method.ts';
import type { OutcomeSummary } from '../../../../shared/contract/outcome-operations.ts';
import { formatCount } from '../../../ui/format.ts';

type Counts = Pick<OutcomeSummary, 'yes' | 'noByValue' | 'noByHorizon' | 'noByLate' | 'pending' | 'unknown'>;

export function titleOf({ definition }: Pick<OutcomeSummary, 'definition'>): string {
  return definition.title === '' ? definition.name : definition.title;
}

export function knownOf({ yes, noByValue, noByHorizon, noByLate }: Counts): number {
  return yes + noByValue + noByHorizon + noByLate;
}

export function isNumber({ definition }: Pick<OutcomeSummary, 'definition'>): boolean {
  return definition.unit === 'number';
}

/** `median 12.5`; a dash where no number is known. */
export function medianText(median: number | null): string {
  return median === null ? '–' : `median ${formatCount(Math.round(median * 100) / 100)}`;
}

/** `34 % (29 % to 40 %)`; a dash of nothing. */
export function rateText(rate: OutcomeSummary['rate']): string {
  return rate === null ? '–' : `${percent(rate.share)} (${percent(rate.low)} to ${percent(rate.high)})`;
}

export function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}

/** Days, or hours of less than two days. */
export function daysText(days: number | null): string {
  if (days === null) return '–';
  if (days < 2) return `${Math.round(days * 24)} h`;
  return `${formatCount(Math.round(days * 10) / 10)} days`;
}

/** How an outcome is read, in a few words. */
export function readingText({ definition, isDefined }: OutcomeSummary): string {
  if (!isDefined) return 'In the log alone: what is not logged is not known.';
  const { horizonDays, missing } = definition;
  const nothing = definition.unit === 'number' ? 'is 0' : 'is a no';
  const after = missing === 'no' ? nothing : 'is not known';
  return horizonDays === null
    ? 'No horizon: what is not logged is not known.'
    : `Not logged within ${horizonDays} days ${after}.`;
}

/** How a file was joined, in words. */
export function methodText(method: JoinMethod): string {
  switch (method.by) {
    case 'id':
      return 'Id';
    case 'session':
      return method.which === 'all' ? 'All of the session' : 'Last of the session';
    case 'user_window':
      return `User, within ${method.minutes} minutes`;
    case 'key':
      return `${method.row} = ${method.interaction}`;
  }
}

const reasonTexts: Readonly<Record<string, string>> = {
  no_match: 'no interaction fits',
  ambiguous_match: 'more than one fits',
  missing_id: 'nothing to join by',
};

export function reasonText(reason: string): string {
  return reasonTexts[reason] ?? reason.replaceAll('_', ' ');
}
