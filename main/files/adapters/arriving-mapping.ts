import type { Mapping } from '../../../shared/domain/mapping/mapping.ts';

/** Where the columns of `ArrivingRow` go: the mapping that every adapter's rows begin with. */
export const arrivingMapping: Mapping = [
  { target: 'output', path: 'output' },
  { target: 'messages', path: 'messages' },
  { target: 'external_id', path: 'external_id' },
  { target: 'session', path: 'session' },
  { target: 'user', path: 'user' },
  { target: 'model', path: 'model' },
  { target: 'prompt_version', path: 'prompt_version' },
  { target: 'created_at', path: 'created_at' },
  { target: 'keys', path: 'keys' },
  { target: 'edits', path: 'edits' },
  { target: 'signals', path: 'signals' },
  { target: 'labels', path: 'labels' },
  { target: 'spans', path: 'spans' },
];

/** The same for rows that belong to interactions of other rows. */
export const attachmentMapping: Mapping = [
  { target: 'external_id', path: 'external_id' },
  { target: 'keys', path: 'keys' },
  { target: 'session', path: 'session' },
  { target: 'edits', path: 'edits' },
  { target: 'signals', path: 'signals' },
  { target: 'labels', path: 'labels' },
  { target: 'spans', path: 'spans' },
];
