import { create } from 'zustand';
import type { FewShotOptions } from '../../shared/domain/fewshot/few-shot-options.ts';

interface FewShotDraft {
  /** The options as the screen was left; null where nobody changed any. */
  readonly options: FewShotOptions | null;
  /** Name of the set to compare with; null for the live one. */
  readonly compare: string | null;
  /** Which entry of the chosen set is open, counted from 0. */
  readonly index: number;
}

const fresh: FewShotDraft = { options: null, compare: null, index: 0 };

export const useFewShotDraft = create<FewShotDraft>()(() => fresh);

/** Another project was opened: its interactions and sets are others. */
export function forgetFewShot(): void {
  useFewShotDraft.setState(fresh);
}
