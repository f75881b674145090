import type { Facet, FacetValue } from '../../../shared/contract/search-operations.ts';
import type { Filter } from '../../../shared/domain/filter/filter.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { filterToSql } from '../../db/filter-to-sql.ts';
import { facetFamilies, type FacetFamily } from '../../db/tables/facet-counts.ts';
import { type FacetField, facetFields } from './facet-fields.ts';
import { type Tally, tallyMatches } from './tally-matches.ts';

export interface FacetsInput {
  readonly filter?: Filter | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds; see `tallyMatches`. */
  readonly patience?: number;
}

/** Milliseconds that people wait for counts without noticing that they wait. */
const usualPatience = 200;

/** Values shown of a facet; the rest is a number. */
const mostValues = 12;

/**
 * Counts of every facet under a filter. A facet's own clauses do not narrow it, so that its other values stay to
 * choose from. Fails with FILTER_INVALID; throws the signal's reason when that is aborted.
 */
export async function countFacets(
  database: Database,
  { filter = [], signal, patience = usualPatience }: FacetsInput,
): Promise<Result<{ readonly facets: Facet[] }>> {
  const valid = filterToSql(database, filter);
  if (!valid.ok) return valid;
  const fields = facetFields(database);
  const own = [...new Set(filter.map((clause) => clause.field))].filter(
    (field) => fields.familyOf(field) !== null,
  );
  const share = patience / (own.length + 1);
  const tallyOf = async (clauses: Filter, families: ReadonlySet<FacetFamily>): Promise<Tally> => {
    const compiled = filterToSql(database, clauses);
    if (!compiled.ok) throw new Error(compiled.error.message);
    const { textQuestions } = fields;
    return tallyMatches(database, compiled.value, { families, textQuestions, patience: share, signal });
  };
  const common = await tallyOf(filter, new Set(facetFamilies));
  const widened = new Map<string, Tally>();
  for (const field of own) {
    const family = fields.familyOf(field);
    const others = filter.filter((clause) => clause.field !== field);
    if (family !== null) widened.set(field, await tallyOf(others, new Set([family])));
  }
  const found = new Set(common.counts.keys());
  for (const { counts } of widened.values()) for (const field of counts.keys()) found.add(field);
  const facets = fields.list(found).flatMap((field) => {
    const facet = toFacet(field, widened.get(field.field) ?? common, filter);
    // Where nothing is known of a field there is nothing to choose.
    return facet.values.every(({ value }) => value === '') ? [] : [facet];
  });
  return succeed({ facets });
}

function toFacet(field: FacetField, { counts, isAbout }: Tally, filter: Filter): Facet {
  const chosen = filter
    .filter((clause) => clause.field === field.field && clause.operator === '=')
    .map((clause) => field.askedAs(clause.value));
  const values = new Map<string, FacetValue>();
  const add = (value: string, count: number) => {
    const known = values.get(value);
    values.set(value, {
      value,
      name: field.nameOf(value),
      count: (known?.count ?? 0) + count,
      isChosen: chosen.includes(value),
    });
  };
  for (const value of [...field.values, ...chosen]) add(value, 0);
  for (const [stored, count] of counts.get(field.field) ?? []) add(field.valueOf(stored), count);
  const ranked = [...values.values()].toSorted(
    (a, b) => Number(b.isChosen) - Number(a.isChosen) || b.count - a.count || compareValues(a, b),
  );
  const fixed = new Map(field.values.map((value, index) => [value, index]));
  const shown = ranked
    .slice(0, Math.max(mostValues, field.values.length))
    .toSorted(
      (a, b) =>
        (fixed.get(a.value) ?? fixed.size) - (fixed.get(b.value) ?? fixed.size) ||
        (field.isScale ? compareValues(a, b) : b.count - a.count) ||
        compareValues(a, b),
    );
  return { field: field.field, name: field.name, isAbout, values: shown, more: ranked.length - shown.length };
}

const { compare } = new Intl.Collator('en', { numeric: true });

function compareValues(a: FacetValue, b: FacetValue): number {
  return compare(a.name, b.name);
}
