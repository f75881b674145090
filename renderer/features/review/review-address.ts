import type { Clause, Filter } from '../../../shared/domain/filter/filter.ts';
import { clauseToText, parseClause } from '../../../shared/domain/filter/parse-clause.ts';

/** What the address of the review screen says: which interactions, and which of them is open. */
export interface ReviewAddress {
  /** Id of the queue that is worked through; null where the list is that of a filter. */
  readonly queue: string | null;
  /** The annotator went past the end of the queue. */
  readonly isEnd: boolean;
  readonly filter: Filter;
  /** A sentence about the first clause that cannot be read; the readable ones still apply. */
  readonly problem: string | null;
}

/** Reads `queue=<id>` or `where=labelled%3Dno&where=edited%3Dyes` from the query part of the address. */
export function readAddress(search: string): ReviewAddress {
  const filter: Clause[] = [];
  let problem: string | null = null;
  const parameters = new URLSearchParams(search);
  for (const text of parameters.getAll('where')) {
    const clause = parseClause(text);
    if (clause.ok) filter.push(clause.value);
    else problem ??= clause.error.message;
  }
  return { queue: parameters.get('queue'), isEnd: parameters.get('at') === 'end', filter, problem };
}

/** The filter with the clauses on `field` replaced by this one, or without them where it is null. */
export function withClause(
  filter: Filter,
  field: Clause['field'],
  clause: Omit<Clause, 'field'> | null,
): Filter {
  const others = filter.filter((candidate) => candidate.field !== field);
  return clause === null ? others : [...others, { field, ...clause }];
}

/** True where every interaction that matches `before` matches `after` too, because clauses were only taken away. */
export function isWider(before: Filter, after: Filter): boolean {
  const known = new Set(before.map(clauseToText));
  return after.every((clause) => known.has(clauseToText(clause)));
}
