import { useCallback, useInsertionEffect, useRef } from 'react';

/**
 * One function for good that always does what `callback` does now, so that parts which only call it back are not
 * drawn anew with every interaction. Not to be called while drawing.
 */
export function useStableCallback<Arguments extends readonly unknown[], Value>(
  callback: (...args: Arguments) => Value,
): (...args: Arguments) => Value {
  const latest = useRef(callback);
  useInsertionEffect(() => {
    latest.current = callback;
  });
  return useCallback((...args) => latest.current(...args), []);
}
