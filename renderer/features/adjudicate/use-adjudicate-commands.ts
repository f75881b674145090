import { useEffect, useMemo, useRef } from 'react';
import { type AnswerKey, chosen } from '../../../shared/domain/schema/answer-keys.ts';
import type { LabelValue } from '../../../shared/domain/schema/label-schema.ts';
import { type Command, useCommands } from '../../app/key-map.ts';

export interface AdjudicateActions {
  readonly keys: readonly AnswerKey[];
  /** The choice that stands. */
  readonly value: LabelValue | undefined;
  readonly resolve: (choice: LabelValue | null) => void;
  readonly next: () => void;
  readonly previous: () => void;
  readonly openInReview: () => void;
}

/** The name by which the field of the note is found. */
export const noteField = 'resolution-note';

/** The keys of the screen; registered anew only when the answers have others. */
export function useAdjudicateCommands(actions: AdjudicateActions): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  const { keys } = actions;
  const names = JSON.stringify(keys.map((key) => [key.keys, key.name, key.value]));
  const commands = useMemo(() => {
    const on = (
      id: string,
      name: string,
      bound: readonly string[],
      run: (now: AdjudicateActions) => void,
    ): Command => ({
      id: `adjudicate.${id}`,
      name,
      keys: bound,
      group: 'Adjudicate',
      run: () => run(latest.current),
    });
    return [
      on('next', 'Next disagreement, this one as it is', ['j', 'ArrowDown', 'Enter', 's'], (now) =>
        now.next(),
      ),
      on('previous', 'Previous disagreement', ['k', 'ArrowUp'], (now) => now.previous()),
      on('note', 'Write a note on the resolution', ['i'], focusNote),
      on('review', 'Open it in the review', ['Shift+R'], (now) => now.openInReview()),
      ...latest.current.keys.map((key) =>
        on(`answer.${String(key.value)}`, key.name, [key.keys], (now) =>
          now.resolve(chosen(key.question, now.value, key.value)),
        ),
      ),
    ];
    // Their texts say all that the commands hold of the keys.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [names]);
  useCommands('adjudicate', commands);
}

function focusNote(): void {
  const field = document.querySelector(`[data-question="${noteField}"]`);
  if (!(field instanceof HTMLTextAreaElement)) return;
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}
