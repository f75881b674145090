import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changeDigest } from '../../../shared/domain/clusters/change-features.ts';
import { useTempFolder } from '../../../tests/support/temp-folder.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import { jobContext } from '../../../tests/support/test-import.ts';
import { createId } from '../../db/create-id.ts';
import { lowRatingOf } from '../../db/tables/change-sources.ts';
import { planImport } from '../imports/plan-import.ts';
import { prepareSourceRow } from '../imports/prepare-row.ts';
import { readFirstRows } from '../imports/read-first-rows.ts';
import { importFile } from '../imports/run-import.ts';
import { changesOfRow } from './changes-of-row.ts';
import { createChangeFinder } from './find-changes.ts';

const rows = [
  { output: 'We utilize the report.', edit: 'We use the report, always.' },
  { output: 'Nothing changed.', edit: 'Nothing changed.', rating: 5 },
  { output: 'Too long.', action: 'discarded' },
  { output: 'Rated low.', rating: 1, comment: 'wrong tone' },
  { output: 'Rated in the middle.', rating: 3 },
  { output: 'Commented on.', edit: 'Commented on!', comment: 'sounds odd' },
  { output: 'An empty comment.', comment: '  ' },
  { output: 'Thumbs down.', thumbs: 'down' },
  { output: 'Thumbs up.', thumbs: 'up' },
];

describe('the changes of a row', () => {
  it('are those that the project finds once the row is imported', async () => {
    const path = join(useTempFolder(), 'rows.jsonl');
    writeFileSync(path, rows.map((row, id) => JSON.stringify({ id: `r${id}`, ...row })).join('\n'));
    const project = newProject();
    const imported = await importFile({ path, sourceId: createId() }, jobContext(project));
    expect(imported.ok && imported.value).toMatchObject({ imported: rows.length });
    const stored = createChangeFinder(project.database)(0, rows.length).map(
      ({ interactionSeq, place, digest }) => `${interactionSeq} ${place} ${digest}`,
    );

    const plan = await planImport({ path, sourceId: null });
    if (!plan.ok) throw new Error(plan.error.message);
    const first = await readFirstRows(path, plan.value.shape, 100);
    if (!first.ok) throw new Error(first.error.message);
    const lowRating = lowRatingOf(project.database);
    const found = first.value.rows.flatMap((source, index) => {
      const item = prepareSourceRow(source, plan.value.mapper);
      return item.kind === 'row'
        ? changesOfRow(item.row.row, lowRating).map(
            ({ place, text }) => `${index + 1} ${place} ${changeDigest(text)}`,
          )
        : [];
    });
    expect(found.length).toBeGreaterThan(5);
    expect(found.toSorted()).toEqual(stored.toSorted());
  });
});
