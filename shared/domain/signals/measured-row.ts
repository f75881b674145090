import type { SignalKind } from '../mapping/mapped-row.ts';
import type { RequeryPair } from './requery-decision.ts';

/** A signal as the log has it. */
export interface LoggedSignal {
  readonly kind: SignalKind;
  readonly name: string;
  readonly number: number | null;
  readonly text: string | null;
  readonly unit: string | null;
  /** UTC milliseconds; null where the log has no time. */
  readonly at: number | null;
}

/** A later interaction that may ask the same again, with what people said of it. */
export interface FoundRequery extends RequeryPair {
  readonly verdict: 'yes' | 'no' | null;
}

/** What values of signals are worked out from, of one interaction. */
export interface MeasuredRow {
  readonly session: string | null;
  readonly user: string | null;
  readonly createdAt: number | null;
  /** Whether a text that a person left is there, and whether it differs from the output. */
  readonly hasEdit: boolean;
  readonly edited: boolean;
  readonly labelled: boolean;
  /** Of the edit that is shown; null where it is not measured. */
  readonly hter: number | null;
  readonly shareKept: number | null;
  /** In the order of time; signals without one come first, in the order of import. */
  readonly signals: readonly LoggedSignal[];
  /** Later interactions that are like it. */
  readonly requeries: readonly FoundRequery[];
  /** Whether no later interaction of its session is there; null without a session. */
  readonly isLastOfSession: boolean | null;
}

/** A value of a signal, and why it is that. */
export interface SignalValue {
  readonly value: number;
  /** A sentence. */
  readonly reason: string;
}

/** Null where it is not known, which is never the same as no. */
export type DerivedValue = SignalValue | null;

export const yes = (reason: string): SignalValue => ({ value: 1, reason });
export const no = (reason: string): SignalValue => ({ value: 0, reason });
