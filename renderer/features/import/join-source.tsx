import { useQuery } from '@tanstack/react-query';
import type { ImportOptions } from '../../../shared/contract/import-operations.ts';
import { useQueries } from '../../api/query-utils.ts';
import { Select } from '../../ui/select.tsx';

export interface JoinSourceProps {
  readonly options: ImportOptions;
  readonly onChange: (options: ImportOptions) => void;
}

const everySource = '';

/** Among which interactions rows look for theirs. */
export function JoinSource({ options, onChange }: JoinSourceProps) {
  const queries = useQueries();
  const sources = useQuery(queries.imports.sources.queryOptions());
  const withInteractions = (sources.data ?? []).filter(
    ({ state, imported }) => state !== 'undone' && imported > 0,
  );
  const [chosen] = options.joinSources ?? [];
  return (
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
  );
}
