import type { Message } from '../message.ts';
import type { RowPairing } from './row-pairing.ts';

/** One interaction as an export sees it. */
export interface ExportRow {
  readonly interactionId: string;
  /** The input, in order; empty where the source had none. */
  readonly messages: readonly Message[];
  readonly output: string;
  /** What a person left in place of the output; null where nobody edited it. */
  readonly edit: string | null;
  /** Failure modes of its changes, for sets that test for them. */
  readonly modes?: readonly RowMode[];
  readonly session?: string | null;
  readonly user?: string | null;
  /** Where limits or balance ask for them. */
  readonly model?: string | null;
  readonly promptVersion?: string | null;
  /** Where the recipe makes pairs of more than output and edit. */
  readonly pairing?: RowPairing;
}

export interface RowMode {
  readonly name: string;
  readonly definition: string;
}
