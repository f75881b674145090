import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { VelocityReport } from '../../../shared/contract/velocity-operations.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { useCommands } from '../../app/key-map.ts';
import { Button } from '../../ui/button.tsx';
import { formatPlural } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { ComparedTable } from './compared-table.tsx';
import { defaultPair } from './default-pair.ts';
import {
  type ComparedValues,
  dimensionOf,
  onlyDimensions,
  type VelocityAddress,
} from './velocity-address.ts';
import { compareCommands } from './velocity-commands.ts';
import type { DimensionValues } from './velocity-filters.tsx';
import { dimensionNames, valueName } from './velocity-words.ts';
import styles from './velocity.module.css';

export interface CompareViewProps {
  readonly address: VelocityAddress;
  readonly compared: ComparedValues;
  readonly dimensions: DimensionValues;
  readonly marks: VelocityReport['marks'];
  readonly onChange: (compared: ComparedValues) => void;
  readonly onBack: () => void;
}

/** Two values of a dimension side by side: what differs, how surely, and whether the mix of another explains it. */
export function CompareView({ address, compared, dimensions, marks, onChange, onBack }: CompareViewProps) {
  const queries = useQueries();
  const { dimension } = compared;
  const values = dimensions[dimension] ?? [];
  const { a, b } = defaultPair(compared, values, marks);
  const isReady = a !== null && b !== null && a !== b;
  const { from, to, only } = address;
  const answer = useQuery({
    ...queries.velocity.compare.queryOptions({
      input: {
        dimension,
        a: a ?? '',
        b: b ?? '',
        only,
        ...(from === null ? {} : { from }),
        ...(to === null ? {} : { to }),
      },
    }),
    enabled: isReady,
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  const swap = () => onChange({ dimension, a: b, b: a });
  useCommands('velocity.compare', compareCommands({ swap, hasBoth: isReady }));
  const options = values.map(({ value, interactions }) => ({
    value: `=${value}`,
    name: valueName(value),
    detail: formatPlural(interactions, 'interaction'),
  }));
  return (
    <article className={styles['metric']} aria-label="Comparison" data-velocity-comparison>
      <header className={styles['metricHead']}>
        <h2 className={styles['metricTitle']}>Comparison</h2>
        <div className={styles['metricActions']}>
          <Button command="velocity.swap" isDisabled={!isReady} onPress={swap}>
            Swap
          </Button>
          <Button command="velocity.back" onPress={onBack}>
            All metrics
          </Button>
        </div>
      </header>
      <div className={styles['filters']} role="group" aria-label="What is compared">
        <Select
          label="Compare"
          options={onlyDimensions.map((value) => ({ value, name: dimensionNames[value] }))}
          value={dimension}
          onChange={(value) => onChange({ dimension: dimensionOf(value) ?? dimension, a: null, b: null })}
        />
        <Select
          label="Before"
          options={options}
          value={a === null ? '' : `=${a}`}
          isDisabled={values.length < 2}
          onChange={(value) => onChange({ dimension, a: value.slice(1), b })}
        />
        <Select
          label="After"
          options={options}
          value={b === null ? '' : `=${b}`}
          isDisabled={values.length < 2}
          onChange={(value) => onChange({ dimension, a, b: value.slice(1) })}
        />
      </div>
      {answer.error === null ? null : <Notice tone="error">{failureOf(answer.error).message}</Notice>}
      {values.length < 2 ? (
        <Notice tone="info">
          {`The interactions have fewer than two values of ${dimensionNames[dimension].toLowerCase()}. Choose something else to compare.`}
        </Notice>
      ) : a === b ? (
        <Notice tone="info">Choose two different values.</Notice>
      ) : answer.data === undefined || a === null || b === null ? (
        <p role="status">Counting…</p>
      ) : (
        <ComparedTable
          a={valueName(answer.data.a)}
          b={valueName(answer.data.b)}
          metrics={answer.data.metrics}
          isBusy={answer.isFetching}
        />
      )}
    </article>
  );
}
