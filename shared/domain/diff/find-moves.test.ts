import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignRows } from './diff-segments.ts';
import { diffTexts } from './diff-texts.ts';

const paragraphs = [
  'The first paragraph says what the customer asked for and when.\n',
  'Second, we explain how a refund is made and how long it takes.\n',
  'In the end we thank the customer and offer a voucher for next time.\n',
  'A line about the weather, which nobody asked for.\n',
  'שלום לכולם זהו טקסט לדוגמה עם מילים רבות מאוד.\n',
  '今日は良い天気ですね。散歩に行きましょう、みんなで一緒に。\n',
];

/** Two arrangements of some of the paragraphs, each with words of its own put in. */
const arrangement = fc
  .tuple(
    fc.shuffledSubarray(paragraphs, { minLength: 2 }),
    fc.array(fc.tuple(fc.nat(60), fc.constantFrom('new ', 'word ', '\n', 'x'))),
  )
  .map(([parts, additions]) => {
    let text = parts.join('');
    for (const [place, word] of additions.slice(0, 3)) text = text.slice(0, place) + word + text.slice(place);
    return text;
  });

function moved(output: string, edit: string, level: 'word' | 'line' = 'word') {
  return diffTexts(output, edit, { level }).moves.map((move) =>
    output.slice(move.outputStart, move.outputEnd),
  );
}

describe('moves', () => {
  it('are stretches of both texts that are the same, inside the two changes they name', () => {
    fc.assert(
      fc.property(arrangement, arrangement, fc.constantFrom('word', 'line'), (output, edit, level) => {
        const { moves, changes } = diffTexts(output, edit, { level });
        const byId = new Map(changes.map((change) => [change.id, change]));
        for (const move of moves) {
          const text = output.slice(move.outputStart, move.outputEnd);
          expect(edit.slice(move.editStart, move.editEnd)).toBe(text);
          expect(text.trim()).not.toBe('');
          expect(move.from).not.toBe(move.to);
          const [from, to] = [byId.get(move.from), byId.get(move.to)];
          expect(from?.removed).toContain(text);
          expect(to?.added).toContain(text);
          expect(from?.outputStart).toBeLessThanOrEqual(move.outputStart);
          expect(to?.editEnd).toBeGreaterThanOrEqual(move.editEnd);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('share no text with each other, on either side', () => {
    fc.assert(
      fc.property(arrangement, arrangement, (output, edit) => {
        const { moves } = diffTexts(output, edit);
        let end = -1;
        for (const move of moves) {
          expect(move.outputStart).toBeGreaterThanOrEqual(end);
          end = move.outputEnd;
        }
        end = -1;
        for (const move of moves.toSorted((left, right) => left.editStart - right.editStart)) {
          expect(move.editStart).toBeGreaterThanOrEqual(end);
          end = move.editEnd;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are the same every time, and mirrored when the texts are swapped', () => {
    fc.assert(
      fc.property(arrangement, arrangement, (output, edit) => {
        const { moves } = diffTexts(output, edit);
        expect(diffTexts(output, edit).moves).toEqual(moves);
        const places = diffTexts(edit, output).moves.map((move) => [move.editStart, move.outputStart]);
        const expected = moves.map((move) => [move.outputStart, move.editStart]);
        expect(places.toSorted(([left = 0], [right = 0]) => left - right)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('leave every side of the rows whole', () => {
    fc.assert(
      fc.property(arrangement, arrangement, (output, edit) => {
        const rows = alignRows(output, edit, diffTexts(output, edit));
        for (const { text, pieces } of rows.flatMap((row) => row.left.concat(row.right)))
          expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it('find a paragraph that went elsewhere, and the words that were put in beside it', () => {
    const [first = '', second = '', third = ''] = paragraphs;
    const output = first + second + third;
    expect(moved(output, third + first + second)).toEqual([third.trim()]);
    expect(moved(output, `${third.trim()} Really.\n${first}${second}`)).toEqual([third.trim()]);
    expect(moved(output, third + first + second, 'line')).toEqual([third.trim()].map((line) => `${line}\n`));
  });

  it('name the other end in the pieces of both changes', () => {
    const [first = '', second = '', third = ''] = paragraphs;
    const output = first + second + third;
    const edit = third + first + second;
    const diff = diffTexts(output, edit);
    const [{ from, to } = { from: '', to: '' }] = diff.moves;
    const rows = alignRows(output, edit, diff);
    const pieceOf = (side: 'left' | 'right') =>
      rows.flatMap((row) => row[side]).flatMap(({ pieces }) => pieces.filter(({ moved: other }) => other));
    expect(pieceOf('left').map((piece) => [piece.text, piece.moved])).toEqual([[third.trim(), to]]);
    expect(pieceOf('right').map((piece) => [piece.text, piece.moved])).toEqual([[third.trim(), from]]);
  });

  it('are not made of a few words, of text that occurs twice, or of what stayed', () => {
    expect(
      moved('one two three. And then the rest of it.', 'And then the rest of it. one two three.'),
    ).toEqual([]);
    const [first = '', second = ''] = paragraphs;
    expect(moved(first + first + second, second + second)).toEqual([]);
    expect(moved(first + second, first + second)).toEqual([]);
  });

  it('take bounded time on repetitive text', () => {
    const output = `${'a b '.repeat(20_000)}x y z q ${'c d '.repeat(20_000)}`;
    const edit = `${'c d '.repeat(20_000)}x y z q ${'a b '.repeat(20_000)}`;
    expect(diffTexts(output, edit).moves.length).toBeLessThan(10);
  });
});
