import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ImportPreview } from '../../../shared/contract/import-operations.ts';
import type { MappingEntry } from '../../../shared/domain/mapping/mapping.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { useSettled } from '../../ui/use-settled.ts';
import type { ReadAs } from './read-as.ts';
import { readsPath, transformGap } from './transform-draft.ts';

const triedRows = 100;
const settleMilliseconds = 200;

export interface ChangedValue {
  /** Null where nothing is read at the entry's path. */
  readonly before: string | null;
  /** Null where the value is left out. */
  readonly after: string | null;
}

export interface TransformTrial {
  /** What is wrong with the transform, as a sentence. */
  readonly problem: string | null;
  /** A few different values; undefined until the first answer is there. */
  readonly values: readonly ChangedValue[] | undefined;
}

/** What the engine makes of one entry's values: the first rows are mapped with this entry alone. */
export function useTransformTrial({ path, adapter }: ReadAs, entry: MappingEntry): TransformTrial {
  const queries = useQueries();
  const settled = useSettled(entry, settleMilliseconds);
  const gap = entry.transform === undefined ? null : transformGap(entry.transform);
  const settledGap = settled.transform === undefined ? null : transformGap(settled.transform);
  const trial = useQuery({
    ...queries.imports.preview.queryOptions({
      input: {
        path,
        ...(adapter === undefined ? {} : { adapter }),
        brings: 'interactions',
        mapping: trialMapping(settled),
        rows: triedRows,
      },
    }),
    enabled: settledGap === null,
    placeholderData: keepPreviousData,
  });
  const failure = trial.error === null ? null : failureOf(trial.error);
  const problem = gap ?? (failure?.code === 'MAPPING_INVALID' ? failure.message : null);
  return { problem, values: trial.data === undefined ? undefined : changedValues(trial.data, entry) };
}

/** The output is there so that every row has one; the input shows a value before it is changed, the edit after. */
function trialMapping(entry: MappingEntry): MappingEntry[] {
  const output: MappingEntry = { target: 'output', path: '', transform: { kind: 'constant', value: '-' } };
  const after: MappingEntry = { ...entry, target: 'edit' };
  return readsPath(entry) ? [output, { target: 'input', path: entry.path }, after] : [output, after];
}

function changedValues({ rows }: ImportPreview, entry: MappingEntry): readonly ChangedValue[] {
  const seen = new Map<string, ChangedValue>();
  for (const { input, edit } of rows) {
    const before = readsPath(entry) ? input : null;
    if (before === '') continue;
    const key = before ?? edit ?? '';
    if (!seen.has(key)) seen.set(key, { before, after: edit });
  }
  return [...seen.values()];
}
