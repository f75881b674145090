import { diffArrays, diffWords } from 'diff';
import { diff_match_patch as DiffMatchPatch } from 'diff-match-patch';
import { diff as fastMyersDiff } from 'fast-myers-diff';
import { diffTexts } from '../shared/domain/diff/diff-texts.ts';
import { createInterner } from '../shared/domain/diff/token-interner.ts';
import { tokenize } from '../shared/domain/diff/tokenize.ts';

/** One line of the diff benchmark. Times are medians in milliseconds; null where a library would take minutes. */
export interface DiffBenchRow {
  readonly name: string;
  /** Words of the output. */
  readonly size: number;
  readonly kind: 'light' | 'rewrite';
  readonly ours_ms: number;
  /** The target of DESIGN.md section 5. */
  readonly target_ms: number | null;
  /** jsdiff's `diffWords`. */
  readonly jsdiff_ms: number | null;
  /** diff-match-patch and fast-myers-diff on our tokens, cutting the texts included. */
  readonly dmp_ms: number | null;
  readonly myers_ms: number | null;
  /** Tokens removed and added: as we show them, and before changes were joined for the reader. */
  readonly edit_length: number;
  readonly unjoined_length: number;
  /** The shortest there is (jsdiff on the same tokens). */
  readonly shortest_length: number | null;
  readonly dmp_length: number | null;
  readonly myers_length: number | null;
  readonly changes: number;
  readonly coarse: boolean;
}

/** Measures our diff beside others on seeded texts: light edits (3 % of words) and total rewrites. */
export function benchDiff(): DiffBenchRow[] {
  const [output, light] = generatePair(500, 'light');
  for (let i = 0; i < 20; i++)
    for (const work of [diffTexts, diffWords, ...Object.values(others)]) work(output, light);
  return cases.map(measure);
}

type Library = 'jsdiff' | 'dmp' | 'myers';

interface DiffCase {
  readonly size: number;
  readonly kind: 'light' | 'rewrite';
  readonly target_ms: number | null;
  /** Those that answer within some seconds. */
  readonly beside: readonly Library[];
}

const cases: readonly DiffCase[] = [
  { kind: 'light', size: 200, target_ms: 1, beside: ['jsdiff', 'dmp', 'myers'] },
  { kind: 'light', size: 2_000, target_ms: 3, beside: ['jsdiff', 'dmp', 'myers'] },
  { kind: 'light', size: 20_000, target_ms: 40, beside: ['jsdiff', 'dmp', 'myers'] },
  { kind: 'light', size: 200_000, target_ms: 600, beside: ['dmp', 'myers'] },
  { kind: 'rewrite', size: 200, target_ms: 5, beside: ['jsdiff', 'dmp', 'myers'] },
  { kind: 'rewrite', size: 2_000, target_ms: 25, beside: ['jsdiff', 'dmp', 'myers'] },
  { kind: 'rewrite', size: 20_000, target_ms: 150, beside: ['dmp'] },
  { kind: 'rewrite', size: 200_000, target_ms: null, beside: ['dmp'] },
];

/** The other engines on the same tokens; each gives the tokens removed and added. */
const others = { dmp: diffMatchPatch, myers: fastMyers };

function measure({ kind, size, target_ms, beside }: DiffCase): DiffBenchRow {
  const [output, edit] = generatePair(size, kind);
  const runs = size <= 2_000 ? 15 : size <= 20_000 ? 5 : 3;
  const timed = (library: Library, work: () => unknown) =>
    beside.includes(library)
      ? rounded(medianTime(Math.min(runs, kind === 'rewrite' ? 3 : runs), work))
      : null;
  const lengthBy = (library: 'dmp' | 'myers') =>
    beside.includes(library) ? others[library](output, edit) : null;
  const { tokens, changes, coarse, editLength } = diffTexts(output, edit);
  return {
    name: `${kind} ${size}`,
    size,
    kind,
    ours_ms: rounded(medianTime(runs, () => diffTexts(output, edit))),
    target_ms,
    jsdiff_ms: timed('jsdiff', () => diffWords(output, edit)),
    dmp_ms: timed('dmp', () => diffMatchPatch(output, edit)),
    myers_ms: timed('myers', () => fastMyers(output, edit)),
    edit_length: tokens.removed + tokens.added,
    unjoined_length: editLength,
    shortest_length: beside.includes('jsdiff') ? shortestEditLength(output, edit) : null,
    dmp_length: lengthBy('dmp'),
    myers_length: lengthBy('myers'),
    changes: changes.length,
    coarse,
  };
}

/** With its own limit of one second, after which it takes what it has. Each token is one code unit to it. */
function diffMatchPatch(output: string, edit: string): number {
  const [from, to] = tokenIds(output, edit).map((ids) =>
    ids.map((id) => String.fromCharCode(id + 1)).join(''),
  );
  return new DiffMatchPatch()
    .diff_main(from ?? '', to ?? '', false)
    .reduce((sum, [operation, text]) => sum + (operation === 0 ? 0 : text.length), 0);
}

function fastMyers(output: string, edit: string): number {
  const [from = [], to = []] = tokenIds(output, edit);
  let length = 0;
  for (const [startA, endA, startB, endB] of fastMyersDiff(from, to)) length += endA - startA + endB - startB;
  return length;
}

function tokenIds(output: string, edit: string): number[][] {
  const interner = createInterner();
  return [output, edit].map((text) => Array.from(tokenize(text, interner, 'word').ids));
}

function medianTime(runs: number, work: () => unknown): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

function shortestEditLength(output: string, edit: string): number {
  const [from = [], to = []] = tokenIds(output, edit);
  return diffArrays(from, to)
    .filter((part) => part.added || part.removed)
    .reduce((sum, part) => sum + part.count, 0);
}

/** Made-up prose: Zipf-like words, sentences of 12, paragraphs of 84 words; the same seed gives the same texts. */
function generatePair(size: number, kind: 'light' | 'rewrite'): [string, string] {
  const random = createRandom(size);
  const word = () => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? 'word';
  const words = Array.from({ length: size }, word);
  if (kind === 'rewrite') return [toProse(words), toProse(Array.from({ length: size }, word))];
  const output = toProse(words);
  // Edited as text, so that the punctuation and the paragraphs of the output stay where they were.
  const edit = output.replaceAll(/[a-z]+ /g, (old) => {
    const chance = random();
    if (chance < 0.015) return `${word()} `;
    if (chance < 0.0225) return '';
    return chance < 0.03 ? `${old}${word()} ` : old;
  });
  return [output, edit];
}

function toProse(words: readonly string[]): string {
  return words
    .map((word, i) => `${word}${i % 84 === 83 ? '.\n\n' : i % 12 === 11 ? '. ' : i % 12 === 5 ? ', ' : ' '}`)
    .join('');
}

/** Park and Miller's generator: small, seeded, the same everywhere. */
function createRandom(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const vocabulary = Array.from({ length: 8_000 }, (_, index) => {
  const random = createRandom(index * 7919);
  const length = index < 40 ? 2 : 3 + Math.floor(random() * 7);
  return Array.from({ length }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');
});
