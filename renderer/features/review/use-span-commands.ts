import { useMemo, useSyncExternalStore } from 'react';
import { type Command, useCommands } from '../../app/key-map.ts';
import { hasSelectedOutput } from '../../ui/diff/output-range.ts';
import type { WordStep } from './word-cursor.ts';

export interface SpanKeys {
  /** False while the edit is being written. */
  readonly isReading: boolean;
  /** A change, a label or words are selected. */
  readonly hasChosen: boolean;
  /** A label or words are selected. */
  readonly hasOwnChoice: boolean;
  readonly hasSpans: boolean;
  readonly isSelecting: boolean;
  /** True where f opens something for the questions that is no failure mode. */
  readonly isTaken: boolean;
  /** The functions are stable. */
  readonly label: () => void;
  readonly labelWith: (number: number) => void;
  readonly remove: () => void;
  readonly goTo: (step: 1 | -1) => void;
  readonly selectWords: () => void;
  readonly step: (step: WordStep, isExtending: boolean) => void;
  readonly leave: () => void;
}

const arrows: readonly (readonly [key: string, step: WordStep, name: string])[] = [
  ['ArrowRight', 'next', 'the next word'],
  ['ArrowLeft', 'previous', 'the word before'],
  ['ArrowDown', 'next-sentence', 'the next sentence'],
  ['ArrowUp', 'previous-sentence', 'the sentence before'],
];

/** The keys of labels on parts of the output. */
export function useSpanCommands(options: SpanKeys): void {
  const { isReading, hasChosen, hasOwnChoice, hasSpans, isSelecting, isTaken } = options;
  const { label, labelWith, remove, goTo, selectWords, step, leave } = options;
  const hasSelected = useSyncExternalStore(subscribeToSelection, hasSelectedOutput);
  const hasTarget = isReading && (hasChosen || hasSelected);
  const commands = useMemo((): Command[] => {
    const on = (
      id: string,
      name: string,
      keys: readonly string[],
      run: () => void,
      enabled: boolean,
    ): Command => ({
      id: `review.part.${id}`,
      name,
      keys,
      group: 'Label',
      enabled,
      run,
    });
    const naming = Array.from({ length: 9 }, (_, index) => index + 1).map((number) =>
      on(
        `mode-${number}`,
        `Label the change or text with failure mode ${number}`,
        [`Shift+${number}`],
        () => labelWith(number),
        hasTarget,
      ),
    );
    const stepping = [false, true].flatMap((isExtending) =>
      arrows.map(([key, direction, name]) =>
        on(
          `${isExtending ? 'extend' : 'go'}.${direction}`,
          isExtending ? `Extend to ${name}` : `Go to ${name}`,
          [isExtending ? `Shift+${key}` : key],
          () => step(direction, isExtending),
          isReading && isSelecting,
        ),
      ),
    );
    return [
      on('label', 'Label the change or the selected text', ['Shift+L'], label, isReading),
      on('label-here', 'Label the selected change or text', isTaken ? [] : ['f'], label, hasTarget),
      ...naming,
      on('remove', 'Take my label off the change or text', ['Delete'], remove, hasTarget),
      on('next', 'Next label on the output', ['Shift+N'], () => goTo(1), isReading && hasSpans),
      on('previous', 'Previous label on the output', ['Shift+P'], () => goTo(-1), isReading && hasSpans),
      on('words', 'Select words of the output', ['Shift+W'], selectWords, isReading),
      ...stepping,
      on('leave', 'Leave the selected label or words', ['Escape'], leave, isReading && hasOwnChoice),
    ];
  }, [
    isReading,
    hasTarget,
    hasOwnChoice,
    hasSpans,
    isSelecting,
    isTaken,
    label,
    labelWith,
    remove,
    goTo,
    selectWords,
    step,
    leave,
  ]);
  useCommands('review.part', commands);
}

function subscribeToSelection(onChange: () => void): () => void {
  document.addEventListener('selectionchange', onChange);
  return () => document.removeEventListener('selectionchange', onChange);
}
