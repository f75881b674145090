import { diffWordsWithSpace } from 'diff';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, revertChanges } from './apply-changes.ts';
import { stepLimit } from './diff-tokens.ts';
import { diffTexts, type Change } from './diff-texts.ts';

// prettier-ignore
const awkward = [
  'a', 'the', 'word', 'Wörter', 'don’t', '3.14', ' ', '  ', '\n', '\r\n', '\r', '\t', '. ', ',', '—',
  'e\u0301', '\u0301', '👍', '👩‍👩‍👧', '🇩🇪', '🇪', '漢字', 'かな', '한국', '\u1100', 'สวัสดี', '\u0e33', 'नमस्ते',
  'سلام', '\u0600', '\u200f', '\ud83d', '\udc4d', '\u0000', '\ufeff', '\u00a0',
];
const tokens = fc.array(fc.constantFrom(...awkward), { maxLength: 60 });
const anyText = fc.oneof(
  tokens.map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
);
/** An unrelated pair, or a text and a version of it with some parts taken out, put in or doubled. */
const pair = fc.oneof(
  fc.tuple(anyText, anyText),
  fc
    .tuple(tokens, fc.array(fc.tuple(fc.nat(60), fc.constantFrom(...awkward, '')), { maxLength: 6 }))
    .map(([parts, edits]): [string, string] => {
      const edited = [...parts];
      for (const [position, text] of edits) edited.splice(position, text === '' ? 1 : 0, text);
      return [parts.join(''), edited.join('')];
    }),
);
const options = fc.record({ level: fc.constantFrom('word', 'line'), refine: fc.boolean() });

