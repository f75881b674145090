import { z } from 'zod';
import { hashText } from '../text/hash-text.ts';

export const exportPartSchema = z.enum(['training', 'validation', 'test']);

export type ExportPart = z.infer<typeof exportPartSchema>;

export interface SplitOptions {
  /** Share of groups held out, 0 to 1. */
  readonly validation: number;
  /** Share of groups held out as a test set; with `validation` at most 1. */
  readonly test?: number | undefined;
  readonly seed: number;
}

/** What is wrong with the shares, which a recipe's schema cannot see one by one; null where nothing is. */
export function splitProblem({ validation, test = 0 }: Omit<SplitOptions, 'seed'>): string | null {
  if (validation + test < 1) return null;
  return 'Validation and test take all groups, so that nothing is left to train on. Hold smaller shares out.';
}

/**
 * Which part a group's rows go to. It depends on nothing but the group, the seed and the share: more data never
 * moves a group, and a larger share only moves groups from training to validation.
 */
export function splitOf(group: string, { validation, test = 0, seed }: SplitOptions): ExportPart {
  const place = hashText(group, seed) / 2 ** 53;
  if (place < validation) return 'validation';
  // From the other end, so that a test set that is asked for later takes nothing out of validation.
  return place >= 1 - test ? 'test' : 'training';
}
