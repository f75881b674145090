import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { filterToSql } from '../../db/filter-to-sql.ts';
import { allMatchingSeqs } from '../../db/tables/item-query.ts';
import { idsOfItems } from '../../db/tables/items.ts';
import { planConsensus } from './plan-consensus.ts';

/** The interactions that a recipe's filter finds. */
export interface SelectedRows {
  /** In import order. */
  readonly seqs: Float64Array;
  readonly undecided: Undecided;
}

/** Interactions that would be found or not, if only the answers of their annotators were one. */
export interface Undecided {
  /** The questions that the filter asks by consensus. */
  readonly questions: readonly string[];
  readonly rows: number;
  /** Ids of the first ones. */
  readonly items: readonly string[];
}

/** Interactions between two yields: a few milliseconds of work. */
const pageSize = 500;

/** Undecided interactions that are listed. */
const mostListed = 20;

/**
 * Finds the rows of a recipe in steps. With a consensus rule, clauses on the answers to a question ask for the one
 * answer under that rule; else for anybody's. FILTER_INVALID, INPUT_INVALID for an expert who is nobody.
 */
export function selectRows(
  database: Database,
  { filter, consensus }: Pick<Recipe, 'filter' | 'consensus'>,
): Result<Generator<void, SelectedRows, void>> {
  if (consensus === undefined) {
    const found = filterToSql(database, filter);
    return found.ok ? succeed(selectAll(allMatchingSeqs(database, found.value))) : found;
  }
  const plan = planConsensus(database, filter, consensus);
  if (!plan.ok) return plan;
  const { candidates, questions, decide } = plan.value;
  return succeed(selectDecided(database, allMatchingSeqs(database, candidates), questions, decide));
}

// oxlint-disable-next-line require-yield -- there is nothing to do in steps
function* selectAll(seqs: Float64Array): Generator<void, SelectedRows, void> {
  return { seqs, undecided: { questions: [], rows: 0, items: [] } };
}

function* selectDecided(
  database: Database,
  seqs: Float64Array,
  questions: readonly string[],
  decide: (page: readonly number[]) => readonly ('found' | 'not_found' | 'undecided')[],
): Generator<void, SelectedRows, void> {
  const found: number[] = [];
  const listed: number[] = [];
  let rows = 0;
  for (let at = 0; at < seqs.length; at += pageSize) {
    const page = [...seqs.subarray(at, at + pageSize)];
    for (const [place, decision] of decide(page).entries()) {
      const seq = page[place] ?? 0;
      if (decision === 'found') found.push(seq);
      if (decision !== 'undecided') continue;
      rows++;
      if (listed.length < mostListed) listed.push(seq);
    }
    yield;
  }
  const items = idsOfItems(database, listed);
  return { seqs: Float64Array.from(found), undecided: { questions, rows, items } };
}
