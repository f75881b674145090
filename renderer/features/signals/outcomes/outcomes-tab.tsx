/** Not there yet. */
export function OutcomesTab() {
  return <p role="status">Loading…</p>;
}
