import { describe, expect, it } from 'vitest';
import { generatedEdits } from '../../../tests/support/generated-edits.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import { importRows, jobContext } from '../../../tests/support/test-import.ts';
import { type ClusterJobInput, updateClusters } from './run-cluster-job.ts';
import { prepare } from '../../db/database.ts';

const usual: ClusterJobInput = { full: false, settings: {}, dataFolder: '/nowhere' };

describe('the job that makes clusters', () => {
  it('smoke', async () => {
    const project = newProject();
    await importRows(project, generatedEdits({ from: 1, to: 8 }, 160));
    const report = await updateClusters(usual, jobContext(project));
    console.log(report);
    console.log(
      prepare(
        project.database,
        `SELECT c.name, c.colour, c.id, c.terms, count(*) n FROM clusters c JOIN change_clusters a ON a.cluster_seq=c.seq group by c.seq`,
      ).all(),
    );
    await importRows(project, generatedEdits({ from: 9, to: 9 }, 160));
    console.log(await updateClusters(usual, jobContext(project)));
    console.log(prepare(project.database, `SELECT name, drift FROM clusters`).all());
    console.log(await updateClusters({ ...usual, full: true }, jobContext(project)));
    expect(report.ok).toBe(true);
  }, 60000);
});
