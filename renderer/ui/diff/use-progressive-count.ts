import { startTransition, useEffect, useState } from 'react';

/**
 * How many of `total` parts of a long view to draw now: one at once, then one more each frame, so that a text of
 * any length shows its beginning immediately and never holds up a key press.
 * @param atLeast parts that something on screen needs already (the change to scroll to)
 */
export function useProgressiveCount(total: number, atLeast = 1): number {
  const [count, setCount] = useState(1);
  const shown = Math.min(total, Math.max(count, atLeast));
  useEffect(() => {
    if (shown >= total) return undefined;
    const frame = requestAnimationFrame(() => startTransition(() => setCount(shown + 1)));
    return () => cancelAnimationFrame(frame);
  }, [shown, total]);
  return shown;
}
