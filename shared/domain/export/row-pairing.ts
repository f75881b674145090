import type { Result } from '../../result/result.ts';
import type { SkippedRow } from './row-finding.ts';

/** Which of two outputs people prefer; `neither` where they said that both are alike. */
export type Preferred = 'output' | 'other' | 'neither';

/** The worse answer of an input whose better one is the row's. */
export interface Contrast {
  readonly worse: string;
  /** How much higher the better answer was judged; null where nothing was measured. */
  readonly margin: number | null;
  /** Of the interaction that the worse answer is the output of. */
  readonly worseSeq?: number;
}

/** What a recipe's pairing reads of an interaction beside its output and edit. */
export type RowPairing =
  /** What the recipe's signal or question says of the output; null where it says nothing. */
  | { readonly kind: 'value'; readonly value: number | null }
  | {
      readonly kind: 'preference';
      readonly preferred: Result<Preferred, SkippedRow>;
      readonly other: string | null;
    }
  | { readonly kind: 'contrast'; readonly contrast: Result<Contrast, SkippedRow> };
