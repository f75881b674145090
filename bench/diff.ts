import { diffArrays, diffWords } from 'diff';
import { diffTexts } from '../shared/domain/diff/diff-texts.ts';
import { createInterner, tokenize } from '../shared/domain/diff/tokenize.ts';

/** One line of the diff benchmark. Times are medians in milliseconds. */
export interface DiffBenchRow {
  readonly name: string;
  /** Words of the output. */
  readonly size: number;
  readonly kind: 'light' | 'rewrite';
  readonly ours_ms: number;
  /** The target of DESIGN.md section 5. */
  readonly target_ms: number;
  /** jsdiff's `diffWords`; null where it would take more than about two seconds. */
  readonly jsdiff_ms: number | null;
  /** `jsdiff_ms` / `ours_ms`. */
  readonly ratio: number | null;
  /** Tokens removed and added, by us and by the shortest script (jsdiff on the same tokens); null where not measured. */
  readonly edit_length: number;
  readonly shortest_edit_length: number | null;
  readonly changes: number;
  readonly coarse: boolean;
}

/** Measures our diff beside jsdiff on seeded texts: light edits (3 % of words) and total rewrites. */
export function benchDiff(): DiffBenchRow[] {
  const [output, light] = generatePair(500, 'light');
  for (let i = 0; i < 20; i++) {
    diffTexts(output, light);
    diffWords(output, light);
  }
  return cases.map(measure);
}

interface DiffCase {
  readonly size: number;
  readonly kind: 'light' | 'rewrite';
  readonly target_ms: number;
  readonly jsdiff: boolean;
}

const cases: readonly DiffCase[] = [
  { kind: 'light', size: 200, target_ms: 1, jsdiff: true },
  { kind: 'light', size: 2_000, target_ms: 3, jsdiff: true },
  { kind: 'light', size: 20_000, target_ms: 40, jsdiff: true },
  { kind: 'light', size: 200_000, target_ms: 600, jsdiff: false },
  { kind: 'rewrite', size: 200, target_ms: 5, jsdiff: true },
  { kind: 'rewrite', size: 2_000, target_ms: 25, jsdiff: true },
  { kind: 'rewrite', size: 20_000, target_ms: 150, jsdiff: false },
];

function measure({ kind, size, target_ms, jsdiff }: DiffCase): DiffBenchRow {
  const [output, edit] = generatePair(size, kind);
  const runs = size <= 2_000 ? 15 : 5;
  const ours_ms = medianTime(runs, () => diffTexts(output, edit));
  const jsdiff_ms = jsdiff ? medianTime(kind === 'rewrite' ? 3 : runs, () => diffWords(output, edit)) : null;
  const { tokens, changes, coarse } = diffTexts(output, edit);
  return {
    name: `${kind} ${size}`,
    size,
    kind,
    ours_ms: rounded(ours_ms),
    target_ms,
    jsdiff_ms: jsdiff_ms === null ? null : rounded(jsdiff_ms),
    ratio: jsdiff_ms === null ? null : rounded(jsdiff_ms / ours_ms),
    edit_length: tokens.removed + tokens.added,
    shortest_edit_length: jsdiff ? shortestEditLength(output, edit) : null,
    changes: changes.length,
    coarse,
  };
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
  const interner = createInterner();
  const [from, to] = [output, edit].map((text) => Array.from(tokenize(text, interner, 'word').ids));
  return diffArrays(from ?? [], to ?? [])
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
