interface Edited<Edit> {
  /** Oldest first. */
  readonly edits: readonly Edit[];
}

/** The edit to show: the one asked for, else the last one made in the app, else the last imported one. */
export function shownEdit<Edit extends { readonly id: string; readonly origin: 'import' | 'app' }>(
  { edits }: Edited<Edit>,
  wantedId?: string,
): Edit | null {
  return (
    edits.find((edit) => edit.id === wantedId) ??
    edits.findLast((edit) => edit.origin === 'app') ??
    edits.at(-1) ??
    null
  );
}
