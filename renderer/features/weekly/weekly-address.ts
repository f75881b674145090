import { paths } from '../../app/routes.ts';

/** Which week is shown, and which failure mode or cluster of it is open. */
export interface WeeklyAddress {
  readonly week: string | null;
  readonly about: string | null;
}

export function readAddress(search: string): WeeklyAddress {
  const parameters = new URLSearchParams(search);
  return { week: parameters.get('week'), about: parameters.get('about') };
}

export function weeklyPath({ week, about }: WeeklyAddress): string {
  const query = new URLSearchParams([
    ...(week === null ? [] : [['week', week]]),
    ...(about === null ? [] : [['about', about]]),
  ]).toString();
  return query === '' ? paths.weekly : `${paths.weekly}?${query}`;
}
