/** A longer time between two acts is a pause, and no work. */
export const longestPauseMs = 5 * 60_000;

/** An act of one person: what it was about, and when, in UTC milliseconds. */
export interface TimedAct {
  readonly item: string;
  readonly at: number;
}

export interface WorkedTime {
  /** Interactions gone on to, coming back to one included. */
  readonly items: number;
  readonly milliseconds: number;
}

export interface PaceTally {
  /** Takes a person's acts in their order. */
  add(act: TimedAct): void;
  finish(): WorkedTime;
}

/**
 * The time between acts, and the interactions gone on to in it. The first interaction of a sitting counts for nothing,
 * because how long it took before its first act is not known; items and time are of the same steps.
 */
export function createPaceTally(): PaceTally {
  let last: TimedAct | null = null;
  let items = 0;
  let milliseconds = 0;
  return {
    add(act) {
      const gap = last === null ? Infinity : act.at - last.at;
      // A clock that was put back says nothing about time.
      if (last !== null && gap >= 0 && gap <= longestPauseMs) {
        milliseconds += gap;
        if (act.item !== last.item) items++;
      }
      last = act;
    },
    finish: () => ({ items, milliseconds }),
  };
}

/** Null where no time is known in which somebody went on to another interaction. */
export function itemsPerHour({ items, milliseconds }: WorkedTime): number | null {
  return items === 0 || milliseconds === 0 ? null : (items * 3_600_000) / milliseconds;
}
