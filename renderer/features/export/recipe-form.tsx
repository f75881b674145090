import { useQuery } from '@tanstack/react-query';
import { Radio, RadioGroup, Text } from 'react-aria-components';
import { formats } from '../../../shared/domain/export/formats/registry.ts';
import { withdrawn } from '../../../shared/domain/export/formats/withdrawn.ts';
import { exportFormats, type Recipe } from '../../../shared/domain/export/recipe.ts';
import { useQueries } from '../../api/query-utils.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { ConsensusFields } from './consensus-fields.tsx';
import { groupTexts, hasOneAnswer, targetTexts, trainsTexts } from './export-texts.ts';
import { choose, chosen, filterChoices } from './filter-choices.ts';
import styles from './recipe-form.module.css';

export interface RecipeFormProps {
  readonly recipe: Recipe;
  readonly onChange: (change: Partial<Recipe>) => void;
}

/** Everything that decides what an export holds. */
export function RecipeForm({ recipe, onChange }: RecipeFormProps) {
  return (
    <div className={styles['form']}>
      <section className={styles['part']} aria-labelledby="recipe-format">
        <h2 id="recipe-format">Format</h2>
        <RadioGroup
          className={styles['formats'] ?? ''}
          aria-labelledby="recipe-format"
          value={recipe.format}
          onChange={(value) => {
            const format = exportFormats.find((candidate) => candidate === value);
            if (format !== undefined) onChange({ format });
          }}
        >
          {exportFormats.map((format) => (
            <Radio key={format} value={format} className={styles['format'] ?? ''}>
              <span className={styles['formatName']}>{formats[format].name}</span>
              <Text slot="description" className={styles['sentence'] ?? ''}>
                {formats[format].sentence}
                {withdrawn[format] === undefined ? null : (
                  <span className={styles['withdrawn']}>{withdrawn[format]}</span>
                )}
              </Text>
            </Radio>
          ))}
        </RadioGroup>
      </section>
      <section className={styles['part']} aria-labelledby="recipe-filter">
        <h2 id="recipe-filter">Which interactions</h2>
        <FilterFields recipe={recipe} onChange={onChange} />
        <ConsensusFields consensus={recipe.consensus} onChange={(consensus) => onChange({ consensus })} />
        {hasOneAnswer(recipe.format) ? (
          <Select
            label="Learn from"
            options={optionsOf(targetTexts)}
            value={recipe.target}
            onChange={(target) => onChange({ target })}
          />
        ) : null}
        {formats[recipe.format].kind === 'supervised' ? (
          <Select
            label="Earlier answers of a conversation"
            options={optionsOf(trainsTexts)}
            value={recipe.trains ?? 'all'}
            // What is not asked for is not in the recipe, so that its manifest is as before.
            onChange={(trains) => onChange({ trains: trains === 'all' ? undefined : trains })}
          />
        ) : null}
      </section>
      <section className={styles['part']} aria-labelledby="recipe-split">
        <h2 id="recipe-split">Validation</h2>
        <div className={styles['pair']}>
          <NumberField
            label="Share held out"
            value={recipe.validation}
            minimum={0}
            maximum={0.9}
            step={0.05}
            isShare
            onChange={(validation) => onChange({ validation })}
          />
          <NumberField label="Seed" value={recipe.seed} onChange={(seed) => onChange({ seed })} />
        </div>
        <Select
          label="Never split"
          options={optionsOf(groupTexts)}
          value={recipe.groupBy}
          onChange={(groupBy) => onChange({ groupBy })}
        />
        <p className={styles['note']}>
          The same seed puts the same interactions aside, also when the project grows.
        </p>
      </section>
    </div>
  );
}

function FilterFields({ recipe, onChange }: RecipeFormProps) {
  const queries = useQueries();
  const schema = useQuery(queries.review.schema.queryOptions());
  const failureModes = useQuery(queries.review.failureModes.queryOptions());
  const sources = useQuery(queries.imports.sources.queryOptions());
  const choices = filterChoices(schema.data, failureModes.data ?? [], sources.data ?? []);
  return (
    <div className={styles['filters']}>
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
  );
}

function optionsOf<Value extends string>(texts: Readonly<Record<Value, string>>) {
  const entries: { readonly value: Value; readonly name: string }[] = [];
  for (const value in texts) entries.push({ value, name: texts[value] });
  return entries;
}
