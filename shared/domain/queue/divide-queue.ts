import { hashWords } from '../text/hash-text.ts';

/** A place in a queue. Gold items stand at odd positions, right behind the interaction at the even one before. */
export interface QueuePlace {
  /** Who gets it; `everybody` for all. */
  readonly assignee: number;
  readonly position: number;
  /** The interaction. */
  readonly seq: number;
}

export const everybody = 0;

export interface DivideOptions {
  /** Seqs of those it is divided among; none where everybody gets everything. */
  readonly annotators: readonly number[];
  /** Percent that all of them get. */
  readonly overlap: number;
  readonly seed: number;
  /** Each annotator gets a gold item after so many interactions. */
  readonly goldEvery: number | null;
  /** Gold items, in the order they are given; each is given once. */
  readonly gold: readonly number[];
}

/**
 * Gives every interaction of an ordered queue its place. Who gets which is decided by hash, so that it stays as it is
 * when others come.
 */
export function* divideQueue(seqs: Iterable<number>, options: DivideOptions): Generator<QueuePlace> {
  const { annotators, goldEvery, gold } = options;
  const receivers = annotators.length === 0 ? [everybody] : annotators;
  const seen = new Map(receivers.map((receiver) => [receiver, 0]));
  let position = 0;
  for (const seq of seqs) {
    const assignee = assigneeOf(seq, options);
    yield { assignee, position, seq };
    if (goldEvery !== null) {
      for (const receiver of assignee === everybody ? receivers : [assignee]) {
        const count = (seen.get(receiver) ?? 0) + 1;
        seen.set(receiver, count);
        const item = count % goldEvery === 0 ? gold[count / goldEvery - 1] : undefined;
        if (item !== undefined) yield { assignee: receiver, position: position + 1, seq: item };
      }
    }
    position += 2;
  }
}

function assigneeOf(seq: number, { annotators, overlap, seed }: DivideOptions): number {
  if (annotators.length === 0 || draw(seq, seed, purposes.sharing) * 100 < overlap) return everybody;
  return annotators[Math.floor(draw(seq, seed, purposes.assigning) * annotators.length)] ?? everybody;
}

/** What draws are for; those for one thing say nothing of those for another. */
export const purposes = { sharing: 1, assigning: 2, gold: 3, order: 4, examples: 5 } as const;

const words = new Int32Array(3);

/** A number in [0, 1) that seed, interaction and purpose decide, the same on every machine. */
export function draw(seq: number, seed: number, purpose: number): number {
  words[0] = seq | 0;
  words[1] = Math.floor(seq / 2 ** 32);
  words[2] = purpose;
  return hashWords(words, 3, seed) / 2 ** 53;
}
