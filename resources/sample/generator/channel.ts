import { endOfPeriod, firstDay } from './calendar.ts';
import type { Action } from './session.ts';
import type { Random } from './random.ts';

/** Where a customer wrote: the form of the shop, or the marketplace that the shop sells on as well. */
export type Channel = 'web_form' | 'marketplace';

/** How far the period has gone, 0 to 1. */
function progressAt(local: number): number {
  return (local - firstDay) / (endOfPeriod - firstDay);
}

/** The marketplace grows from few matters to most of them. */
export function channelAt(local: number, random: Random): Channel {
  const share = Math.min(0.9, Math.max(0.06, 1.5 * progressAt(local) - 0.25));
  return random.chance(share) ? 'marketplace' : 'web_form';
}

/**
 * Whether a matter that nobody wrote again about is settled. Both channels get better with time, but on the marketplace
 * refunds are not the agents' to give and far fewer are settled: because it grows, the share of all falls. That is the
 * sample's paradox.
 */
export function isSettled(channel: Channel, local: number, action: Action, random: Random): boolean {
  const progress = progressAt(local);
  const chance = channel === 'web_form' ? 0.9 + 0.09 * progress : 0.32 + 0.24 * progress;
  return random.chance(action === 'discarded' ? chance * 0.6 : chance);
}
