import type { VelocityReport } from '../../../shared/contract/velocity-operations.ts';
import { createDayInZone } from '../../../shared/domain/time/day-in-zone.ts';
import { mondayOf, weekDay, weekName } from '../../../shared/domain/time/iso-week.ts';
import { weekBounds } from '../../../shared/domain/time/week-bounds.ts';
import type { Database } from '../../db/database.ts';
import type { SignalCell } from '../../db/tables/signal-cells.ts';
import { firstOfModel, firstOfPromptVersion, promptVersionDates } from '../../db/tables/velocity-counts.ts';

/** When something changed in what makes the outputs. */
export interface Mark {
  /** UTC milliseconds. */
  readonly at: number;
  readonly name: string;
  readonly how: VelocityReport['marks'][number]['how'];
}

/**
 * When prompt versions went live, as people said or else by their first interaction, and when models were seen first; the oldest
 * first.
 * @param cells all of the project
 */
export function promptMarks(database: Database, cells: readonly SignalCell[], timeZone: string): Mark[] {
  const seenFirst = (
    nameOf: (cell: SignalCell) => string,
    find: (database: Database, name: string, from: number, to: number) => number | null,
  ) => {
    const weeks = new Map<string, string>();
    for (const cell of cells) {
      const [name, known] = [nameOf(cell), weeks.get(nameOf(cell))];
      if (cell.week !== '' && name !== '' && (known === undefined || cell.week < known))
        weeks.set(name, cell.week);
    }
    return (name: string): number | null => {
      const monday = weekDay(weeks.get(name) ?? '');
      if (monday === null) return null;
      const { from, to } = weekBounds(monday, timeZone);
      return find(database, name, from, to) ?? from;
    };
  };
  const promptSeen = seenFirst(({ promptVersion }) => promptVersion, firstOfPromptVersion);
  const modelSeen = seenFirst(({ model }) => model, firstOfModel);
  const versions = promptVersionDates(database).flatMap(({ name, liveFrom }): Mark[] => {
    if (liveFrom !== null) return [{ at: liveFrom, name, how: 'went_live' }];
    const at = promptSeen(name);
    return at === null ? [] : [{ at, name, how: 'first_seen' }];
  });
  const models = [...new Set(cells.map(({ model }) => model))].flatMap((name): Mark[] => {
    const at = modelSeen(name);
    return at === null ? [] : [{ at, name, how: 'model_first_seen' }];
  });
  return [...versions, ...models].toSorted(
    (one, other) => one.at - other.at || (one.name < other.name ? -1 : 1),
  );
}

/** Prompt versions that came after the log began: the first that it knows is no update. */
export function promptUpdates(marks: readonly Mark[]): Mark[] {
  const versions = marks.filter(({ how }) => how !== 'model_first_seen');
  const [first] = versions;
  return first?.how === 'first_seen' ? versions.slice(1) : versions;
}

/** The marks that are in these weeks, with the day of each in the project's time zone. */
export function shownMarks(
  marks: readonly Mark[],
  weeks: readonly string[],
  timeZone: string,
): VelocityReport['marks'] {
  const shown = new Set(weeks);
  const dayOf = createDayInZone(timeZone);
  return marks.flatMap(({ at, name, how }) => {
    const week = weekName(mondayOf(at, timeZone));
    return shown.has(week) ? [{ week, day: dayOf(at), name, how }] : [];
  });
}
