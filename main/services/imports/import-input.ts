import type { JoinCoverage } from '../../../shared/contract/join-coverage.ts';
import type {
  Brings,
  ImportOptions,
  PersonalData,
  TargetPreview,
} from '../../../shared/contract/import-operations.ts';
import type { FileFormat, FileShape } from '../../../shared/domain/file-shape.ts';
import type { Mapping } from '../../../shared/domain/mapping/mapping.ts';
import { noCounts } from '../../db/tables/sources.ts';
import type { ImportMapper } from './prepare-row.ts';

/** What an import job is started with. */
export interface ImportJobInput {
  readonly path: string;
  /** Overrides the detected format. */
  readonly format?: FileFormat | undefined;
  /** Overrides the detected adapter; null reads rows as they stand. */
  readonly adapter?: string | null | undefined;
  /** The table of a database. */
  readonly table?: string | undefined;
  /** Name of the source; the file's name where none is given. */
  readonly name?: string | undefined;
  /** The guessed mapping where none is given. */
  readonly mapping?: Mapping | undefined;
  /** What the adapter says, or interactions, where nothing is given. */
  readonly brings?: Brings | undefined;
  readonly options?: ImportOptions | undefined;
  /** Id for the source; null for a dry run, which writes nothing. */
  readonly sourceId: string | null;
  /** Goes on with an import of the same file that was cut off, where there is one. */
  readonly resume?: boolean | undefined;
  /** The key of the pseudonyms as base64url, where users get some. It is never stored. */
  readonly pseudonymKey?: string | undefined;
}

/** A file whose shape and mapping are settled. */
export interface ImportPlan {
  readonly path: string;
  readonly name: string;
  readonly shape: FileShape;
  readonly mapping: Mapping;
  readonly mapper: ImportMapper;
  readonly options: ImportOptions;
  readonly fileStamp: string | null;
}

/** Counts of rows; always read = imported + attached + duplicates + rejected + skipped. */
export interface ImportTally {
  read: number;
  imported: number;
  /** Rows that brought something to interactions of other rows. */
  attached: number;
  /** Rows whose interaction was there already, or that brought nothing new to it. */
  duplicates: number;
  rejected: number;
  /** Rows that are no interactions. */
  skipped: number;
  /** What rows of known interactions brought that was not there yet. */
  editsAdded: number;
  labelsAdded: number;
  signalsAdded: number;
  readonly skipReasons: Record<string, number>;
}

export function createTally(): ImportTally {
  return { ...noCounts, skipReasons: {} };
}

/** How many rows came to something or were rejected: the place in the file's rows that an import has reached. */
export function placeOf(tally: ImportTally): number {
  return tally.read - tally.skipped;
}

export function addSkipped(tally: ImportTally, reasons: readonly string[]): void {
  for (const reason of reasons) {
    tally.read += 1;
    tally.skipped += 1;
    tally.skipReasons[reason] = (tally.skipReasons[reason] ?? 0) + 1;
  }
}

/** What an import job reports when it ends. */
export interface ImportReport extends Readonly<ImportTally> {
  /** Null after a dry run. */
  readonly sourceId: string | null;
  readonly name: string;
  /** Per target of the mapping, over the whole file; only of a dry run. */
  readonly targets: readonly TargetPreview[] | null;
  readonly unmapped: Readonly<Record<string, number>>;
  readonly personalData: PersonalData | null;
  /** How rows of attachments would be joined; only of a dry run. */
  readonly coverage: JoinCoverage | null;
  /** Until every row could be listed. */
  readonly secondsToRows: number;
  /** Until the search index was built too. */
  readonly seconds: number;
}
