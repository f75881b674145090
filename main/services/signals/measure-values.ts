import type { SignalUnit } from '../../../shared/domain/signals/catalogue.ts';
import { catalogue } from '../../../shared/domain/signals/catalogue.ts';
import {
  bodyOf,
  createValuesOf,
  type InteractionValues,
  outcomeSignal,
} from '../../../shared/domain/signals/values-of.ts';
import type { Database } from '../../db/database.ts';
import { markSessionStale } from '../../db/tables/session-stale.ts';
import {
  deleteRemovedValues,
  deleteStaleValues,
  type InteractionToMeasure,
  type MetaPaths,
  nextToMeasure,
  readValues,
  someRemovedValues,
  someStaleValues,
  someToMeasure,
  type StoredValues,
  writeValues,
} from '../../db/tables/signal-values.ts';
import { createCellOf } from './cell-of.ts';
import { createCountChanges, storedTexts, unitsOf } from './count-changes.ts';
import type { Basis } from './project-facts.ts';
import { createMeasuredRowReader, type MeasuredRowReader } from './read-measured-rows.ts';

/** Works out values and stores them with their counts. Call its functions inside a transaction. */
export interface Measurer {
  /**
   * The next interactions behind a seq; returns the last of them, or null where there are none.
   * @param isNew they come to others that were measured before, which they may have made stale
   */
  readonly next: (after: number, limit: number, isNew: boolean) => number | null;
  /** Interactions that changed; returns how many there were. */
  readonly stale: (limit: number) => number;
  /** Takes values of deleted interactions out of the counts; returns how many there were. */
  readonly removed: (limit: number) => number;
}

export function createMeasurer(database: Database, basis: Basis): Measurer {
  const valuesOf = createValuesOf(basis.settings, basis.facts);
  const paths = pathsOf(basis);
  const units = unitsOf(basis.facts.outcomes);
  const strengths = strengthsOf(basis);

  const cellOf = createCellOf(database);
  const inOrder = createMeasuredRowReader(database);

  const store = (interactions: readonly InteractionToMeasure[], read: MeasuredRowReader): void => {
    const changes = createCountChanges(database);
    const rows = read(interactions);
    for (const [place, interaction] of interactions.entries()) {
      const row = rows[place];
      if (row === undefined) continue;
      const values = valuesOf(row);
      const made = {
        cellSeq: cellOf(interaction),
        ...textsOf(values, { strengths, units, usableFrom: basis.settings.usableFrom }),
      };
      const before = readValues(database, interaction.seq);
      if (before?.body === made.body && before.cellSeq === made.cellSeq) continue;
      if (before !== null) changes.add(before, -1);
      changes.add(made, 1);
      writeValues(database, interaction.seq, { ...made, quality: values.quality });
    }
    changes.write();
  };

  return {
    next: (after, limit, isNew) => {
      const interactions = nextToMeasure(database, paths, after, limit);
      if (isNew) for (const { seq, session } of interactions) markSessionStale(database, seq, session);
      store(interactions, inOrder);
      return interactions.at(-1)?.seq ?? null;
    },
    stale: (limit) => {
      const seqs = someStaleValues(database, limit);
      // An interaction that is gone meanwhile is not found, and one that got its seq is measured as any other.
      store(someToMeasure(database, paths, seqs), createMeasuredRowReader(database));
      deleteStaleValues(database, seqs);
      return seqs.length;
    },
    removed: (limit) => {
      const removed = someRemovedValues(database, limit);
      const changes = createCountChanges(database);
      for (const values of removed) changes.add(values, -1);
      changes.write();
      const last = removed.at(-1);
      if (last !== undefined) deleteRemovedValues(database, last.seq);
      return removed.length;
    },
  };
}

/** The values of one interaction as it is now; null where it is not there. */
export function valuesOfInteraction(database: Database, seq: number, basis: Basis): InteractionValues | null {
  const [row] = createMeasuredRowReader(database)(someToMeasure(database, pathsOf(basis), [seq]));
  return row === undefined ? null : createValuesOf(basis.settings, basis.facts)(row);
}

function textsOf(
  values: InteractionValues,
  read: {
    readonly strengths: ReadonlyMap<string, number>;
    readonly units: ReadonlyMap<string, SignalUnit>;
    readonly usableFrom: number;
  },
): Pick<StoredValues, 'body' | 'bins'> {
  return storedTexts(bodyOf(values, read.strengths, read.usableFrom), read.units);
}

function strengthsOf({ facts }: Basis): ReadonlyMap<string, number> {
  const outcomes = facts.outcomes.map((outcome) => outcomeSignal(outcome));
  return new Map([...catalogue, ...outcomes].map(({ id, strength }) => [id, strength]));
}

function pathsOf({ fields }: Basis): MetaPaths {
  return { surface: pathOf(fields.surface), segment: pathOf(fields.segment) };
}

function pathOf(field: string | null): string | null {
  return field === null ? null : `$.${JSON.stringify(field)}`;
}
