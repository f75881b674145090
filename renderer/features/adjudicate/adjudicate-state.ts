import { create } from 'zustand';

interface AdjudicateState {
  /** True while answers are shown without the names of who gave them. */
  readonly hidesNames: boolean;
  /** Notes typed for a resolution that is not made yet, by `itemId question`. */
  readonly notes: Readonly<Record<string, string>>;
}

/** State of the screen that is no engine state. Names are hidden until they are asked for: an answer counts, not who gave it. */
export const useAdjudicateState = create<AdjudicateState>()(() => ({ hidesNames: true, notes: {} }));

export function toggleNames(): void {
  useAdjudicateState.setState(({ hidesNames }) => ({ hidesNames: !hidesNames }));
}

export function setNote(key: string, text: string | null): void {
  useAdjudicateState.setState(({ notes }) => {
    const { [key]: _, ...others } = notes;
    return { notes: text === null ? others : { ...others, [key]: text } };
  });
}
