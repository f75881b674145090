import type { SignalKind } from '../mapping/mapped-row.ts';
import type { SignalSettings } from './settings.ts';

/** A signal of the log with what it means. */
export interface LoggedSignal {
  readonly kind: SignalKind;
  /** As the log names it. */
  readonly name: string;
  /** The signal of the catalogue that it means (see `catalogueIdOf`), or `action`; null where it means none. */
  readonly id: string | null;
  readonly number: number | null;
  readonly text: string | null;
  readonly unit: string | null;
  /** Milliseconds since 1970. */
  readonly at: number | null;
}

/** A later interaction that the settings take for the same question asked again. */
export interface FollowingRequery {
  readonly scope: 'session' | 'user';
  readonly likeness: number;
  readonly gapMs: number | null;
}

/** What is known of an interaction before its values are worked out. No texts of inputs and outputs. */
export interface SignalInput {
  /** Milliseconds since 1970. */
  readonly createdAt: number | null;
  readonly session: string | null;
  readonly user: string | null;
  /** By time, those without one first, then in the order of import. */
  readonly signals: readonly LoggedSignal[];
  /** Whether there is a final text, and whether it differs from the output. */
  readonly hasEdit: boolean;
  readonly isEdited: boolean;
  /** Of the final text; null where there is none or it is not measured yet. */
  readonly metrics: { readonly hter: number | null; readonly shareKept: number | null } | null;
  /** Answers of annotators that stand. */
  readonly labels: number;
  /** Whether no later interaction of its session is there; null where it has no session. */
  readonly isLastOfSession: boolean | null;
  readonly requery: FollowingRequery | null;
}

/** What is known of the project as a whole; read once for many interactions. */
export interface ProjectFacts {
  /** The latest interaction, in milliseconds since 1970. */
  readonly newestAt: number | null;
  /** Ids of signals that the log has anywhere, with `action` and actions such as `action.copied`. */
  readonly logged: ReadonlySet<string>;
  /** Least and greatest rating; null where there is none. */
  readonly ratings: { readonly least: number; readonly greatest: number } | null;
  /** Until when each outcome would be in the project if it had come (see `readFeedEnds`). */
  readonly feedEnds: ReadonlyMap<string, number>;
}

/** A value with why it is so, in a sentence. */
export interface DerivedValue {
  readonly value: number;
  readonly reason: string;
}

/** Works out one signal of an interaction; null where it is not known. */
export type DeriveValue = (
  input: SignalInput,
  settings: SignalSettings,
  facts: ProjectFacts,
) => DerivedValue | null;
