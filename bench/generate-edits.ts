import { createRandomNumber, type RandomNumber } from '../shared/domain/agreement/seeded-random.ts';
import { editModes } from './edit-modes.ts';
import { madeUpWords } from './made-up-words.ts';

/** One made-up change in its text, and the mode it was made by. */
export interface GeneratedEdit {
  readonly before: string;
  readonly removed: string;
  readonly added: string;
  readonly after: string;
  /** -1 for noise. */
  readonly mode: number;
}

const noiseShare = 0.2;

/**
 * Edits of as many modes as `editModes` has, some often and some seldom (as 1 to 1/50), and noise: some words become others
 * for no reason. The same seed gives the same.
 */
export function* generateEdits(count: number, seed = 1): Generator<GeneratedEdit> {
  const random = createRandomNumber(seed);
  const modeOf = drawByRank(editModes.length);
  for (let index = 0; index < count; index++) {
    const before = `${madeUpWords(6 + Math.floor(random() * 30), random)} `;
    const after = ` ${madeUpWords(6 + Math.floor(random() * 30), random)}.`;
    if (random() < noiseShare) yield { before, after, mode: -1, ...noise(random) };
    else {
      const mode = modeOf(random());
      const [removed, added] = editModes[mode]?.(random) ?? ['', ''];
      yield { before, after, mode, ...withNeighbours(removed, added, random) };
    }
  }
}

function noise(random: RandomNumber): { removed: string; added: string } {
  return {
    removed: madeUpWords(1 + Math.floor(random() * 4), random),
    added: madeUpWords(1 + Math.floor(random() * 4), random),
  };
}

/** Of one in four changes a word beside it was changed as well, as people do. */
function withNeighbours(
  removed: string,
  added: string,
  random: RandomNumber,
): { removed: string; added: string } {
  if (random() > 0.25) return { removed, added };
  const isBefore = random() < 0.5;
  return { removed: joined(removed, isBefore, random), added: joined(added, isBefore, random) };
}

function joined(text: string, isBefore: boolean, random: RandomNumber): string {
  const word = madeUpWords(1, random);
  if (text === '') return word;
  return isBefore ? `${word} ${text}` : `${text} ${word}`;
}

/** Ranks from 0 on, the first `count` times as likely as the last. */
function drawByRank(count: number): (random: number) => number {
  const weights = Array.from({ length: count }, (_, rank) => 1 / (rank + 1) ** 0.5);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return (random) => {
    let rest = random * total;
    const rank = weights.findIndex((weight) => (rest -= weight) <= 0);
    return rank === -1 ? count - 1 : rank;
  };
}
