import { describe, expect, it } from 'vitest';
import type { SpanLabel } from '../../../shared/contract/item-operations.ts';
import type { FailureMode } from '../../../shared/contract/review-operations.ts';
import { diffTexts } from '../../../shared/domain/diff/diff-texts.ts';
import { labelObstacle, selectionObstacle } from './label-obstacle.ts';
import { readingOf } from './reading.ts';
import { spanMarks } from './span-marks.ts';
import { numberedModes, placeOfChange, placeOfRange } from './span-target.ts';

const output = 'Dear customer, your order is late.';
const { changes } = diffTexts(output, 'Dear Ms. Lee, your order is very late.');

function span(part: Partial<SpanLabel>): SpanLabel {
  return {
    start: 0,
    end: 4,
    quote: 'Dear',
    added: null,
    annotator: 'Ana',
    failureMode: null,
    failureModeName: null,
    severity: null,
    note: null,
    category: null,
    origin: 'app',
    at: null,
    ...part,
  };
}

function failureMode(name: string, createdAt: number): FailureMode {
  return { id: name, name, definition: '', count: 0, createdAt };
}

function marksOf(spans: readonly SpanLabel[], mode: 'side-by-side' | 'edit-only' = 'side-by-side') {
  return spanMarks({ spans, current: 1, target: null, changes, mode });
}

describe('labels in the texts', () => {
  const [replaced, inserted] = changes.map(placeOfChange);

  it('stand on their change, behind the text that it took out or, where there is none, put in', () => {
    expect(replaced?.added).toBe('Ms. Lee');
    const { ranges, changes: marked } = marksOf([
      span({ ...replaced, severity: 'major' }),
      span({ ...replaced, annotator: 'Bo', category: 'Cliché' }),
      span({ ...inserted }),
    ]);
    expect(ranges).toEqual([]);
    expect(marked.get(changes[0]?.id ?? '')).toMatchObject({
      side: 'removed',
      chips: [
        { number: 1, tone: 'major', isCurrent: false },
        { number: 2, tone: 'plain', isCurrent: true, title: 'Cliché · Bo' },
      ],
    });
    expect(marked.get(changes[1]?.id ?? '')).toMatchObject({ side: 'added', chips: [{ number: 3 }] });
    expect(marksOf([span({ ...replaced })], 'edit-only').changes.get(changes[0]?.id ?? '')?.side).toBe(
      'added',
    );
  });

  it('stand on the output where they are about its text, or about a change that does not show', () => {
    const { ranges, changes: marked } = marksOf([
      span({ start: 20, end: 25 }),
      span({ start: 5, end: 13, added: 'Sir' }),
      span({ start: 4, end: 4, added: 'est' }),
    ]);
    expect(marked.size).toBe(0);
    expect(ranges.map(({ start, end, chip }) => [start, end, chip?.number])).toEqual([
      [5, 13, 2],
      [20, 25, 1],
    ]);
  });
});

describe('what can be labelled', () => {
  it('is selected text without the white space around it', () => {
    expect(placeOfRange(output, { start: 4, end: 15 })).toEqual({ start: 5, end: 14, added: null });
    expect(placeOfRange(output, { start: 4, end: 5 })).toBeNull();
  });

  it('is a part of the output only, as it was written', () => {
    const shown = { hasEdit: true, isOfEdits: false, isLaidOut: false, reading: readingOf(undefined) };
    expect(labelObstacle(shown)).toBeNull();
    expect(labelObstacle({ ...shown, isOfEdits: true })).toContain('Compare the edit with the output');
    expect(labelObstacle({ ...shown, isLaidOut: true })).toContain('JSON laid out anew');
    expect(labelObstacle({ ...shown, isLaidOut: true, hasEdit: false })).toBeNull();
    const inline = { ...shown, reading: { ...shown.reading, diffMode: 'inline', ignoreCase: true } as const };
    expect([labelObstacle(inline), selectionObstacle(inline)]).toEqual([
      null,
      expect.stringContaining('side by side'),
    ]);
  });

  it('has failure modes with numbers that no new one moves', () => {
    const before = [failureMode('b', 1), failureMode('a', 1), failureMode('c', 2)];
    const names = (modes: typeof before) => numberedModes(modes).map(({ name }) => name);
    expect(names(before)).toEqual(['a', 'b', 'c']);
    expect(names([failureMode('aa', 3), ...before])).toEqual(['a', 'b', 'c', 'aa']);
  });
});
