import { createContext } from 'react';
import type { Severity } from '../../../shared/domain/spans/severity.ts';

/** How a mark looks: by severity, without one, or as what is about to be labelled. */
export type MarkTone = Severity | 'plain' | 'target';

/** The sign behind a marked part. */
export interface Chip {
  /** Number of the label in the list of labels. */
  readonly number: number;
  readonly tone: MarkTone;
  /** What it says, in full. */
  readonly title: string;
  readonly isCurrent: boolean;
}

/** A part of the output that is marked; UTF-16 units, the end exclusive. */
export interface RangeMark {
  readonly start: number;
  readonly end: number;
  readonly tone: MarkTone;
  /** Null for a part without a sign. */
  readonly chip: Chip | null;
}

/** What of an output and its changes is marked. */
export interface TextMarks {
  /** In the order of their starts. */
  readonly ranges: readonly RangeMark[];
  /** By the change's id. */
  readonly changes: ReadonlyMap<string, ChangeMark>;
}

/** Signs of a change, and behind which of its two texts they stand. */
export interface ChangeMark {
  readonly side: 'removed' | 'added';
  readonly chips: readonly Chip[];
}

export const noMarks: TextMarks = { ranges: [], changes: new Map() };

/** The marks of the texts below; a context, so that rows without marks are not drawn anew. */
export const MarksContext = createContext<TextMarks>(noMarks);

/** A stretch of a text with the same marks all over. */
export interface MarkedStretch {
  readonly start: number;
  readonly end: number;
  /** The gravest of the marks; null where nothing is marked. */
  readonly tone: MarkTone | null;
  /** Signs of the marks that end with the stretch. */
  readonly chips: readonly Chip[];
}

/** Cuts a part of the output wherever a mark begins or ends; one stretch without tone where there is none. */
export function markedStretches(ranges: readonly RangeMark[], start: number, end: number): MarkedStretch[] {
  const inside = ranges.filter((range) => range.start < end && range.end > start);
  const cuts = inside.flatMap((range) => [Math.max(start, range.start), Math.min(end, range.end)]);
  const bounds = [...new Set([start, ...cuts, end])].toSorted((a, b) => a - b);
  return bounds.slice(1).map((to, index) => {
    const from = bounds[index] ?? start;
    const covering = inside.filter((range) => range.start < to && range.end > from);
    const ending = covering.filter((range) => range.end === to);
    return {
      start: from,
      end: to,
      tone: tones.find((tone) => covering.some((range) => range.tone === tone)) ?? null,
      chips: ending.flatMap(({ chip }) => chip ?? []),
    };
  });
}

const tones: readonly MarkTone[] = ['target', 'critical', 'major', 'minor', 'plain'];
