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
 * Targets that take a list of objects, several of a kind per row: `edits` ({text, annotator, at}), `signals` ({kind, name, value,
 * unit, at, origin}), `labels` ({question, value, annotator}), `spans` (labels on parts of the output, see `readSpan`), and `keys`,
 * other ids of the interaction by which rows of other files may name it. Adapters fill them, and so can a log.
 */
export const listTargets = ['keys', 'edits', 'signals', 'labels', 'spans'] as const;

export type ListTarget = (typeof listTargets)[number];

/**
 * Targets with a name of their own: `label.<question>`, `label.<question>@<annotator>` (wide files with one
 * column per rater), `signal.<name>`, `outcome.<name>` and `meta.<key>`.
 */
export type Target =
  FixedTarget | ListTarget | `label.${string}` | `signal.${string}` | `outcome.${string}` | `meta.${string}`;

export interface MappingEntry {
  readonly target: Target;
  /** A path such as `feedback.summary` or `messages[-1].content`; see `parsePath`. */
  readonly path: string;
  /** What is done with the value before the target takes it; 'constant' and 'template' need no path ('' then). */
  readonly transform?: Transform | undefined;
}

/** Plain data; see `compileEntry` for what each does. */
export type Transform =
  | { readonly kind: 'constant'; readonly value: string }
  /** `{path}` stands for the text of a value, `{{` for a brace. */
  | { readonly kind: 'template'; readonly template: string }
  /** YYYY MM DD HH mm ss SSS, MMM for a month's short English name, A for AM and PM; anything else stands for itself. UTC. */
  | { readonly kind: 'date'; readonly format: string }
  | {
      readonly kind: 'values';
      readonly values: Readonly<Record<string, string>>;
      readonly otherwise: 'keep' | 'drop';
    }
  /** RE2 syntax, which no text can make slow. Takes the text of a group, 0 being the whole match; no match is no value. */
  | { readonly kind: 'regex'; readonly pattern: string; readonly group: number };

export type Mapping = readonly MappingEntry[];
