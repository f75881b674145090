import type { RowMode } from '../../../shared/domain/export/export-row.ts';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import { skip } from '../../../shared/domain/export/row-finding.ts';
import type { Database } from '../../db/database.ts';
import { type ModeChange, modesWithMembers, typicalOfMode } from '../../db/tables/mode-examples.ts';

/** Interactions that show a failure mode best. */
export interface TypicalRows {
  /** In import order. */
  readonly seqs: Float64Array;
  /** The failure modes that an interaction is an example of, oldest first. */
  readonly modesOf: (seq: number) => readonly RowMode[];
}

/** Changes between two yields: a few milliseconds of work. */
const pageSize = 500;

/**
 * Finds for each failure mode in use up to `perMode` of these interactions: those that people named first, then those
 * nearest to the middle of the clusters that people confirmed as it; of equal ones the oldest.
 */
export function* typicalRows(
  database: Database,
  { perMode, target }: Pick<Recipe, 'target'> & { readonly perMode: number },
  seqs: Float64Array,
): Generator<void, TypicalRows, void> {
  const chosen = new Map<number, RowMode[]>();
  const accepts = ({ how, edited, interactionSeq }: ModeChange): boolean =>
    how !== 'near' && (edited === 1 || target === 'edit-or-output') && isIn(seqs, interactionSeq);
  const modes = Map.groupBy(modesWithMembers(database), ({ seq }) => seq);
  for (const members of modes.values()) {
    const best = createBest(perMode);
    for (const { memberSeq } of members) yield* readMode(database, memberSeq, accepts, best);
    for (const { name, definition } of members.slice(0, 1))
      for (const seq of best.seqs()) chosen.set(seq, [...(chosen.get(seq) ?? []), { name, definition }]);
  }
  return {
    seqs: Float64Array.from(chosen.keys()).toSorted(),
    modesOf: (seq) => chosen.get(seq) ?? [],
  };
}

function* readMode(
  database: Database,
  modeSeq: number,
  accepts: (change: ModeChange) => boolean,
  best: Best,
): Generator<void, void, void> {
  let after: Pick<ModeChange, 'similarity' | 'changeSeq'> = { similarity: Infinity, changeSeq: 0 };
  for (;;) {
    const page = typicalOfMode(database, modeSeq, after, pageSize);
    for (const change of page) if (accepts(change)) best.add(change);
    yield;
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize || best.isAbove(last.similarity)) return;
    after = last;
  }
}

/** The best interactions so far, each by its surest change. */
interface Best {
  readonly add: (change: ModeChange) => void;
  /** Whether no change that is less sure than this can be among them. */
  readonly isAbove: (similarity: number) => boolean;
  readonly seqs: () => readonly number[];
}

function createBest(most: number): Best {
  let best: Pick<ModeChange, 'interactionSeq' | 'similarity'>[] = [];
  return {
    add: (change) => {
      const known = best.find(({ interactionSeq }) => interactionSeq === change.interactionSeq);
      if (known !== undefined && known.similarity >= change.similarity) return;
      best = [...best.filter((one) => one !== known), change]
        .toSorted((a, b) => b.similarity - a.similarity || a.interactionSeq - b.interactionSeq)
        .slice(0, most);
    },
    isAbove: (similarity) => best.length === most && (best.at(-1)?.similarity ?? 0) > similarity,
    seqs: () => best.map(({ interactionSeq }) => interactionSeq),
  };
}

function isIn(seqs: Float64Array, seq: number): boolean {
  let low = 0;
  let high = seqs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((seqs[middle] ?? 0) < seq) low = middle + 1;
    else high = middle;
  }
  return seqs[low] === seq;
}

export const notTypical = skip(
  'not_typical',
  'It is not among the typical examples of a failure mode that the recipe asks for.',
).error;
