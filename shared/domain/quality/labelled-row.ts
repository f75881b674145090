/** A labelled interaction with its signal values. */
export interface LabelledRow {
  /** What labels say of the output, all in all. */
  readonly isGood: boolean;
  readonly session: string | null;
  readonly user: string | null;
  /** By signal id; what is not known is absent. */
  readonly values: Readonly<Record<string, number>>;
}
