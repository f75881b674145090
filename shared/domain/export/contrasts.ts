import type { Result } from '../../result/result.ts';
import { succeed } from '../../result/result.ts';
import { createHashMemory } from '../text/hash-memory.ts';
import type { PairingOptions } from './recipe-parts.ts';
import { skip, type SkippedRow } from './row-finding.ts';

/** How good what an interaction gives is: its best answer and its worst one, higher is better. */
export interface Standing {
  readonly best: number;
  readonly worst: number;
  /** Whether somebody edited the output: the edit is better than its own output, whatever the numbers say. */
  readonly isEdited: boolean;
}

/** By a number that the output was judged with; null where it was not. */
export function standingByValue(value: number | null, isEdited: boolean): Standing | null {
  return value === null ? null : { best: value, worst: value, isEdited };
}

/**
 * By what people did: what somebody wrote is better than an output that was taken as it was, that is better than one
 * somebody had to edit, and that better than one that was thrown away. Null where nobody did any of it.
 */
export function standingByAct(action: string | null, isEdited: boolean): Standing | null {
  if (isEdited) return { best: 3, worst: 1, isEdited };
  const rank = action === null ? undefined : ranks.get(action);
  return rank === undefined ? null : { best: rank, worst: rank, isEdited };
}

const ranks: ReadonlyMap<string, number> = new Map([
  ['accepted', 2],
  ['sent', 2],
  ['copied', 2],
  ['discarded', 0],
  ['regenerated', 0],
]);

/** The interaction whose output is the worse answer, and how much lower it was judged. */
export interface ContrastPlace {
  readonly worseSeq: number;
  readonly difference: number;
}

/** The best and the worst answer of each input, in a few dozen bytes an input. */
export interface Contrasts {
  /** @param input a 53-bit hash of what equal inputs share */
  readonly add: (input: number, seq: number, standing: Standing) => void;
  /** The pair that an interaction gives, or why another one gives it or none does. Asked when all were added. */
  readonly placeOf: (input: number, seq: number) => Result<ContrastPlace, SkippedRow>;
}

/**
 * One pair an input: of equal ones, an edited one is the best, then the earliest; the worst is the earliest of the lowest.
 * @param most how many interactions may be added
 */
export function createContrasts(
  most: number,
  { good, bad }: Pick<PairingOptions, 'good' | 'bad'> = {},
): Contrasts {
  const places = createHashMemory(most);
  const best = new Float64Array(most);
  const bestSeqs = new Uint32Array(most);
  const isBestEdited = new Uint8Array(most);
  const worst = new Float64Array(most);
  const worstSeqs = new Uint32Array(most);
  let inputs = 0;

  const setBest = (place: number, seq: number, { best: value, isEdited }: Standing): void => {
    best[place] = value;
    bestSeqs[place] = seq;
    isBestEdited[place] = isEdited ? 1 : 0;
  };
  const setWorst = (place: number, seq: number, { worst: value }: Standing): void => {
    worst[place] = value;
    worstSeqs[place] = seq;
  };
  return {
    add: (input, seq, standing) => {
      const place = places.getOrAdd(input, inputs);
      if (place === inputs) {
        inputs += 1;
        setBest(place, seq, standing);
        setWorst(place, seq, standing);
        return;
      }
      const value = best[place] ?? 0;
      const isBetter =
        standing.best > value || (standing.best === value && standing.isEdited && isBestEdited[place] === 0);
      if (isBetter) setBest(place, seq, standing);
      if (standing.worst < (worst[place] ?? 0)) setWorst(place, seq, standing);
    },
    placeOf: (input, seq) => {
      const place = places.get(input);
      if (place === undefined) return equal;
      const [high, low, isEdited] = [best[place] ?? 0, worst[place] ?? 0, isBestEdited[place] === 1];
      if (high <= low && !isEdited) return equal;
      if (bestSeqs[place] !== seq) return otherStands;
      const isGood = good === undefined || high >= good || isEdited;
      const isBad = bad === undefined || low <= bad;
      return isGood && isBad
        ? succeed({ worseSeq: worstSeqs[place] ?? seq, difference: high - low })
        : between;
    },
  };
}

const equal = skip('equal_outputs', 'Its input has no better and worse output.');
const otherStands = skip(
  'other_output_stands',
  'Another output of the same input is better and makes the pair.',
);
const between = skip(
  'neither_good_nor_bad',
  'The best output of its input is not good, or the worst is not bad.',
);
