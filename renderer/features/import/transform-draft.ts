import type { MappingEntry, Transform } from '../../../shared/domain/mapping/mapping.ts';

export const transformKinds = ['constant', 'template', 'date', 'values', 'regex'] as const;
export type TransformKind = (typeof transformKinds)[number];

/** Each way to change a value, as the editor offers it. */
export const transformTexts: Readonly<
  Record<TransformKind, { readonly name: string; readonly help: string }>
> = {
  constant: { name: 'The same text in every row', help: 'Nothing is read from the file' },
  template: { name: 'A text with values of the row', help: 'Such as {first name} {last name}' },
  date: { name: 'A time written in another form', help: 'Such as 31.12.2024 18:30' },
  values: { name: 'Other values in place of these', help: 'Such as good in place of 1' },
  regex: { name: 'A part of the text', help: 'Found by a pattern' },
};

/** A transform to begin with; `examples` are values that the column holds. */
export function newTransform(kind: TransformKind, examples: readonly string[]): Transform {
  switch (kind) {
    case 'constant':
      return { kind, value: '' };
    case 'template':
      return { kind, template: '' };
    case 'date':
      return { kind, format: 'DD.MM.YYYY HH:mm' };
    case 'values': {
      return {
        kind,
        values: Object.fromEntries(examples.map((example) => [example, example])),
        otherwise: 'keep',
      };
    }
    case 'regex':
      return { kind, pattern: '', group: 0 };
  }
}

/** What is still to be written, as a sentence; null when it can be tried. */
export function transformGap(transform: Transform): string | null {
  if (transform.kind === 'template' && transform.template === '')
    return 'Write the text, with paths in braces such as {first} {last}.';
  if (transform.kind === 'date' && transform.format === '')
    return 'Write the form of the dates, for example DD.MM.YYYY HH:mm.';
  if (transform.kind === 'regex' && transform.pattern === '')
    return 'Write the pattern, for example #([0-9]+).';
  return null;
}

/** `constant` and `template` read nothing at the entry's own path. */
export function readsPath({ transform }: Pick<MappingEntry, 'transform'>): boolean {
  return transform?.kind !== 'constant' && transform?.kind !== 'template';
}

/** What a transform does, in one line. */
export function describeTransform(transform: Transform): string {
  switch (transform.kind) {
    case 'constant':
      return `Always “${transform.value}”`;
    case 'template':
      return transform.template;
    case 'date':
      return `Time in the form ${transform.format}`;
    case 'values': {
      const pairs = Object.entries(transform.values).filter(([from, to]) => from !== to);
      const [first] = pairs;
      if (first === undefined) return 'Other values in place of these';
      return `${first[0]} → ${first[1]}${pairs.length > 1 ? ` and ${pairs.length - 1} more` : ''}`;
    }
    case 'regex':
      return transform.group === 0
        ? `Part ${transform.pattern}`
        : `Group ${transform.group} of ${transform.pattern}`;
  }
}
