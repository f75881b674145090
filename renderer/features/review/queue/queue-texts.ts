import type { QueueProgress } from '../../../../shared/contract/queue-operations.ts';
import { formatCount, formatPlural, formatSeconds } from '../../../ui/format.ts';

/** `132 an hour, 17 min left`; empty before there is a pace. */
export function paceText({ itemsPerHour, secondsLeft, total, done }: QueueProgress): string {
  if (itemsPerHour === null || done >= total) return '';
  const pace = `${formatCount(Math.round(itemsPerHour))} an hour`;
  return secondsLeft === null ? pace : `${pace}, ${formatSeconds(secondsLeft)} left`;
}

/** `You have done all 50 interactions, 2 of them skipped.` */
export function doneText({ total, done, skipped }: QueueProgress): string {
  const all =
    done >= total
      ? `all ${formatPlural(total, 'interaction')}`
      : `${formatCount(done)} of ${formatPlural(total, 'interaction')}`;
  return `You have done ${all}${skipped === 0 ? '' : `, ${formatCount(skipped)} of them skipped`}.`;
}
