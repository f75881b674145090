import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { evidenceKinds, type FewShotOptions } from '../../../shared/domain/fewshot/few-shot-options.ts';
import type { Filter } from '../../../shared/domain/filter/filter.ts';
import { parseQuery } from '../../../shared/domain/search/parse-query.ts';
import { useQueries } from '../../api/query-utils.ts';
import { useSettings } from '../../api/use-settings.ts';
import { QueryLine } from '../../app/query-line/query-line.tsx';
import { CheckList } from '../../ui/check-list.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './few-shot-form.module.css';
import {
  evidenceNames,
  formatOptions,
  methodOptions,
  orderOptions,
  segmentOptions,
} from './few-shot-texts.ts';
import { useSearchCommand } from './use-search-command.ts';

export interface FewShotFormProps {
  readonly options: FewShotOptions;
  readonly onChange: (change: Partial<FewShotOptions>) => void;
  readonly compare: string | null;
  /** Names of sets that are kept. */
  readonly sets: readonly string[];
  readonly onCompare: (name: string | null) => void;
}

/** What examples are chosen from, and how. */
export function FewShotForm({ options, onChange, compare, sets, onCompare }: FewShotFormProps) {
  return (
    <div className={styles['form']} role="group" aria-label="Options">
      <FilterField filter={options.filter} onChange={(filter) => onChange({ filter: [...filter] })} />
      <div className={styles['row']}>
        <NumberField
          label="Budget, in tokens"
          minimum={20}
          maximum={1_000_000}
          step={10}
          value={options.budget}
          onChange={(budget) => onChange({ budget })}
        />
        <NumberField
          label="Examples at most"
          minimum={1}
          maximum={64}
          value={options.most}
          onChange={(most) => onChange({ most })}
        />
      </div>
      <div className={styles['row']}>
        <NumberField
          label="Counter-examples"
          minimum={0}
          maximum={32}
          value={options.counters}
          onChange={(counters) => onChange({ counters })}
          hint="One a failure mode."
        />
        <NumberField
          label="Least quality"
          isShare
          minimum={0}
          maximum={1}
          step={0.05}
          value={options.leastQuality}
          onChange={(leastQuality) => onChange({ leastQuality })}
          hint="An edit alone is 65 %."
        />
      </div>
      <Select
        label="Method"
        options={methodOptions}
        value={options.method}
        onChange={(method) => onChange({ method })}
      />
      <Select
        label="In turn by"
        options={segmentOptions}
        value={options.by}
        onChange={(by) => onChange({ by })}
      />
      <Select
        label="Order"
        options={orderOptions}
        value={options.order}
        onChange={(order) => onChange({ order })}
      />
      <Select
        label="Format"
        options={formatOptions}
        value={options.format}
        onChange={(format) => onChange({ format })}
      />
      <QualityFields options={options} onChange={onChange} />
      <ModelField model={options.model} onChange={(model) => onChange({ model })} />
      <Select
        label="Compare with"
        options={[
          { value: live, name: 'The live set' },
          ...sets.map((name) => ({ value: `${named}${name}`, name })),
        ]}
        value={compare === null ? live : `${named}${compare}`}
        onChange={(value) => onCompare(value === live ? null : value.slice(named.length))}
      />
    </div>
  );
}

const live = 'live';
const named = 'set:';

function FilterField({
  filter,
  onChange,
}: Pick<FewShotOptions, 'filter'> & {
  readonly onChange: (filter: Filter) => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  useSearchCommand(field);
  const [problem, setProblem] = useState<string | null>(null);
  // What it began with; what is written since is the line's own.
  const [begun] = useState(filter);
  const read = (text: string) => {
    const parsed = parseQuery(text);
    setProblem(parsed.ok ? null : parsed.error.message);
    if (parsed.ok) onChange(parsed.value);
  };
  return (
    <div className={styles['group']}>
      <span className={styles['label']}>Which interactions (nothing: all of them)</span>
      <QueryLine filter={begun} onFilter={onChange} field={field} onText={read} />
      <p className={styles['problem']}>{problem}</p>
    </div>
  );
}

/** What tells how good an answer is: nothing is mixed in that is not ticked here. */
function QualityFields({ options, onChange }: Pick<FewShotFormProps, 'options' | 'onChange'>) {
  const queries = useQueries();
  const questions = useQuery(queries.schema.everyQuestion.queryOptions()).data ?? [];
  const scales = questions.filter(({ kind }) => kind === 'scale');
  return (
    <>
      <CheckList
        label="Quality of an answer, beside edits"
        options={evidenceKinds.map((kind) => ({ value: kind, name: evidenceNames[kind] }))}
        chosen={options.evidence}
        onChange={(evidence) => onChange({ evidence: [...evidence] })}
      />
      {scales.length === 0 ? null : (
        <CheckList
          label="Scales on which more is better"
          options={scales.map(({ id, name }) => ({ value: id, name }))}
          chosen={options.scales}
          onChange={(chosen) => onChange({ scales: [...chosen] })}
        />
      )}
      <p className={styles['explained']}>
        The mean of what is known and of one half for what is not: an edit counts 80 %, labels double. What
        was said of an output says nothing of its edit.
      </p>
    </>
  );
}

/** Only where the settings name a model beside the words. */
function ModelField({
  model,
  onChange,
}: Pick<FewShotOptions, 'model'> & { readonly onChange: (model: FewShotOptions['model']) => void }) {
  const models = useSettings().settings?.models;
  const hasFolder = models !== undefined && models.folder !== null;
  const options = [
    { value: 'lexical', name: 'Their words' },
    ...(hasFolder ? [{ value: 'folder', name: 'A model in a folder' } as const] : []),
    ...(models?.service.isOn === true ? [{ value: 'service', name: 'An embedding service' } as const] : []),
  ] as const;
  return options.length === 1 ? null : (
    <Select label="Compare texts by" options={options} value={model} onChange={onChange} />
  );
}
