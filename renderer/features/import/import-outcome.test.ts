import { describe, expect, it } from 'vitest';
import type { Source } from '../../../shared/contract/import-operations.ts';
import { outcomeOfImport } from './import-outcome.ts';

function source(counts: Partial<Source>): Source {
  return {
    id: '0199aaaa-0000-7000-8000-000000000000',
    name: 'mail.jsonl',
    path: '/mail.jsonl',
    format: 'jsonl',
    state: 'done',
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
    ...counts,
  };
}

describe('what came of an import', () => {
  it('says plainly that nothing was new', () => {
    const outcome = outcomeOfImport(source({ read: 386, duplicates: 386 }));
    expect(outcome).toMatchObject({ tone: 'info', title: 'mail.jsonl: nothing new' });
    expect(outcome.sentence).toContain('All 386 rows were in the project already');
    expect(outcomeOfImport(source({ read: 3, duplicates: 1, rejected: 2 })).sentence).toContain(
      '2 rows could not be read',
    );
  });

  it('counts what arrived, and warns where rows were rejected', () => {
    expect(outcomeOfImport(source({ read: 1200, imported: 1200 }))).toMatchObject({
      tone: 'success',
      sentence: '1,200 rows read: 1,200 imported, 0 duplicates left out, 0 rejected.',
    });
    expect(outcomeOfImport(source({ read: 10, imported: 9, rejected: 1 })).tone).toBe('caution');
  });

  it('counts edits that joined interactions which were there', () => {
    const outcome = outcomeOfImport(source({ read: 5, duplicates: 5, editsAdded: 1 }));
    expect(outcome.title).toContain('imported');
    expect(outcome.sentence).toContain('1 edit added');
  });

  it('says that a cancelled import left nothing, instead of counting nothing', () => {
    expect(outcomeOfImport(source({ state: 'cancelled' })).sentence).toMatch(/^Nothing of it was kept/);
  });

  it('says how to go on after a stop, and that all was rejected', () => {
    expect(outcomeOfImport(source({ state: 'cancelled', read: 9, imported: 9 })).sentence).toContain(
      'Import the file again',
    );
    expect(outcomeOfImport(source({ state: 'interrupted', read: 9, imported: 9 })).title).toContain(
      'interrupted',
    );
    expect(outcomeOfImport(source({ read: 2, rejected: 2 })).title).toContain('nothing imported');
  });
});
