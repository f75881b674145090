/**
 * A mapping says which path of a source row fills which target. It is plain data: it is stored with the source,
 * shown in the import screen and written on the command line as `--map target=path`.
 */
export const fixedTargets = [
  'output',
  'edit',
  'input',
  'system',
  'messages',
  'external_id',
  'session',
  'user',
  'model',
  'prompt_version',
  'created_at',
  'edited_at',
  'rating',
  'action',
  'comment',
  'annotator',
] as const;

export type FixedTarget = (typeof fixedTargets)[number];

/**
 * Targets with a name of their own: `label.<question>`, `label.<question>@<annotator>` (wide files with one
 * column per rater), `signal.<name>`, `outcome.<name>` and `meta.<key>`.
 */
export type Target =
  FixedTarget | `label.${string}` | `signal.${string}` | `outcome.${string}` | `meta.${string}`;

export interface MappingEntry {
  readonly target: Target;
  /** A path such as `feedback.summary` or `messages[-1].content`; see `parsePath`. */
  readonly path: string;
}

export type Mapping = readonly MappingEntry[];
