import { useSyncExternalStore } from 'react';
import type { DiffOptions } from '../../../shared/domain/diff/diff-texts.ts';
import { type Compared, comparisonOf } from './diff-source.ts';

/** The differences of a pair as far as they are known. See {@link comparisonOf}. */
export function useDiff(key: string, output: string, edit: string, options?: DiffOptions): Compared {
  const comparison = comparisonOf(key, output, edit, options);
  return useSyncExternalStore(comparison.subscribe, comparison.current);
}
