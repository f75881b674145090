import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, memo, useState } from 'react';
import type { Facet, FacetValue } from '../../../shared/contract/search-operations.ts';
import type { Filter } from '../../../shared/domain/filter/filter.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { formatCount } from '../../ui/format.ts';
import styles from './facets-pane.module.css';
import { withClause } from './review-address.ts';

export interface FacetsPaneProps {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

/** What the interactions that match have, with counts; a press asks for it or takes it back. */
export const FacetsPane = memo(function FacetsPane({ filter, onFilter }: FacetsPaneProps) {
  const queries = useQueries();
  const { data, error, isPlaceholderData } = useQuery({
    ...queries.search.facets.queryOptions({ input: { filter: [...filter] } }),
    // The counts before stay until the new ones are there, and a search that is left is cancelled.
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const [current, setCurrent] = useState<string | null>(null);
  const facets = data?.facets ?? [];
  const keys = facets.flatMap((facet) => facet.values.map((value) => keyOf(facet, value)));
  const reachable = current !== null && keys.includes(current) ? current : keys[0];

  // A press shows at once; the counts follow.
  const isChosen = ({ field }: Facet, value: FacetValue) =>
    isPlaceholderData
      ? filter.some(
          (clause) => clause.field === field && clause.operator === '=' && clause.value === value.value,
        )
      : value.isChosen;
  const toggle = (facet: Facet, value: FacetValue) =>
    onFilter(
      withClause(filter, facet.field, isChosen(facet, value) ? null : { operator: '=', value: value.value }),
    );

  return (
    <div className={styles['pane']} role="region" aria-label="Facets" aria-busy={isPlaceholderData}>
      {error === null ? null : <p className={styles['problem']}>{failureOf(error).message}</p>}
      {data !== undefined && facets.length === 0 ? (
        <p className={styles['more']}>There is nothing to count.</p>
      ) : null}
      {facets.map((facet) => (
        <section key={facet.field}>
          <h2 className={styles['name']}>{facet.name}</h2>
          <div role="listbox" aria-multiselectable aria-label={facet.name}>
            {facet.values.map((value) => (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the pane has the keys
              <div
                key={value.value}
                role="option"
                data-facet-value={keyOf(facet, value)}
                className={styles['value']}
                aria-selected={isChosen(facet, value)}
                tabIndex={keyOf(facet, value) === reachable ? 0 : -1}
                onFocus={() => setCurrent(keyOf(facet, value))}
                onClick={() => toggle(facet, value)}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' && event.key !== ' ') return moveFocus(event);
                  event.preventDefault();
                  toggle(facet, value);
                }}
              >
                <span className={styles['valueName']} dir="auto">
                  {value.name}
                </span>{' '}
                <span className={styles['count']}>
                  {facet.isAbout && value.count > 0 ? '≈ ' : ''}
                  {formatCount(value.count)}
                </span>
              </div>
            ))}
          </div>
          {facet.more === 0 ? null : <p className={styles['more']}>and {formatCount(facet.more)} more</p>}
        </section>
      ))}
    </div>
  );
});

function keyOf({ field }: Facet, { value }: FacetValue): string {
  return `${field}=${value}`;
}

/** Puts the focus on the first value, or the one it was on last. */
export function focusFacets(): void {
  document.querySelector<HTMLElement>('[data-facet-value][tabindex="0"]')?.focus();
}

/** The arrow keys, Home and End go through the values of all facets. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const values = [...document.querySelectorAll<HTMLElement>('[data-facet-value]')];
  const at = values.indexOf(event.currentTarget);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: values.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  values[next]?.focus();
}
