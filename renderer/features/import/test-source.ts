import type { Source } from '../../../shared/contract/import-operations.ts';

/** A finished import for tests, with what they say of it. */
export function testSource(changed: Partial<Source>): Source {
  return {
    id: '0199aaaa-0000-7000-8000-000000000000',
    name: 'mail.jsonl',
    path: '/mail.jsonl',
    format: 'jsonl',
    state: 'done',
    resumable: false,
    mapping: [],
    read: 0,
    imported: 0,
    duplicates: 0,
    rejected: 0,
    attached: 0,
    skipped: 0,
    skipReasons: {},
    editsAdded: 0,
    labelsAdded: 0,
    signalsAdded: 0,
    unmapped: {},
    adapter: null,
    brings: 'interactions',
    options: {},
    personalData: null,
    startedAt: 0,
    finishedAt: 0,
    ...changed,
  };
}
