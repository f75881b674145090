/** Not there yet. */
export function CatalogueTab() {
  return <p role="status">Loading…</p>;
}
