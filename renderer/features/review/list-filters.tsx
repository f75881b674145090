import { useQuery } from '@tanstack/react-query';
import { Search, X } from 'lucide-react';
import { memo, type RefObject, useEffect, useRef, useState } from 'react';
import { Button as AriaButton, Input, SearchField } from 'react-aria-components';
import type { Source } from '../../../shared/contract/import-operations.ts';
import type { Clause, Filter } from '../../../shared/domain/filter/filter.ts';
import { clauseToText } from '../../../shared/domain/filter/parse-clause.ts';
import type { LabelSchema } from '../../../shared/domain/schema/label-schema.ts';
import { useQueries } from '../../api/query-utils.ts';
import { KeyHint } from '../../ui/keys/key-hint.tsx';
import { Select, type SelectOption } from '../../ui/select.tsx';
import styles from './list-filters.module.css';
import { withClause } from './review-address.ts';

export interface ListFiltersProps {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
  readonly annotator: string;
  readonly schema: LabelSchema;
  readonly searchField: RefObject<HTMLInputElement | null>;
}

/** Milliseconds without typing after which the list is searched. */
const searchPause = 250;

const any = '';
const noSources: readonly Source[] = [];

/** The controls above the list. Clauses they have no control for are shown as they are and can be taken away. */
export const ListFilters = memo(function ListFilters(props: ListFiltersProps) {
  const { filter, onChange, annotator, schema, searchField } = props;
  const queries = useQueries();
  const sources = useQuery(queries.imports.sources.queryOptions()).data ?? noSources;
  const lead = schema.questions.find((question) => question.kind === 'single_choice');
  const leadField: Clause['field'] = `label.${lead?.id ?? 'verdict'}`;
  const controlled = new Set<string>(['text', 'labelled', 'labelled_by', 'edited', 'source', leadField]);
  const others = filter.filter((clause) => !controlled.has(clause.field));

  const set = (field: Clause['field'], value: string) =>
    onChange(withClause(filter, field, value === any ? null : { operator: '=', value }));

  return (
    <div className={styles['filters']}>
      <SearchText
        key={valueOf(filter, 'text')}
        value={valueOf(filter, 'text')}
        field={searchField}
        onChange={(value) =>
          onChange(withClause(filter, 'text', value === '' ? null : { operator: '~', value }))
        }
      />
      <div className={styles['selects']}>
        <Select
          label="Labels"
          isLabelHidden
          options={labelledOptions(annotator)}
          value={labelledValue(filter)}
          onChange={(value) => onChange(withLabelled(filter, value, annotator))}
        />
        <Select
          label="Edits"
          isLabelHidden
          options={editedOptions}
          value={valueOf(filter, 'edited')}
          onChange={(value) => set('edited', value)}
        />
        <Select
          label="Source"
          isLabelHidden
          options={[{ value: any, name: 'Any source' }, ...sources.filter(hasItems).map(sourceOption)]}
          value={valueOf(filter, 'source')}
          onChange={(value) => set('source', value)}
        />
        {lead === undefined ? null : (
          <Select
            label={lead.name}
            isLabelHidden
            options={[
              { value: any, name: `Any ${lead.name.toLowerCase()}` },
              ...lead.options.map((option) => ({ value: option.id, name: option.name })),
            ]}
            value={valueOf(filter, leadField)}
            onChange={(value) => set(leadField, value)}
          />
        )}
      </div>
      {others.length === 0 ? null : (
        <ul className={styles['clauses']} aria-label="Further filters">
          {others.map((clause) => (
            <li key={clauseToText(clause)} className={styles['clause']}>
              <span>{clauseToText(clause)}</span>
              <AriaButton
                aria-label={`Remove the filter ${clauseToText(clause)}`}
                onPress={() => onChange(filter.filter((other) => other !== clause))}
              >
                <X aria-hidden />
              </AriaButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
});

const editedOptions: readonly SelectOption<string>[] = [
  { value: any, name: 'Edited or not' },
  { value: 'yes', name: 'Edited' },
  { value: 'no', name: 'Not edited' },
];

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
  return valueOf(filter, 'labelled');
}

function withLabelled(filter: Filter, value: string, annotator: string): Filter {
  const without = withClause(withClause(filter, 'labelled', null), 'labelled_by', null);
  if (value === any) return without;
  if (value === 'yes' || value === 'no') return [...without, { field: 'labelled', operator: '=', value }];
  return [...without, { field: 'labelled_by', operator: value === 'me' ? '=' : '!=', value: annotator }];
}

function valueOf(filter: Filter, field: Clause['field']): string {
  return filter.find((clause) => clause.field === field)?.value ?? any;
}

function hasItems(source: Source): boolean {
  return source.state !== 'undone';
}

function sourceOption(source: Source): SelectOption<string> {
  return { value: source.id, name: source.name };
}

interface SearchTextProps {
  readonly value: string;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onChange: (value: string) => void;
}

function SearchText({ value, field, onChange }: SearchTextProps) {
  const [text, setText] = useState(value);
  const submitted = useRef(value);
  const submit = (next: string) => {
    const trimmed = next.trim();
    if (trimmed === submitted.current) return;
    submitted.current = trimmed;
    onChange(trimmed);
  };
  const latestSubmit = useRef(submit);
  useEffect(() => {
    latestSubmit.current = submit;
  });
  useEffect(() => {
    const timer = setTimeout(() => latestSubmit.current(text), searchPause);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <SearchField
      className={styles['search'] ?? ''}
      aria-label="Search in the texts"
      value={text}
      onChange={setText}
      onSubmit={submit}
    >
      <Search aria-hidden />
      <Input ref={field} className={styles['input'] ?? ''} placeholder="Search in the texts" />
      {text === '' ? <KeyHint keys="/" /> : null}
    </SearchField>
  );
}
