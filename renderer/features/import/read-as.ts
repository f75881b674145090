import type { Brings } from '../../../shared/contract/import-operations.ts';

/** A file, and how a person wants it read: part of every question about it that the engine is asked. */
export interface ReadAs {
  readonly path: string;
  /** Undefined: the tool that is recognised; null: the rows as they stand. */
  readonly adapter?: string | null;
  /** Undefined: what the tool's rows are, or interactions. */
  readonly brings?: Brings;
}
