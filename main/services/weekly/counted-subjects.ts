import type { WeeklyRow } from '../../../shared/contract/weekly-operations.ts';
import type { Database } from '../../db/database.ts';
import {
  clusterExamples,
  countedModes,
  type ExampleOrder,
  type ExampleRow,
  isModeSeenAfter,
  modeExamples,
  proposedClusters,
  type SubjectWeeks,
  weeksOfCluster,
  weeksOfMode,
} from '../../db/tables/weekly-counts.ts';

/** A failure mode, or a cluster that nobody has decided on, and how its weeks are read. */
export interface CountedSubject {
  readonly described: Pick<WeeklyRow, 'subject' | 'name' | 'colour' | 'status' | 'severity' | 'owner'>;
  readonly weeks: SubjectWeeks;
  /** Whether it was seen in the week after it was said to be fixed. */
  readonly isBackIn: (monday: number) => boolean;
  readonly examplesOf: (monday: number, order: ExampleOrder) => ExampleRow[];
}

export function countedSubjects(database: Database): CountedSubject[] {
  const modes = countedModes(database).map((mode): CountedSubject => {
    const { seq, id, name, colour, status, statusAt, severity, owner } = mode;
    return {
      described: { subject: { kind: 'mode', id }, name, colour, status, severity, owner },
      weeks: weeksOfMode(database, mode),
      isBackIn: (monday) =>
        status === 'fixed' && statusAt !== null && isModeSeenAfter(database, seq, monday, statusAt),
      examplesOf: (monday, order) => modeExamples(database, mode, monday, order),
    };
  });
  const clusters = proposedClusters(database).map((cluster): CountedSubject => {
    const { id, name, colour } = cluster;
    return {
      described: {
        subject: { kind: 'cluster', id },
        name,
        colour,
        status: null,
        severity: null,
        owner: null,
      },
      weeks: weeksOfCluster(database, cluster),
      isBackIn: () => false,
      examplesOf: (monday, order) => clusterExamples(database, cluster, monday, order),
    };
  });
  return [...modes, ...clusters];
}
