import { Bookmark, ListFilter } from 'lucide-react';
import { memo, type RefObject, useMemo, useState } from 'react';
import type { Filter } from '../../../shared/domain/filter/filter.ts';
import { useCommands } from '../../app/key-map.ts';
import { QueryLine } from '../../app/query-line/query-line.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Select, type SelectOption } from '../../ui/select.tsx';
import { FacetsPane, focusFacets } from './facets-pane.tsx';
import styles from './list-search.module.css';
import { withClause } from './review-address.ts';
import { SavedViewsDialog } from './saved-views-dialog.tsx';
import { toggleFacets, useSearchState } from './search-state.ts';

export interface ListSearchProps {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly annotator: string;
  readonly searchField: RefObject<HTMLInputElement | null>;
  /** No interaction is open whose keys include the search's. */
  readonly isAlone: boolean;
}

/** What the list shows: the query, whose turn it is, facets and saved views. */
export const ListSearch = memo(function ListSearch(props: ListSearchProps) {
  const { filter, onFilter, annotator, searchField, isAlone } = props;
  const isOpen = useSearchState((state) => state.facetsOpen);
  const [isChoosing, setIsChoosing] = useState(false);
  useCommands(
    'review.search',
    useMemo(() => {
      const group = 'Review';
      return [
        // Beside an open interaction that one's command of the same name does it.
        ...(isAlone
          ? [
              {
                id: 'review.search',
                name: 'Search in the texts',
                keys: ['/'],
                group,
                run: () => searchField.current?.focus(),
              },
            ]
          : []),
        { id: 'review.facets', name: 'Show or hide the facets', keys: ['Shift+F'], group, run: showFacets },
        { id: 'review.views', name: 'Saved views', keys: ['Shift+V'], group, run: () => setIsChoosing(true) },
      ];
    }, [isAlone, searchField]),
  );
  return (
    <>
      <div className={styles['search']}>
        <QueryLine filter={filter} onFilter={onFilter} field={searchField} />
        <div className={styles['tools']}>
          <Select
            label="Labels"
            isLabelHidden
            options={labelledOptions(annotator)}
            value={labelledValue(filter)}
            onChange={(value) => onFilter(withLabelled(filter, value, annotator))}
          />
          <IconButton
            icon={<ListFilter aria-hidden />}
            name={isOpen ? 'Hide the facets' : 'Show the facets'}
            command="review.facets"
            onPress={toggleFacets}
          />
          <IconButton
            icon={<Bookmark aria-hidden />}
            name="Saved views"
            command="review.views"
            onPress={() => setIsChoosing(true)}
          />
        </div>
      </div>
      {isOpen ? <FacetsPane filter={filter} onFilter={onFilter} /> : null}
      {isChoosing ? (
        <SavedViewsDialog filter={filter} onFilter={onFilter} onClose={() => setIsChoosing(false)} />
      ) : null}
    </>
  );
});

/** The key that shows the facets goes there as well, so that the arrow keys work on them at once. */
function showFacets(): void {
  toggleFacets();
  if (useSearchState.getState().facetsOpen) focusWhenCounted(20);
}

function focusWhenCounted(tries: number): void {
  requestAnimationFrame(() => {
    if (document.querySelector('[data-facet-value]') === null && tries > 0) focusWhenCounted(tries - 1);
    else focusFacets();
  });
}

const any = '';

function labelledOptions(annotator: string): readonly SelectOption<string>[] {
  return [
    { value: any, name: 'Labelled or not' },
    { value: 'no', name: 'Not labelled' },
    { value: 'yes', name: 'Labelled' },
    ...(annotator === ''
      ? []
      : [
          { value: 'not-me', name: 'Not labelled by me' },
          { value: 'me', name: 'Labelled by me' },
        ]),
  ];
}

function labelledValue(filter: Filter): string {
  const by = filter.find((clause) => clause.field === 'labelled_by');
  if (by !== undefined) return by.operator === '!=' ? 'not-me' : 'me';
  return filter.find((clause) => clause.field === 'labelled')?.value ?? any;
}

function withLabelled(filter: Filter, value: string, annotator: string): Filter {
  const without = withClause(withClause(filter, 'labelled', null), 'labelled_by', null);
  if (value === any) return without;
  if (value === 'yes' || value === 'no') return [...without, { field: 'labelled', operator: '=', value }];
  return [...without, { field: 'labelled_by', operator: value === 'me' ? '=' : '!=', value: annotator }];
}
