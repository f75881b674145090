import { useQuery } from '@tanstack/react-query';
import type { Consensus } from '../../../../shared/domain/agreement/consensus.ts';
import type { Recipe } from '../../../../shared/domain/export/recipe.ts';
import { useQueries } from '../../../api/query-utils.ts';
import { Select } from '../../../ui/select.tsx';
import { type ConsensusChoice, consensusChoices, consensusTexts } from './consensus-texts.ts';
import styles from './recipe-form.module.css';

export interface ConsensusFieldsProps {
  readonly consensus: Recipe['consensus'];
  readonly onChange: (consensus: Recipe['consensus']) => void;
}

/** Which answer conditions on labels ask for where several annotators gave one. */
export function ConsensusFields({ consensus, onChange }: ConsensusFieldsProps) {
  const queries = useQueries();
  const annotators = useQuery(queries.review.annotators.queryOptions()).data ?? [];
  const expert = expertOf(consensus) ?? annotators[0]?.name;
  const choice = choiceOf(consensus);
  const options = consensusChoices
    .filter((value) => expert !== undefined || !needsExpert(value))
    .map((value) => ({ value, name: consensusTexts[value] }));
  return (
    <>
      <Select
        label="Where annotators differ"
        options={options}
        value={choice}
        onChange={(next) => onChange(consensusFor(next, expert))}
      />
      {needsExpert(choice) ? (
        <Select
          label="Expert"
          options={annotators.map(({ name }) => ({ value: name, name }))}
          value={expert ?? ''}
          onChange={(name) => onChange(consensusFor(choice, name))}
        />
      ) : null}
      {choice === 'any' ? null : (
        <p className={styles['note']}>
          Conditions on labels ask for this answer. Interactions without one are left out, counted and listed.
        </p>
      )}
    </>
  );
}

function needsExpert(choice: ConsensusChoice): boolean {
  return choice === 'expert' || choice === 'majority-or-expert';
}

function expertOf(consensus: Recipe['consensus']): string | undefined {
  return consensus !== undefined && 'expert' in consensus ? consensus.expert : undefined;
}

function choiceOf(consensus: Recipe['consensus']): ConsensusChoice {
  if (consensus === undefined) return 'any';
  if (consensus.rule === 'majority')
    return consensus.expert === undefined ? 'majority' : 'majority-or-expert';
  return consensus.rule;
}

function consensusFor(choice: ConsensusChoice, expert: string | undefined): Consensus | undefined {
  switch (choice) {
    case 'any':
      return undefined;
    case 'majority':
    case 'adjudicated':
      return { rule: choice };
    case 'majority-or-expert':
      return expert === undefined ? undefined : { rule: 'majority', expert };
    case 'expert':
      return expert === undefined ? undefined : { rule: 'expert', expert };
  }
}
