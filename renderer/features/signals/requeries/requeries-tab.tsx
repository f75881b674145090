/** Not there yet. */
export function RequeriesTab() {
  return <p role="status">Loading…</p>;
}
