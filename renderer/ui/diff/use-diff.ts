import { useEffect, useState } from 'react';
import type { TextDiff } from '../../../shared/domain/diff/diff-texts.ts';
import { diffOf } from './diff-source.ts';

/** The differences of a pair, or null while a long pair is being compared. See {@link diffOf}. */
export function useDiff(key: string, output: string, edit: string): TextDiff | null {
  const diff = diffOf(key, output, edit);
  const [, setArrived] = useState<TextDiff | null>(null);
  useEffect(() => {
    if (!(diff instanceof Promise)) return undefined;
    let isWanted = true;
    void diff.then((value) => {
      if (isWanted) setArrived(value);
      return value;
    });
    return () => {
      isWanted = false;
    };
  }, [diff]);
  return diff instanceof Promise ? null : diff;
}
