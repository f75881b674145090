import { useCallback, useEffect, useMemo, useState } from 'react';
import type { AlignedRow } from '../../../shared/domain/diff/diff-segments.ts';
import type { TextDiff } from '../../../shared/domain/diff/diff-texts.ts';
import { eachRow } from './each-row.ts';

/** Pairs of more UTF-16 code units are aligned bit by bit. */
const largestAtOnce = 120_000;

/** Milliseconds of one bit: less than half a frame. */
const bit = 6;

/** The rows of a pair; see {@link useRowsOf}. */
export function useRows(output: string, edit: string, diff: TextDiff | null): readonly AlignedRow[] {
  const start = useCallback(() => eachRow(output, edit, diff), [output, edit, diff]);
  return useRowsOf(start, output.length + edit.length);
}

/**
 * The rows that `start` yields. Those of long texts come a moment later, so that no frame waits for them; until then those
 * before stay, or the beginning of the texts where there were none.
 * @param start the same function as long as the texts are the same
 * @param size of all texts, in UTF-16 code units
 */
export function useRowsOf(start: () => Generator<AlignedRow>, size: number): readonly AlignedRow[] {
  const isSmall = size <= largestAtOnce;
  const [large, setLarge] = useState<readonly AlignedRow[]>(noRows);
  useEffect(() => {
    if (isSmall) return undefined;
    const source = start();
    const rows: AlignedRow[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const goOn = () => {
      const end = performance.now() + bit;
      for (let next = source.next(); !next.done; next = source.next()) {
        rows.push(next.value);
        if (performance.now() < end) continue;
        timer = setTimeout(goOn, 0);
        setLarge((before) => (before.length === 0 ? [...rows] : before));
        return;
      }
      setLarge(rows);
    };
    timer = setTimeout(goOn, 0);
    return () => clearTimeout(timer);
  }, [isSmall, start]);
  const small = useMemo(() => (isSmall ? [...start()] : noRows), [isSmall, start]);
  return isSmall ? small : large;
}

const noRows: readonly AlignedRow[] = [];
