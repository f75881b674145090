import type { Cluster, Mode, WeekCount } from '../../../shared/contract/cluster-operations.ts';
import type { Share } from '../../../shared/domain/statistics/wilson-interval.ts';
import { formatPlural } from '../../ui/format.ts';
import type { Order, Sort } from './modes-state.ts';

export const sortNames: Readonly<Record<Sort, string>> = {
  changes: 'Most changes',
  name: 'Name',
  severity: 'Severity',
  status: 'Status',
  newest: 'Newest',
};

export const orderNames: Readonly<Record<Order, string>> = {
  typical: 'Typical',
  borderline: 'Borderline',
  newest: 'Newest',
};

/** `12.3 %`. */
export function percent(share: number): string {
  const value = 100 * share;
  return `${value.toFixed(value === 0 || value === 100 ? 0 : value < 1 ? 2 : 1)} %`;
}

/** `12.3 % (10.1 to 14.8)`. */
export function shareText({ share, low, high }: Share): string {
  return `${percent(share)} (${digits(low)} to ${digits(high)})`;
}

/** The same for a narrow place: `12.3 % (10–15)`. */
export function shortShareText({ share, low, high }: Share): string {
  const end = (value: number) => (high < 0.1 ? (100 * value).toFixed(1) : Math.round(100 * value));
  return `${percent(share)} (${end(low)}–${end(high)})`;
}

function digits(share: number): string {
  return (100 * share).toFixed(share > 0 && share < 0.01 ? 2 : 1);
}

/** How many weeks a sparkline shows. */
const sparkWeeks = 12;

export interface Spark {
  /** Share of the week's interactions; null where nothing was logged. */
  readonly values: readonly (number | null)[];
  readonly label: string;
}

/** The newest weeks as values and in words. */
export function sparkOf(weeks: readonly WeekCount[]): Spark {
  const shown = weeks.toSorted((a, b) => a.week.localeCompare(b.week)).slice(-sparkWeeks);
  const values = shown.map(({ interactions, of }) => (of === 0 ? null : interactions / of));
  if (shown.length === 0) return { values, label: 'Nothing is known per week' };
  const figures = values.map((value) => (value === null ? 'none logged' : percent(value)));
  return { values, label: `Share per week up to ${shown.at(-1)?.week ?? ''}: ${figures.join(', ')}` };
}

/** `12 changes in 10 interactions`. */
export function countText({
  changes,
  interactions,
}: Pick<Mode | Cluster, 'changes' | 'interactions'>): string {
  return `${formatPlural(changes, 'change')} in ${formatPlural(interactions, 'interaction')}`;
}

/** `3 clusters and 12 labels`; what would go along with a failure mode. */
export function belongingsText({ changes, clusters, labels }: Mode): string {
  return [
    formatPlural(changes, 'change'),
    formatPlural(clusters.length, 'cluster'),
    formatPlural(labels, 'label'),
  ].join(', ');
}

/** Distinctive terms of both sides. */
export function termsText({
  removed,
  added,
}: {
  readonly removed: readonly string[];
  readonly added: readonly string[];
}): string {
  if (removed.length === 0) return added.length === 0 ? '' : `+ ${firstOf(added)}`;
  return added.length === 0 ? `− ${firstOf(removed)}` : `${firstOf(removed)} → ${firstOf(added)}`;
}

function firstOf(terms: readonly string[]): string {
  return terms.slice(0, 4).join(', ');
}
