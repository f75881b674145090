import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Item, SpanLabel } from '../../../shared/contract/item-operations.ts';
import type { FailureMode } from '../../../shared/contract/review-operations.ts';
import type { Question } from '../../../shared/domain/schema/label-schema.ts';
import type { SpanPlace } from '../../../shared/domain/spans/span-place.ts';
import type { SpanValue } from '../../../shared/domain/spans/span-value.ts';
import { useQueries } from '../../api/query-utils.ts';
import type { TextMarks } from '../../ui/diff/text-marks.ts';
import type { ActQueue } from './act-queue.ts';
import { labelObstacle } from './label-obstacle.ts';
import { announce } from './review-state.ts';
import type { SpanListProps } from './span-list.tsx';
import type { SpanPickerProps } from './span-picker.tsx';
import { isSamePlace, numberedModes, ownSpan, quoteOf, spanName, valueOfSpan } from './span-target.ts';
import { useSpanCommands } from './use-span-commands.ts';
import { type SpansOptions, useSpans } from './use-spans.ts';
import { useStableCallback } from './use-stable-callback.ts';

export interface SpanLabelsOptions extends SpansOptions {
  readonly annotator: string;
  readonly acts: ActQueue;
  readonly asked: readonly Question[];
  readonly failureModes: readonly FailureMode[];
  readonly isReading: boolean;
  readonly nameAnnotator: () => void;
  /** The newest state of the interaction: keys may come faster than the screen is drawn. */
  readonly newestItem: () => Item;
}

export interface SpanLabels {
  readonly marks: TextMarks;
  readonly list: Omit<SpanListProps, 'spans' | 'annotator'>;
  /** Null while no label is being given. */
  readonly picker: SpanPickerProps | null;
  /** By the number that it has in the list. */
  readonly selectLabel: (number: number) => void;
}

const nothingChosen = 'Select a change (n), a label (Shift+N) or words (Shift+W) first.';

/** Labels on changes and on parts of the output: what shows, the keys, and what is sent to the engine. */
export function useSpanLabels(options: SpanLabelsOptions): SpanLabels {
  const { item, annotator, acts, asked, changes, isReading, newestItem } = options;
  const queries = useQueries();
  const queryClient = useQueryClient();
  const spans = useSpans(options);
  const modes = useMemo(() => numberedModes(options.failureModes), [options.failureModes]);

  const send = async (place: SpanPlace, value: SpanValue | null) => {
    // Words that were selected are labelled now; what they look like labelled must not be hidden.
    if (spans.isSelecting) spans.leave();
    else if (spans.picking !== null) spans.pick(null);
    const result = await acts.labelSpan({ itemId: item.id, annotator, place, value });
    if (!result.ok) return;
    const label = ownSpan(result.value, annotator, place);
    announce(
      label === undefined ? 'The label is removed. Undo brings it back.' : `Labelled: ${sayLabel(label)}`,
    );
    queryClient.setQueryData(queries.review.failureModes.queryKey(), (known) =>
      known === undefined || label === undefined ? known : [...withModeOf(known, label)],
    );
  };
  const withTarget = (act: (place: SpanPlace) => void) => {
    const place = spans.target();
    if (annotator === '') options.nameAnnotator();
    else if (place !== null) act(place);
    else announce(labelObstacle(options.shownTexts) ?? nothingChosen);
  };
  const label = useStableCallback(() => withTarget(spans.pick));
  const labelWith = useStableCallback((number: number) =>
    withTarget((place) => {
      const mode = modes[number - 1];
      if (mode === undefined) return announce(`There is no failure mode ${number} yet. Press f to add one.`);
      const own = ownSpan(newestItem(), annotator, place);
      const value = own === undefined ? null : valueOfSpan(own);
      // The failure mode that stands is taken back by its key, as an answer is.
      const isTakenBack = value?.failureMode === mode.id;
      void send(place, isTakenBack ? null : { severity: null, note: null, ...value, failureMode: mode.id });
    }),
  );
  const remove = useStableCallback(() =>
    withTarget((place) => {
      if (ownSpan(newestItem(), annotator, place) !== undefined) void send(place, null);
      else announce('You have not labelled this, so there is nothing of yours to remove.');
    }),
  );
  const goTo = useStableCallback((step: 1 | -1) =>
    spans.select(spans.current < 0 ? (step === 1 ? 0 : -1) : spans.current + step),
  );
  const selectLabel = useStableCallback((number: number) => spans.select(number - 1));

  useSpanCommands({
    isReading,
    hasChosen: changes.currentId !== null || spans.current >= 0 || spans.isSelecting,
    hasOwnChoice: spans.current >= 0 || spans.isSelecting,
    hasSpans: item.spans.length > 0,
    isSelecting: spans.isSelecting,
    isTaken: useMemo(() => asked.some(takesF), [asked]),
    label,
    labelWith,
    remove,
    goTo,
    selectWords: spans.selectWords,
    step: spans.step,
    leave: spans.leave,
  });

  const { picking, current, select } = spans;
  return {
    marks: spans.marks,
    selectLabel,
    list: useMemo(
      () => ({ current, onSelect: select, onChange: label, onRemove: remove }),
      [current, select, label, remove],
    ),
    picker:
      picking === null
        ? null
        : {
            quote: quoteOf(item.output.slice(picking.start, picking.end), picking.added),
            value: valueAt(item, annotator, picking),
            isKnown: ownSpan(item, annotator, picking) !== undefined,
            failureModes: modes,
            onClose: () => spans.pick(null),
            onSet: (value) => void send(picking, value),
          },
  };
}

/** What this annotator said of a place, else what somebody else did, to begin with. */
function valueAt(item: Item, annotator: string, place: SpanPlace): SpanValue | null {
  const label = ownSpan(item, annotator, place) ?? item.spans.find((span) => isSamePlace(span, place));
  return label === undefined ? null : valueOfSpan(label);
}

function sayLabel(label: SpanLabel): string {
  return label.severity === null ? spanName(label) : `${spanName(label)}, ${label.severity}`;
}

/** The failure modes with the one that a label created, so that it has its number at once. */
function withModeOf(known: readonly FailureMode[], label: SpanLabel): readonly FailureMode[] {
  const { failureMode: id, failureModeName: name } = label;
  if (id === null || name === null || known.some((mode) => mode.id === id)) return known;
  return [...known, { id, name, definition: '', count: 0, createdAt: Date.now() }];
}

/** Whether f answers the question, or begins an answer. Of a question about failure modes it is the same thing, elsewhere. */
function takesF(question: Question): boolean {
  if (question.kind === 'failure_mode') return false;
  const options = 'options' in question ? question.options : [];
  return question.key === 'f' || options.some(({ key }) => key === 'f');
}
