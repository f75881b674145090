import { hashText } from '../text/hash-text.ts';

export type ExportPart = 'training' | 'validation';

export interface SplitOptions {
  /** Share of groups held out, 0 to 1. */
  readonly validation: number;
  readonly seed: number;
}

/**
 * Which part a group's rows go to. It depends on nothing but the group, the seed and the share: more data never
 * moves a group, and a larger share only moves groups from training to validation.
 */
export function splitOf(group: string, { validation, seed }: SplitOptions): ExportPart {
  return hashText(group, seed) / 2 ** 53 < validation ? 'validation' : 'training';
}
