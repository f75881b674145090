import type { DiffMode } from '../../../shared/contract/app-operations.ts';
import type { SpanLabel } from '../../../shared/contract/item-operations.ts';
import type { Change } from '../../../shared/domain/diff/diff-texts.ts';
import { placeKey, type SpanPlace } from '../../../shared/domain/spans/span-place.ts';
import {
  type ChangeMark,
  type Chip,
  noMarks,
  type RangeMark,
  type TextMarks,
} from '../../ui/diff/text-marks.ts';
import { placeOfChange, spanName } from './span-target.ts';

export interface MarkedSpans {
  readonly spans: readonly SpanLabel[];
  /** Index of the label that is selected; -1 where none is. */
  readonly current: number;
  /** What is about to be labelled. */
  readonly target: SpanPlace | null;
  /** The changes of the edit on screen. */
  readonly changes: readonly Change[];
  readonly mode: DiffMode;
}

/** How the labels of an interaction show in its texts: on the change they are about, else on the part of the output. */
export function spanMarks({ spans, current, target, changes, mode }: MarkedSpans): TextMarks {
  if (spans.length === 0 && target === null) return noMarks;
  const byPlace = new Map(changes.map((change) => [placeKey(placeOfChange(change)), change]));
  const ranges: RangeMark[] = [];
  const marked = new Map<string, ChangeMark>();
  for (const [index, span] of spans.entries()) {
    const chip = chipOf(span, index, index === current);
    const change = byPlace.get(placeKey(span));
    if (change === undefined) {
      if (span.start < span.end) ranges.push({ start: span.start, end: span.end, tone: chip.tone, chip });
      continue;
    }
    const side = change.removed === '' || mode === 'edit-only' ? 'added' : 'removed';
    marked.set(change.id, { side, chips: [...(marked.get(change.id)?.chips ?? []), chip] });
  }
  if (target !== null && target.start < target.end && !byPlace.has(placeKey(target)))
    ranges.push({ start: target.start, end: target.end, tone: 'target', chip: null });
  return { ranges: ranges.toSorted((a, b) => a.start - b.start), changes: marked };
}

function chipOf(span: SpanLabel, index: number, isCurrent: boolean): Chip {
  const parts = [spanName(span), span.severity, span.annotator].filter((part) => part !== null);
  return { number: index + 1, tone: span.severity ?? 'plain', title: parts.join(' · '), isCurrent };
}
