/** An event stream as every transport hands it over. */
export type EventIterator = AsyncIterator<unknown, unknown, void>;

export function isEventIterator(value: unknown): value is EventIterator {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value && 'next' in value;
}

/** The same stream with its errors passed through `explain`. */
export function guardEventIterator(
  source: EventIterator,
  explain: (error: unknown) => unknown,
): AsyncIterableIterator<unknown, unknown, void> {
  return {
    async next() {
      try {
        return await source.next();
      } catch (error) {
        throw explain(error);
      }
    },
    async return(value) {
      await source.return?.(value);
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
