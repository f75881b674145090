import type { Candidates, ChoiceLimits, Choosing } from './choose-by-coverage.ts';

/** Likeness from which on an interaction needs no other example. */
const full = 0.9999;

/** Interactions like nothing that fits which are passed over for one example. */
const mostLooks = 64;

/** What k-centre looks at beside the candidates themselves. */
export interface CentreInput extends Candidates {
  /** How near each interaction is to all the others; the choice begins with the nearest. */
  readonly centrality: ArrayLike<number>;
  /** Likeness of each candidate to one interaction. */
  readonly column: (covered: number) => Float32Array;
}

/**
 * K-centre: the interaction that is covered worst gets the candidate that is most like it, again and again (Gonzalez, 1985;
 * Hochbaum and Shmoys, 1985: no interaction is more than three times as far from an example as it had to be). Rare kinds
 * of input get an example early, and so do odd ones. Quality decides only among equals.
 */
export function* chooseCentres(candidates: CentreInput, { budget, most }: ChoiceLimits): Choosing {
  const { size, centrality, tokens, group, groups } = candidates;
  const covered = new Float32Array(size);
  const isHopeless = new Uint8Array(size);
  const isTaken = new Uint8Array(candidates.count);
  const chosen: number[] = [];
  let left = budget;
  let open = Array.from({ length: groups }, (_, index) => index);
  while (open.length > 0 && chosen.length < most) {
    const stillOpen: number[] = [];
    for (const turn of open) {
      if (chosen.length === most) break;
      isHopeless.fill(0);
      let next = -1;
      for (let look = 0; next === -1 && look < mostLooks; look++) {
        const worst = chosen.length === 0 ? greatest(centrality, isHopeless) : least(covered, isHopeless);
        if (worst === -1 || (covered[worst] ?? 0) >= full) break;
        const column = candidates.column(worst);
        next = nearest(
          candidates,
          column,
          (one) => isTaken[one] === 0 && group[one] === turn && (tokens[one] ?? 0) <= left,
        );
        if (next === -1) isHopeless[worst] = 1;
        yield candidates.count;
      }
      if (next === -1) continue;
      isTaken[next] = 1;
      chosen.push(next);
      left -= tokens[next] ?? 0;
      const found = candidates.likeness(next);
      for (let at = 0; at < size; at++) covered[at] = Math.max(covered[at] ?? 0, found[at] ?? 0);
      stillOpen.push(turn);
    }
    open = stillOpen;
  }
  return chosen;
}

/** The candidate that is most like an interaction, the better one of equals; -1 where none is like it at all. */
function nearest(
  { quality }: Candidates,
  column: Float32Array,
  isOpen: (candidate: number) => boolean,
): number {
  let best = -1;
  let most = 0;
  for (let one = 0; one < column.length; one++) {
    const like = column[one] ?? 0;
    if (like <= 0 || like < most || !isOpen(one)) continue;
    if (like === most && (quality[one] ?? 0) <= (quality[best] ?? 0)) continue;
    best = one;
    most = like;
  }
  return best;
}

function greatest(numbers: ArrayLike<number>, isOut: Uint8Array): number {
  let best = -1;
  for (let at = 0; at < numbers.length; at++)
    if (isOut[at] === 0 && (best === -1 || (numbers[at] ?? 0) > (numbers[best] ?? 0))) best = at;
  return best;
}

function least(numbers: ArrayLike<number>, isOut: Uint8Array): number {
  let best = -1;
  for (let at = 0; at < numbers.length; at++)
    if (isOut[at] === 0 && (best === -1 || (numbers[at] ?? 0) < (numbers[best] ?? 0))) best = at;
  return best;
}
