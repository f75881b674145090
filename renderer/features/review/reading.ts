import type { Settings } from '../../../shared/contract/app-operations.ts';
import type { DiffOptions } from '../../../shared/domain/diff/diff-texts.ts';

/** How this person reads an output against its edit; kept in the settings. */
export type Reading = Pick<Settings, 'diffMode' | 'changesOnly' | 'ignoreWhitespace' | 'ignoreCase'>;

const unset: Reading = {
  diffMode: 'side-by-side',
  changesOnly: false,
  ignoreWhitespace: false,
  ignoreCase: false,
};

export function readingOf(settings: Settings | undefined): Reading {
  return settings ?? unset;
}

export function compareOptions({ ignoreWhitespace, ignoreCase }: Reading): DiffOptions {
  return { ignoreWhitespace, ignoreCase };
}
