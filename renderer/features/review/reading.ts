import type { Settings } from '../../../shared/contract/app-operations.ts';

/** How this person reads an output against its edit; kept in the settings. */
export type Reading = Pick<
  Settings,
  'diffMode' | 'changesOnly' | 'ignoreWhitespace' | 'ignoreCase' | 'readAs' | 'sortKeys' | 'rendered'
>;

const unset: Reading = {
  diffMode: 'side-by-side',
  changesOnly: false,
  ignoreWhitespace: false,
  ignoreCase: false,
  readAs: 'auto',
  sortKeys: false,
  rendered: false,
};

/** The reading in a layout that exists: without two edits there is no three-way comparison. */
export function withLayout(reading: Reading, hasThreeWay: boolean): Reading {
  return reading.diffMode === 'three-way' && !hasThreeWay
    ? { ...reading, diffMode: 'side-by-side' }
    : reading;
}

export function readingOf(settings: Settings | undefined): Reading {
  return settings ?? unset;
}
