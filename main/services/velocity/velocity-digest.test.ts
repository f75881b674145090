import { describe, expect, it } from 'vitest';
import { addCountedCells, yesNo } from '../../../tests/support/counted-cells.ts';
import { middleOf } from '../../../tests/support/logged-weeks.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import { documentText } from '../documents/document-text.ts';
import { digestOutline } from './digest-outline.ts';
import { setTarget } from './set-target.ts';
import { velocityDigest } from './velocity-digest.ts';

const now = middleOf('2026-W35');

function fiveWeeks() {
  const { database } = newProject();
  addCountedCells(
    database,
    ['2026-W31', '2026-W32', '2026-W33', '2026-W34', '2026-W35'].map((week, index) => ({
      week,
      promptVersion: index < 3 ? 'v1' : '<v2>',
      interactions: 100,
      counts: { accepted: yesNo(40 + 10 * index, 100) },
    })),
  );
  return database;
}

describe('the digest of a week', () => {
  it('is of the newest week that is over, beside the one before', async () => {
    const database = fiveWeeks();
    setTarget(database, { annotator: 'Ada', device: 'device-a', now }, { metric: 'acceptance', target: 0.9 });
    const digest = await velocityDigest(database, { now });
    if (!digest.ok) throw new Error(digest.error.message);
    expect(digest.value.week).toBe('2026-W34');
    const text = documentText(digestOutline(digest.value), 'md');
    expect(text).toContain(
      '| Acceptance | 70.0 % (60.4 % to 78.1 %), n 100 | 60.0 % (50.2 % to 69.1 %), n 100 | +10.0 points, p 0.138 |',
    );
    expect(text).toContain('| Acceptance | at least 90.0 % | missed |');
    const html = documentText(digestOutline(digest.value), 'html');
    expect(html).toContain('<svg');
    expect(html).toContain('&lt;v2&gt;');
    expect(html).not.toMatch(/<script|<v2>/u);
  });

  it('knows nothing of later weeks', async () => {
    const digest = await velocityDigest(fiveWeeks(), { week: '2026-W32', now });
    expect(digest).toMatchObject({
      ok: true,
      value: { week: '2026-W32', velocity: { weeks: ['2026-W31', '2026-W32'] } },
    });
  });

  it('says what is missing where no week is counted', async () => {
    expect(await velocityDigest(newProject().database, { now })).toMatchObject({
      error: { code: 'INPUT_INVALID' },
    });
  });
});
