import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { useQueries } from '../../../api/query-utils.ts';
import { QueryLine } from '../../../app/query-line/query-line.tsx';
import { Select } from '../../../ui/select.tsx';
import { ConsensusFields } from './consensus-fields.tsx';
import { choose, chosen, filterChoices } from './filter-choices.ts';
import styles from './recipe-form.module.css';
import type { SectionProps } from './recipe-part.ts';

export interface InteractionsSectionProps extends SectionProps {
  readonly field: RefObject<HTMLInputElement | null>;
}

/** Which interactions: a query as in the review, with the usual conditions as fields of their own. */
export function InteractionsSection({ recipe, onChange, field }: InteractionsSectionProps) {
  const queries = useQueries();
  const schema = useQuery(queries.review.schema.queryOptions());
  const failureModes = useQuery(queries.review.failureModes.queryOptions());
  const sources = useQuery(queries.imports.sources.queryOptions());
  const choices = filterChoices(schema.data, failureModes.data ?? [], sources.data ?? []);
  return (
    <>
      <div className={styles['field']}>
        <span className={styles['label']}>Conditions (none: all interactions)</span>
        <QueryLine
          filter={recipe.filter}
          field={field}
          onFilter={(filter) => onChange({ filter: [...filter] })}
        />
      </div>
      <div className={styles['pair']}>
        {choices.map((choice) => (
          <Select
            key={choice.field}
            label={choice.name}
            options={choice.options}
            value={chosen(recipe.filter, choice.field)}
            onChange={(value) => onChange({ filter: [...choose(recipe.filter, choice.field, value)] })}
          />
        ))}
      </div>
      <ConsensusFields consensus={recipe.consensus} onChange={(consensus) => onChange({ consensus })} />
    </>
  );
}
