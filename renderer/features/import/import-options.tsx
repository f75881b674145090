import { useQuery } from '@tanstack/react-query';
import type { Brings, ImportOptions } from '../../../shared/contract/import-operations.ts';
import { useQueries } from '../../api/query-utils.ts';
import { Section } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import styles from './import-options.module.css';

export interface ImportOptionsFormProps {
  readonly options: ImportOptions;
  readonly brings: Brings;
  readonly onChange: (options: ImportOptions) => void;
}

const everySource = '';

/** What else an import does; nothing of it unless somebody asks for it. */
export function ImportOptionsForm({ options, brings, onChange }: ImportOptionsFormProps) {
  return (
    <Section title="Options">
      {brings === 'attachments' ? <JoinSource options={options} onChange={onChange} /> : null}
      <Switch
        label="Replace user ids by pseudonyms"
        detail="The same id always gets the same pseudonym on this computer; the key that makes them is not in the project."
        isSelected={options.pseudonymise ?? false}
        onChange={(pseudonymise) => onChange({ ...options, pseudonymise })}
      />
      <Switch
        label="Look for personal data in the texts"
        detail="E-mail addresses, phone and card numbers, keys and the like are counted; the texts stay as they are."
        isSelected={options.scanPersonalData ?? false}
        onChange={(scanPersonalData) => onChange({ ...options, scanPersonalData })}
      />
    </Section>
  );
}

function JoinSource({ options, onChange }: Pick<ImportOptionsFormProps, 'options' | 'onChange'>) {
  const queries = useQueries();
  const sources = useQuery(queries.imports.sources.queryOptions());
  const withInteractions = (sources.data ?? []).filter(
    ({ state, imported }) => state !== 'undone' && imported > 0,
  );
  const [chosen] = options.joinSources ?? [];
  return (
    <div className={styles['join']}>
      <Select
        label="Interactions to join"
        options={[
          { value: everySource, name: 'Of every source' },
          ...withInteractions.map(({ id, name }) => ({ value: id, name })),
        ]}
        value={chosen ?? everySource}
        onChange={(id) => {
          const { joinSources: _, ...others } = options;
          onChange(id === everySource ? others : { ...others, joinSources: [id] });
        }}
      />
    </div>
  );
}
