import { useEffect, useMemo, useState } from 'react';
import type { AlignedRow } from '../../../shared/domain/diff/diff-segments.ts';
import type { TextDiff } from '../../../shared/domain/diff/diff-texts.ts';
import { eachRow } from './each-row.ts';

/** Pairs of more UTF-16 code units are aligned bit by bit. */
const largestAtOnce = 120_000;

/** Milliseconds of one bit: less than half a frame. */
const bit = 6;

/**
 * The rows of a pair. Those of a long pair come a moment later, so that no frame waits for them; until then those
 * before stay, or the beginning of the texts where there were none.
 */
export function useRows(output: string, edit: string, diff: TextDiff | null): readonly AlignedRow[] {
  const isSmall = output.length + edit.length <= largestAtOnce;
  const [large, setLarge] = useState<readonly AlignedRow[]>(noRows);
  useEffect(() => {
    if (isSmall) return undefined;
    const source = eachRow(output, edit, diff);
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
  }, [isSmall, output, edit, diff]);
  const small = useMemo(
    () => (isSmall ? [...eachRow(output, edit, diff)] : noRows),
    [isSmall, output, edit, diff],
  );
  return isSmall ? small : large;
}

const noRows: readonly AlignedRow[] = [];
