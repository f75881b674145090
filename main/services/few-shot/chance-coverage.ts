import { measureCoverage } from '../../../shared/domain/fewshot/measure-coverage.ts';
import type { Likeness } from '../../../shared/domain/fewshot/likeness.ts';
import { mixed } from '../../../shared/domain/text/shingles.ts';
import type { GroupedCandidates } from './group-candidates.ts';

const draws = 20;

/** What sets of as many examples within the budget cover that are drawn at random, the same ones each time: their mean. */
export function chanceCoverage(
  { vectors, tokens, seqs }: Pick<GroupedCandidates, 'vectors' | 'tokens' | 'seqs'>,
  likeness: Likeness,
  { most, budget }: { readonly most: number; readonly budget: number },
): number {
  let sum = 0;
  for (let draw = 0; draw < draws; draw++) {
    const keys = Float64Array.from(seqs, (seq) => mixed(mixed(seq) + draw));
    const order = Uint32Array.from(keys.keys()).toSorted((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
    const drawn: number[] = [];
    let left = budget;
    for (const place of order) {
      if (drawn.length === most) break;
      const needed = tokens[place] ?? 0;
      if (needed > left) continue;
      left -= needed;
      drawn.push(place);
    }
    const rows = drawn.map((place) => likeness.toAll(vectors[place] ?? nothing).slice());
    sum += measureCoverage(rows, likeness.size).mean;
  }
  return sum / draws;
}

const nothing = new Uint8Array(1);
