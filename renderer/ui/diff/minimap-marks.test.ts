import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignRows } from '../../../shared/domain/diff/diff-segments.ts';
import { diffTexts } from '../../../shared/domain/diff/diff-texts.ts';
import { minimapMarks } from './minimap-marks.ts';

function marks(output: string, edit: string) {
  return minimapMarks(alignRows(output, edit, diffTexts(output, edit)));
}

const lines = Array.from({ length: 100 }, (_, index) => `Line ${index}\n`);
const text = lines.join('');

describe('marks of the minimap', () => {
  it('stand where the changes are, by what they are', () => {
    const edit = [...lines.slice(0, 10), 'A new one here\n', ...lines.slice(10, 50), ...lines.slice(51, 90)];
    const found = marks(text, [...edit, 'Row 90\n', ...lines.slice(91)].join(''));
    expect(found.map(({ kind }) => kind)).toEqual(['added', 'removed', 'changed']);
    expect(found.map(({ start }) => Math.round(start * 100))).toEqual([10, 50, 90]);
  });

  it('are none for texts that are short or equal', () => {
    expect(marks('one\n', 'two\n')).toEqual([]);
    expect(marks(text, text)).toEqual([]);
  });

  it('say where a block was moved', () => {
    const block = 'The block that goes to another place in the text.\n';
    expect(marks(block + text, text + block).map(({ kind }) => kind)).toEqual(['moved', 'moved']);
  });

  it('are in order, inside the map, apart, and few however many changes there are', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 100, maxLength: 2_000 }), (changed) => {
        const output = changed.map((_, index) => `Line ${index}\n`).join('');
        const edit = changed.map((isChanged, index) => `${isChanged ? 'Row' : 'Line'} ${index}\n`).join('');
        let end = 0;
        const found = marks(output, edit);
        expect(found.length).toBeLessThanOrEqual(240);
        for (const mark of found) {
          expect(mark.start).toBeGreaterThanOrEqual(end);
          expect(mark.end).toBeGreaterThan(mark.start);
          end = mark.end;
        }
        expect(end).toBeLessThanOrEqual(1);
      }),
      { numRuns: 30 },
    );
  });
});
