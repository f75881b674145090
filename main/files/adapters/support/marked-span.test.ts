import { describe, expect, it } from 'vitest';
import { markedSpans } from './marked-span.ts';

const output = '🎵 Hello there';

describe('markedSpans', () => {
  it('counts as the tool does, and names the text', () => {
    const marks = [{ name: 'GREETING', start: 2, end: 7 }];
    expect(markedSpans(output, marks, { annotator: 'ana', unit: 'code_point' })).toEqual([
      { start: 2, end: 7, text: 'Hello', category: 'GREETING', annotator: 'ana' },
    ]);
    expect(markedSpans(output, marks, { annotator: null, unit: 'utf16' })).toMatchObject([{ text: ' Hell' }]);
  });

  it.each([
    ['of another text', { start: 3, end: 8, text: 'Howdy' }],
    ['past the end', { start: 90, end: 95 }],
    ['of nothing', { start: 3, end: 3 }],
    ['in an HTML path', { start: '/p[1]/text()[1]', end: '/p[1]/text()[1]' }],
  ])('leaves out a mark %s', (_, mark) => {
    expect(markedSpans(output, [{ name: 'x', ...mark }], { annotator: null, unit: 'utf16' })).toEqual([]);
  });
});
