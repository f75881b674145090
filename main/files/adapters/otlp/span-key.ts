/** One key per span; undefined where there is no id to join by. */
export function spanKey(traceId: string | undefined, spanId: string | undefined): string | undefined {
  return spanId === undefined ? undefined : `span ${traceId ?? ''} ${spanId}`;
}
