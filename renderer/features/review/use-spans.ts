import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Item, SpanLabel } from '../../../shared/contract/item-operations.ts';
import type { Change, TextDiff } from '../../../shared/domain/diff/diff-texts.ts';
import { placeKey, type SpanPlace } from '../../../shared/domain/spans/span-place.ts';
import { firstPlaceInView, selectedOutput } from '../../ui/diff/output-range.ts';
import type { TextMarks } from '../../ui/diff/text-marks.ts';
import { labelObstacle, selectionObstacle, type ShownTexts } from './label-obstacle.ts';
import { announce } from './review-state.ts';
import { spanMarks } from './span-marks.ts';
import { isSamePlace, placeOfChange, placeOfRange } from './span-target.ts';
import type { ChangeCursor } from './use-changes.ts';
import { useStableCallback } from './use-stable-callback.ts';
import {
  rangeOf,
  stepWords,
  type TextWords,
  wordAt,
  type WordSelection,
  type WordStep,
  wordsOf,
} from './word-cursor.ts';

export interface SpansOptions {
  readonly item: Item;
  /** Differences of the texts on screen; null while they are not known. */
  readonly diff: TextDiff | null;
  readonly shownTexts: ShownTexts;
  readonly changes: ChangeCursor;
}

/** The labels on parts of one output, and the part that is chosen. The functions are stable. */
export interface Spans {
  readonly marks: TextMarks;
  /** Index of the selected label; -1 where none is. */
  readonly current: number;
  /** True while words are being selected by keys. */
  readonly isSelecting: boolean;
  /** The place whose label is being given; null while the picker is closed. */
  readonly picking: SpanPlace | null;
  /** What a label would be put on now: selected text, selected words, a selected label, the selected change. */
  readonly target: () => SpanPlace | null;
  readonly select: (index: number) => void;
  readonly selectWords: () => void;
  readonly step: (step: WordStep, isExtending: boolean) => void;
  readonly pick: (place: SpanPlace | null) => void;
  /** Chooses nothing any more. */
  readonly leave: () => void;
}

interface Words {
  readonly words: TextWords;
  readonly selection: WordSelection;
}

interface Chosen {
  readonly itemId: string;
  /** The change that was selected then: another one selected since is what is meant now. */
  readonly changeId: string | null;
  readonly label?: string;
  readonly words?: Words;
  readonly picking?: SpanPlace | null;
}

export function useSpans({ item, diff, shownTexts, changes }: SpansOptions): Spans {
  const isOfOutput = labelObstacle(shownTexts) === null;
  const obstacle = selectionObstacle(shownTexts);
  const mode = shownTexts.reading.diffMode;
  const changed = isOfOutput ? (diff?.changes ?? noChanges) : noChanges;
  const [latest, setChosen] = useState<Chosen | null>(null);
  const chosen = latest?.itemId === item.id && latest.changeId === changes.currentId ? latest : null;
  const choose = (part: Pick<Chosen, 'label' | 'words' | 'picking'>) =>
    setChosen({ itemId: item.id, changeId: changes.currentId, ...part });

  const { spans, output } = item;
  const current =
    chosen?.label === undefined ? -1 : spans.findIndex((span) => labelKey(span) === chosen.label);
  const words = chosen?.words;
  const wordsPlace = words === undefined ? null : { ...rangeOf(words.words, words.selection), added: null };
  const picking = chosen?.picking ?? null;
  const shown = picking ?? wordsPlace;
  const [start, end, added] = [shown?.start, shown?.end, shown?.added ?? null];
  const marks = useMemo(
    () =>
      spanMarks({
        spans: isOfOutput ? spans : noSpans,
        current,
        target: start === undefined || end === undefined ? null : { start, end, added },
        changes: changed,
        mode,
      }),
    [spans, current, start, end, added, changed, isOfOutput, mode],
  );

  const isSelecting = words !== undefined;
  useEffect(() => {
    if (isSelecting) document.querySelector('mark[data-tone=target]')?.scrollIntoView({ block: 'nearest' });
    // Only another place scrolls.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [isSelecting, start, end]);

  const target = (): SpanPlace | null => {
    const selected = obstacle === null ? selectedOutput() : null;
    const place = selected === null ? null : placeOfRange(output, selected);
    if (place !== null) return place;
    if (wordsPlace !== null) return wordsPlace;
    const label = spans[current];
    if (label !== undefined) return { start: label.start, end: label.end, added: label.added };
    const change = changed.find(({ id }) => id === changes.currentId);
    return change === undefined ? null : placeOfChange(change);
  };

  return {
    marks,
    current,
    isSelecting,
    picking,
    target: useStableCallback(target),
    select: useStableCallback((index: number) => {
      const label = spans.at(index % Math.max(1, spans.length));
      if (label === undefined) return;
      // The change that it is about is selected as well, which brings it into view in a text of any length.
      const change = changed.find((candidate) => isSamePlace(placeOfChange(candidate), label));
      if (change !== undefined) changes.select(change.id);
      setChosen({ itemId: item.id, changeId: change?.id ?? changes.currentId, label: labelKey(label) });
    }),
    selectWords: useStableCallback(() => {
      if (obstacle !== null) return announce(obstacle);
      const found = wordsOf(output);
      const change = changed.find(({ id }) => id === changes.currentId);
      const selection = wordAt(found, change?.outputStart ?? firstPlaceInView());
      if (selection === null) return announce('The output has no words to select.');
      choose({ words: { words: found, selection } });
      announce('Arrow keys go by words and sentences, Shift extends, f labels the selection, Escape leaves.');
    }),
    step: useStableCallback((step: WordStep, isExtending: boolean) => {
      if (words === undefined) return;
      choose({ words: { ...words, selection: stepWords(words.words, words.selection, step, isExtending) } });
    }),
    pick: useStableCallback((place: SpanPlace | null) => {
      const label = spans[current];
      choose({
        picking: place,
        ...(words === undefined ? {} : { words }),
        ...(label === undefined ? {} : { label: labelKey(label) }),
      });
    }),
    leave: useCallback(() => setChosen(null), []),
  };
}

const noChanges: readonly Change[] = [];
const noSpans: readonly SpanLabel[] = [];

function labelKey(span: SpanPlace & { readonly annotator: string }): string {
  return `${span.annotator} ${placeKey(span)}`;
}
