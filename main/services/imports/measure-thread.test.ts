import { describe, expect, it } from 'vitest';
import { importRows, jobContext } from '../../../tests/support/test-import.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import { addMeasure, setMeasuredThrough } from '../../db/tables/edit-metrics.ts';
import { checkProject } from '../project/check-project.ts';
import type { OpenProject } from '../project/open-project.ts';
import { measureApart } from './measure-thread.ts';
import { type MeasuredPage, measuredPages } from './measured-pages.ts';
import { buildEditMetrics, needsEditMetrics } from './run-edit-metrics.ts';

async function projectOf(rows: number): Promise<OpenProject> {
  const project = newProject();
  await importRows(
    project,
    Array.from({ length: rows }, (_, index) => ({
      id: `r${index}`,
      input: 'q',
      output: `Answer ${index} to that.`,
      edit: index % 3 === 0 ? null : `Answer ${index} to ${index % 2 === 0 ? 'this' : 'that'}.`,
    })),
  );
  return project;
}

async function all(pages: AsyncGenerator<MeasuredPage>): Promise<readonly MeasuredPage[]> {
  const taken: MeasuredPage[] = [];
  for await (const page of pages) taken.push(page);
  return taken;
}

const stored = ({ database }: OpenProject) =>
  database.prepare('SELECT * FROM edit_metrics ORDER BY interaction_seq').all();

describe('edits measured in a thread of their own', () => {
  it('are those measured without one', async () => {
    const { path, database } = await projectOf(900);
    const apart = await all(measureApart(path, 100));
    expect(apart).toEqual(await all(measuredPages(database, 100)));
    expect(apart.flatMap(({ measures }) => measures)).toHaveLength(534);
  });

  it('end when nobody wants them any more', async () => {
    const { path } = await projectOf(900);
    for await (const page of measureApart(path, 0)) {
      expect(page.measures.length).toBeGreaterThan(0);
      break;
    }
    // Leaving waited for the end of the thread; another one may begin.
    expect(await all(measureApart(path, 800))).toHaveLength(1);
  });

  it('are stored once an import is through, also of many interactions', async () => {
    const project = await projectOf(5200);
    expect(needsEditMetrics(project.database)).toBe(false);
    expect(checkProject(project.database).problems).toEqual([]);
    const measured = stored(project);
    expect(measured).toHaveLength(3466);
    project.database.exec('DELETE FROM edit_metrics');
    setMeasuredThrough(project.database, 0);
    expect(await buildEditMetrics(jobContext(project))).toBe(true);
    expect(stored(project)).toEqual(measured);
  });

  it('do not take the place of a newer measure, or of none where the edits are gone', async () => {
    const project = await projectOf(3);
    const before = stored(project);
    const old = { hter: 1, shareKept: 0, lengthChange: 99, wordsChanged: 99 };
    addMeasure(project.database, { seq: 1, ...old });
    addMeasure(project.database, { seq: 2, ...old });
    expect(stored(project)).toEqual(before);
  });
});