describe('laws of the diff', () => {
  it('gives the edit when applied to the output, and the output when reverted', () => {
    fc.assert(
      fc.property(pair, options, ([output, edit], settings) => {
        const { changes } = diffTexts(output, edit, settings);
        expect(applyChanges(output, changes)).toBe(edit);
        expect(revertChanges(edit, changes)).toBe(output);
      }),
      { numRuns: 2_000 },
    );
  });

  it('orders changes, keeps them apart and never leaves one empty', () => {
    fc.assert(
      fc.property(pair, options, ([output, edit], settings) => {
        let outputEnd = -1;
        let editEnd = -1;
        for (const change of diffTexts(output, edit, settings).changes) {
          expect(change.outputStart).toBeGreaterThan(outputEnd);
          expect(change.editStart).toBeGreaterThan(editEnd);
          expect(change.removed).not.toBe(change.added);
          ({ outputEnd, editEnd } = change);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('is deterministic, and swapping the texts gives the mirror image', () => {
    fc.assert(
      fc.property(pair, ([output, edit]) => {
        const diff = diffTexts(output, edit);
        expect(diffTexts(output, edit)).toEqual(diff);
        const swapped = diffTexts(edit, output);
        expect(swapped.changes.map(mirrored)).toEqual(diff.changes.map(sides));
        expect(swapped.tokens).toEqual({
          output: diff.tokens.edit,
          edit: diff.tokens.output,
          removed: diff.tokens.added,
          added: diff.tokens.removed,
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('is mirrored where several answers are equally short', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 }).map((all) => all.join('\n'));
    fc.assert(
      fc.property(lines, lines, (output, edit) => {
        const { changes } = diffTexts(output, edit, { level: 'line' });
        expect(diffTexts(edit, output, { level: 'line' }).changes.map(mirrored)).toEqual(changes.map(sides));
      }),
      { numRuns: 500 },
    );
  });

  it('never cuts a grapheme cluster', () => {
    fc.assert(
      fc.property(pair, ([output, edit]) => {
        const inOutput = clusterBounds(output);
        const inEdit = clusterBounds(edit);
        for (const change of diffTexts(output, edit).changes) {
          expect(inOutput).toContain(change.outputStart);
          expect(inOutput).toContain(change.outputEnd);
          expect(inEdit).toContain(change.editStart);
          expect(inEdit).toContain(change.editEnd);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives the edit up to whitespace where whitespace is ignored', () => {
    const spaced = fc
      .array(fc.constantFrom('a', 'b', 'word', ' ', '  ', '\n', '\t', '. '), { maxLength: 30 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(pair, fc.tuple(spaced, spaced)), ([output, edit]) => {
        const { changes } = diffTexts(output, edit, { ignoreWhitespace: true });
        expect(withoutWhitespace(applyChanges(output, changes))).toBe(withoutWhitespace(edit));
        for (const { removed, added } of changes) expect((removed + added).trim()).not.toBe('');
      }),
      { numRuns: 2_000 },
    );
  });

  it('differs from the edit in nothing but case and whitespace where those are ignored', () => {
    const cases = fc.constantFrom('One', 'one', 'ONE', 'Straße', 'STRASSE', 'İ', 'i', ' ', '\n', '  ', 'two');
    const cased = fc.array(cases, { maxLength: 40 }).map((parts) => parts.join(''));
    const ignoring = fc.record({ level: fc.constantFrom('word', 'line'), ignoreWhitespace: fc.boolean() });
    fc.assert(
      fc.property(cased, cased, ignoring, (output, edit, settings) => {
        const { changes } = diffTexts(output, edit, { ...settings, ignoreCase: true });
        const counted = (text: string) =>
          settings.ignoreWhitespace ? withoutWhitespace(text.toLowerCase()) : text.toLowerCase();
        expect(counted(applyChanges(output, changes))).toBe(counted(edit));
        expect(counted(revertChanges(edit, changes))).toBe(counted(output));
      }),
      { numRuns: 1_000 },
    );
  });

  it('finds nothing to change only where the texts are equal', () => {
    fc.assert(
      fc.property(pair, ([output, edit]) => {
        expect(diffTexts(output, edit).changes.length === 0).toBe(output === edit);
      }),
    );
  });
});

describe('length of the edit script', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
  const jsdiffLength = (output: string, edit: string) =>
    diffWordsWithSpace(output, edit, { intlSegmenter: segmenter })
      .filter((part) => part.added || part.removed)
      .reduce((sum, part) => sum + part.count, 0);
  const words = 'the of and to a in is it you that he was for on are'.split(' ');
  const word = fc.oneof(
    fc.constantFrom(...words),
    fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 6 }),
  );
  const lightEdit = fc
    .tuple(
      fc.array(word, { minLength: 150, maxLength: 400 }),
      fc.array(fc.tuple(fc.nat(), fc.constantFrom('replace', 'remove', 'insert'), word), { maxLength: 12 }),
    )
    .map(([original, edits]): [string, string] => {
      const edited = [...original];
      for (const [at, action, text] of edits) {
        const position = at % edited.length;
        if (action === 'replace') edited[position] = text;
        else edited.splice(position, action === 'remove' ? 1 : 0, ...(action === 'remove' ? [] : [text]));
      }
      return [original.join(' '), edited.join(' ')];
    });

  it('is within 5 % of the shortest for light edits', () => {
    fc.assert(
      fc.property(lightEdit, ([output, edit]) => {
        expect(diffTexts(output, edit).editLength).toBeLessThanOrEqual(1.05 * jsdiffLength(output, edit));
      }),
      { numRuns: 150 },
    );
  });

  it('is within 5 % of the shortest for light edits of long texts, joined changes included', () => {
    let ours = 0;
    let shortest = 0;
    for (const share of [0.01, 0.02, 0.03, 0.05]) {
      const [output, edit] = generatedPair(3_000, share);
      const { removed, added } = diffTexts(output, edit).tokens;
      const jsdiff = jsdiffLength(output, edit);
      expect(removed + added).toBeLessThanOrEqual(1.05 * jsdiff);
      ours += removed + added;
      shortest += jsdiff;
    }
    expect(ours).toBeGreaterThanOrEqual(shortest);
  });

  it('says when a part is shown coarsely, and only then', () => {
    const [output, light] = generatedPair(2_000, 0.03);
    expect(diffTexts(output, light).coarse).toBe(false);
    const [other] = generatedPair(2_000, 0, 99);
    const rewrite = diffTexts(output, other);
    expect(rewrite.coarse).toBe(true);
    expect(applyChanges(output, rewrite.changes)).toBe(other);
  });
});

describe('bounded work', () => {
  const random = seededRandom(5);
  const noise = () => many(20_000, () => String.fromCharCode(Math.floor(random() * 0x1_00_00)));
  const binary = () => many(20_000, () => (random() < 0.5 ? 'a ' : 'b '));
  const spaces = () => many(20_000, () => ' \t\n'.charAt(Math.floor(random() * 3)));
  const cases: readonly (readonly [string, string, string])[] = [
    ['one token repeated', 'x '.repeat(100_000), 'x '.repeat(99_000)],
    [
      'one token repeated, others strewn in',
      many(50_000, () => (random() < 0.02 ? 'y ' : 'x ')),
      many(50_000, () => (random() < 0.02 ? 'y ' : 'x ')),
    ],
    ['two tokens at random', binary(), binary()],
    [
      'one token repeated between ends that differ',
      'y '.repeat(50) + 'x '.repeat(20_000) + 'y '.repeat(50),
      'z '.repeat(50) + 'x '.repeat(20_000) + 'z '.repeat(50),
    ],
    ['a cycle and another', 'a b c '.repeat(10_000), 'a c b '.repeat(10_000)],
    ['distinct words reversed', many(20_000, (i) => `w${i} `), many(20_000, (i) => `w${20_000 - i} `)],
    ['one giant token', 'a'.repeat(500_000), `${'a'.repeat(250_000)}b${'a'.repeat(250_000)}`],
    ['whitespace only', spaces(), spaces()],
    ['UTF-16 noise', noise(), noise()],
    ['CJK without spaces', '漢字仮名'.repeat(10_000), '仮名漢字交'.repeat(10_000)],
    ['a total rewrite', generatedPair(20_000, 0, 1)[0], generatedPair(20_000, 0, 2)[0]],
  ];

  it.each(cases)('%s', (_, output, edit) => {
    const diff = diffTexts(output, edit);
    expect(diff.steps).toBeLessThanOrEqual(stepLimit(diff.tokens.output + diff.tokens.edit));
    expect(applyChanges(output, diff.changes)).toBe(edit);
  });

  it('does not depend on the text: no pair exceeds the limit for its length', () => {
    const repetitive = fc.array(fc.constantFrom('a', 'b', ' '), { minLength: 500, maxLength: 3_000 });
    fc.assert(
      fc.property(repetitive, repetitive, (output, edit) => {
        const diff = diffTexts(output.join(''), edit.join(''));
        expect(diff.steps).toBeLessThanOrEqual(stepLimit(diff.tokens.output + diff.tokens.edit));
      }),
      { numRuns: 30 },
    );
  });

  it('stays fine in a light edit of repetitive text, where hardly any token is unique', () => {
    const output = binary();
    const edit = output.replaceAll(/[ab] /g, (token) => (random() < 0.02 ? 'c ' : token));
    const diff = diffTexts(output, edit);
    expect(diff.coarse).toBe(false);
    expect(diff.editLength).toBeLessThanOrEqual(1.1 * 2 * (edit.split('c').length - 1));
  });
});

describe('what a reader sees', () => {
  it.each([
    ['the quick fox', 'the slow fox', 'the [quick|slow] fox'],
    ['a very big dog', 'a big dog', 'a [very |]big dog'],
    ['She went to town', 'He drove to town', '[She went|He drove] to town'],
    ['One.\nTwo.\nThree.', 'One.\nAnd.\nTwo.\nThree.', 'One.\n[|And.\n]Two.\nThree.'],
    ['- one\n- two\n', '- one\n- new\n- two\n', '- one\n[|- new\n]- two\n'],
    ['We met. It rained. We left.', 'We met. We left.', 'We met. [It rained. |]We left.'],
    ['東京は大きい。', '東京は小さい。', '東京は[大きい|小さい]。'],
    ['مرحبا بالعالم', 'مرحبا يا عالم', 'مرحبا [بالعالم|يا عالم]'],
    ['ok 👍🏽 done', 'ok 👍🏿 done', 'ok [👍🏽|👍🏿] done'],
    ['café', 'cafe\u0301', '[café|cafe\u0301]'],
    ['line\r\nnext', 'line\nnext', 'line[\r\n|\n]next'],
    ['', 'new', '[|new]'],
    ['old', '', '[old|]'],
    ['', '', ''],
    ['same', 'same', 'same'],
  ])('%j to %j', (output, edit, expected) => {
    expect(marked(output, diffTexts(output, edit).changes)).toBe(expected);
  });

  it('shows a rewritten passage as one change, not as the words it happens to share', () => {
    const before =
      'It was a day of sun. The house, its quiet dignity a reminder of all it had seen, slept. Nobody came.';
    const after =
      'It was a day of sun. We walked along the river for hours and talked about a film. Nobody came.';
    expect(diffTexts(before, after).changes).toHaveLength(1);
  });

  it('keeps paragraphs apart in a rewrite', () => {
    const before = 'Alpha beta gamma delta.\n\nEpsilon zeta eta theta.';
    const after = 'One two three four.\n\nFive six seven eight.';
    expect(diffTexts(before, after).changes).toHaveLength(2);
  });

  it('compares lines at line level, with their terminators', () => {
    const { changes } = diffTexts('a = 1\nb = 2\nc = 3\n', 'a = 1\nb = 22\nc = 3\n', { level: 'line' });
    expect(changes.map(({ removed, added }) => [removed, added])).toEqual([['b = 2\n', 'b = 22\n']]);
  });

  it('leaves out whitespace-only changes when asked to', () => {
    const ignoring = { ignoreWhitespace: true };
    expect(diffTexts('a  b\nc', 'a b c', ignoring).changes).toEqual([]);
    expect(diffTexts('a b', 'a b\n', ignoring).changes).toEqual([]);
    expect(diffTexts('a  b c', 'a b\td', ignoring).changes.map(sides)).toEqual([
      { start: [5, 4], end: [6, 5], texts: ['c', 'd'] },
    ]);
  });

  it('compares lines without their whitespace when asked to', () => {
    const ignoring = { level: 'line', ignoreWhitespace: true } as const;
    expect(diffTexts('if (a) {\n  b();\n}\n', 'if (a) {\n\tb( );\r\n}\n', ignoring).changes).toEqual([]);
    expect(diffTexts('a\n\nb\n', 'a\nb\n', ignoring).changes).toEqual([]);
    expect(diffTexts('a\nb\n', 'a\nc\n', ignoring).changes).toHaveLength(1);
  });

  it('takes letters of either case for the same when asked to', () => {
    const { changes } = diffTexts('The Cat SAT.', 'the cat sat down.', { ignoreCase: true });
    expect(changes.map(sides)).toEqual([{ start: [11, 11], end: [11, 16], texts: ['', ' down'] }]);
  });

  it('gives each change an id that is unique in its pair', () => {
    const [output, edit] = generatedPair(2_000, 0.1);
    const ids = diffTexts(output, edit).changes.map((change) => change.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(diffTexts('the quick fox', 'the slow fox').changes[0]?.id).toBe('4-9.4-8');
  });
});

function sides({ outputStart, outputEnd, editStart, editEnd, removed, added }: Change) {
  return { start: [outputStart, editStart], end: [outputEnd, editEnd], texts: [removed, added] };
}

function mirrored({ outputStart, outputEnd, editStart, editEnd, removed, added }: Change) {
  return { start: [editStart, outputStart], end: [editEnd, outputEnd], texts: [added, removed] };
}

function marked(output: string, changes: readonly Change[]): string {
  return applyChanges(
    output,
    changes.map((change) => ({ ...change, added: `[${change.removed}|${change.added}]` })),
  );
}

function withoutWhitespace(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

function clusterBounds(text: string): Set<number> {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  return new Set([...segmenter.segment(text)].map(({ index }) => index)).add(text.length);
}

/** Words with the frequencies of prose, and the same text with this share of words replaced, removed or added. */
function generatedPair(count: number, share: number, seed = 7): [string, string] {
  const random = seededRandom(seed);
  const word = () => `w${Math.floor(8_000 ** random())}`;
  const original = Array.from({ length: count }, word);
  const edited = original.flatMap((old) => {
    const chance = random();
    if (chance < share / 2) return [word()];
    if (chance < share * 0.75) return [];
    return chance < share ? [old, word()] : [old];
  });
  return [original.join(' '), edited.join(' ')];
}

function many(count: number, make: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => make(i)).join('');
}

function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}
