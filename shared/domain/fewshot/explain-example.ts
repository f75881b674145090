import type { Evidence } from './quality.ts';

export interface ExplainedExample {
  readonly covers: number;
  /** Inputs of some that it covers. */
  readonly such: readonly string[];
  readonly measured: number;
  readonly quality: number;
  readonly evidence: readonly Evidence[];
  readonly tokens: number;
  readonly group: string | null;
}

/** Why an example is in the set, in some sentences. */
export function explainExample(example: ExplainedExample): string {
  const { covers, such, measured, quality, evidence, tokens, group } = example;
  const share = measured === 0 ? 0 : Math.round((100 * covers) / measured);
  const named = such.map((input) => `“${input}”`).join(', ');
  return [
    covers === 0
      ? 'No interaction is nearer to it than to another example.'
      : `Nearest to ${covers} of ${measured} interactions (${share} %)${named === '' ? '' : `, such as ${named}`}.`,
    `Quality ${quality.toFixed(2)}, of ${evidence.map(evidenceText).join(', ')}.`,
    `${tokens} tokens${group === null ? '' : `, for ${group}`}.`,
  ].join(' ');
}

/** `label Verdict: good`, `rating 5`, `an edit`. */
export function evidenceText({ kind, name, value }: Pick<Evidence, 'kind' | 'name' | 'value'>): string {
  switch (kind) {
    case 'edit':
      return 'an edit';
    case 'label':
      return `label ${name}: ${value}`;
    case 'rating':
      return name === 'thumbs' ? `thumbs ${value}` : `rating ${value}`;
    case 'outcome':
      return `outcome ${name}: ${value}`;
  }
}
