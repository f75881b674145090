import { describe, expect, it } from 'vitest';
import { outcomeOfImport } from './import-outcome.ts';
import { outcomeOfRetry } from './retry-outcome.ts';
import { testSource as source } from './test-source.ts';

describe('what came of an import', () => {
  it('says plainly that nothing was new', () => {
    const outcome = outcomeOfImport(source({ read: 386, duplicates: 386 }));
    expect(outcome).toMatchObject({ tone: 'info', title: 'mail.jsonl: nothing new' });
    expect(outcome.sentence).toContain('All 386 rows were in the project already');
    expect(outcomeOfImport(source({ read: 3, duplicates: 1, rejected: 2 })).sentence).toContain(
      '2 rows could not be taken',
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

  it('counts what was attached, skipped and added', () => {
    const outcome = outcomeOfImport(
      source({
        brings: 'attachments',
        read: 10,
        attached: 6,
        duplicates: 1,
        skipped: 2,
        rejected: 1,
        editsAdded: 4,
        labelsAdded: 1,
        signalsAdded: 2,
      }),
    );
    expect(outcome).toMatchObject({ tone: 'caution', title: 'mail.jsonl: imported' });
    expect(outcome.sentence).toBe(
      '10 rows read: 6 attached, 4 edits, 1 label and 2 signals added to interactions that were here, 1 duplicate left out, 2 skipped, 1 rejected.',
    );
  });

  it('says that a cancelled import left nothing, instead of counting nothing', () => {
    expect(outcomeOfImport(source({ state: 'cancelled' })).sentence).toMatch(/^Nothing of it was kept/);
  });

  it('says how to go on after a stop, and that all was rejected', () => {
    expect(outcomeOfImport(source({ state: 'cancelled', read: 9, imported: 9 })).sentence).toContain(
      'Import the file again',
    );
    const interrupted = outcomeOfImport(source({ state: 'interrupted', read: 9, imported: 9 }));
    expect(interrupted.title).toContain('interrupted');
    expect(interrupted.sentence).toContain('go on where it stopped');
    expect(outcomeOfImport(source({ read: 2, rejected: 2 })).title).toContain('nothing imported');
  });
});

describe('what came of another try', () => {
  const none = { tried: 5, imported: 0, attached: 0, duplicates: 0, rejected: 5 };

  it('says how many left the quarantine, and what they became', () => {
    expect(outcomeOfRetry({ ...none, imported: 2, attached: 1, rejected: 2 })).toEqual({
      tone: 'info',
      sentence: '3 of 5 rows left the quarantine: 2 imported, 1 attached. 2 still here.',
    });
    expect(outcomeOfRetry({ ...none, tried: 1, duplicates: 1, rejected: 0 })).toEqual({
      tone: 'success',
      sentence: '1 of 1 row left the quarantine: 1 in the project already.',
    });
  });

  it('says that none could be taken', () => {
    expect(outcomeOfRetry(none).sentence).toContain('None of 5 rows could be taken');
  });
});
