import type { FileFormat, FileShape } from '../../../shared/domain/file-shape.ts';
import type { RowMapper } from '../../../shared/domain/mapping/map-row.ts';
import type { Mapping } from '../../../shared/domain/mapping/mapping.ts';

/** What an import job is started with. */
export interface ImportJobInput {
  readonly path: string;
  /** Overrides the detected format. */
  readonly format?: FileFormat | undefined;
  /** Name of the source; the file's name where none is given. */
  readonly name?: string | undefined;
  /** The guessed mapping where none is given. */
  readonly mapping?: Mapping | undefined;
  /** Id for the source; null for a dry run, which writes nothing. */
  readonly sourceId: string | null;
}

/** A file whose shape and mapping are settled. */
export interface ImportPlan {
  readonly path: string;
  readonly name: string;
  readonly shape: FileShape;
  readonly mapping: Mapping;
  readonly mapRow: RowMapper;
}

/** Counts of rows; always read = imported + duplicates + rejected. */
export interface ImportTally {
  read: number;
  imported: number;
  /** Rows whose interaction was there already. */
  duplicates: number;
  rejected: number;
  /** What rows of known interactions brought that was not there yet. */
  editsAdded: number;
  labelsAdded: number;
  signalsAdded: number;
}

export function createTally(): ImportTally {
  return { read: 0, imported: 0, duplicates: 0, rejected: 0, editsAdded: 0, labelsAdded: 0, signalsAdded: 0 };
}

/** What an import job reports when it ends. */
export interface ImportReport extends Readonly<ImportTally> {
  /** Null after a dry run. */
  readonly sourceId: string | null;
  readonly name: string;
  /** Until every row could be listed. */
  readonly secondsToRows: number;
  /** Until the search index was built too. */
  readonly seconds: number;
}
