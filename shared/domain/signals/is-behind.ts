/** How far values are worked out; see `freshnessSchema`. */
interface Reached {
  readonly measured: number;
  readonly total: number;
  readonly stale: number;
  readonly isOutdated: boolean;
}

/** Interactions whose values are missing or not those of the project as it is. */
export function countBehind({ measured, total, stale, isOutdated }: Reached): number {
  return isOutdated ? total : Math.max(0, total - measured) + stale;
}

/** Whether some are. */
export function isBehind(reached: Reached): boolean {
  return countBehind(reached) > 0 || reached.measured !== reached.total;
}
