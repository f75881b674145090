/** Not there yet. */
export function QualityTab() {
  return <p role="status">Loading…</p>;
}
