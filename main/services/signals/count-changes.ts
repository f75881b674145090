import { binOf } from '../../../shared/domain/signals/bin-of.ts';
import {
  catalogue,
  outcomeId,
  type SignalUnit,
  summaries,
} from '../../../shared/domain/signals/catalogue.ts';
import type { OutcomeDefinition } from '../../../shared/domain/signals/settings.ts';
import type { Database } from '../../db/database.ts';
import { addSignalCoverage } from '../../db/tables/signal-coverage.ts';
import { addSignalWeeks } from '../../db/tables/signal-weeks.ts';
import {
  addToCell,
  changeCount,
  type CountChange,
  type StoredValues,
} from '../../db/tables/signal-values.ts';

/** Gathers what bodies that come and go change in the counts, so that each count is written once a transaction. */
export interface CountChanges {
  readonly add: (values: StoredValues, by: 1 | -1) => void;
  /** Writes what was gathered; call it inside the transaction that writes the bodies. */
  readonly write: () => void;
}

/** How values of each signal are counted. A signal that nobody knows any more is counted as it was: as a number. */
export function unitsOf(outcomes: readonly OutcomeDefinition[]): ReadonlyMap<string, SignalUnit> {
  return new Map<string, SignalUnit>([
    ...catalogue.map(({ id, unit }) => [id, unit] as const),
    ...outcomes.map(({ name, unit }) => [outcomeId(name), unit] as const),
    [summaries.any, 'yes_no'],
    [summaries.usable, 'yes_no'],
    [summaries.quality, 'share'],
  ]);
}

export function createCountChanges(database: Database): CountChanges {
  const cells = new Map<number, number>();
  const counts = new Map<string, { -readonly [Key in keyof CountChange]: CountChange[Key] }>();
  return {
    add: ({ cellSeq, body, bins }, by) => {
      cells.set(cellSeq, (cells.get(cellSeq) ?? 0) + by);
      for (const [signal, value] of countedValues(body, bins)) {
        const key = `${cellSeq} ${signal} ${value}`;
        const known = counts.get(key);
        if (known === undefined) counts.set(key, { cellSeq, signal, value, by });
        else known.by += by;
      }
    },
    write: () => {
      for (const [cellSeq, by] of cells) if (by !== 0) addToCell(database, cellSeq, by);
      for (const change of counts.values()) if (change.by !== 0) changeCount(database, change);
      addSignalCoverage(database, counts.values());
      addSignalWeeks(database, counts.values());
      cells.clear();
      counts.clear();
    },
  };
}

/** Values as they are stored: as they are, and where one is counted as another, the bin beside it. */
export function storedTexts(
  values: Readonly<Record<string, number>>,
  units: ReadonlyMap<string, SignalUnit>,
): Pick<StoredValues, 'body' | 'bins'> {
  const bins: Record<string, number> = {};
  for (const [id, value] of Object.entries(values)) {
    const bin = binOf(units.get(id) ?? 'yes_no', value);
    if (bin !== value) bins[id] = bin;
  }
  const body = JSON.stringify(values);
  return { body, bins: Object.keys(bins).length === 0 ? null : JSON.stringify(bins) };
}

/** What stored values are counted as. */
export function* countedValues(body: string, bins: string | null): Generator<readonly [string, number]> {
  const values: Record<string, number> = JSON.parse(body);
  const counted: Record<string, number> = bins === null ? {} : JSON.parse(bins);
  for (const id in values) yield [id, counted[id] ?? values[id] ?? 0];
}
