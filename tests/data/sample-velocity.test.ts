import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { VelocityReport } from '../../shared/contract/velocity-operations.ts';
import { connect } from '../../main/db/database.ts';
import { ensureSampleProject } from '../../main/services/project/sample-project.ts';
import { velocityReport } from '../../main/services/velocity/velocity-report.ts';
import { useTempFolder } from '../support/temp-folder.ts';

/** Some day after the sample's twelve weeks. */
const now = Date.UTC(2026, 9, 1);

async function sampleReport(): Promise<VelocityReport> {
  const request = {
    dataFolder: useTempFolder(),
    resourcesFolder: resolve(import.meta.dirname, '../../resources'),
    device: 'test',
    version: '0.0.0-test',
  };
  const path = await ensureSampleProject(request);
  if (!path.ok) throw new Error(path.error.message);
  const database = connect(path.value);
  try {
    const report = await velocityReport(database, { only: {}, now });
    if (!report.ok) throw new Error(report.error.message);
    return report.value;
  } finally {
    database.close();
  }
}

describe('the sample project', () => {
  it('shows a flywheel that spins, a loop that is stuck and a paradox as soon as it is opened', async () => {
    const { freshness, metrics, summary, weeks } = await sampleReport();
    expect(freshness).toEqual({ measured: 400, total: 400, stale: 0, isOutdated: false });
    expect(weeks).toHaveLength(12);
    const of = (id: string) => metrics.find((metric) => metric.id === id);
    for (const id of ['edit_distance', 'kept_share', 'requery'])
      expect(of(id)?.trend.verdict, id).toBe('better');
    expect(of('outcome.customer_replied_angry')?.trend).toMatchObject({ direction: 'no_trend' });
    expect(of('outcome.customer_replied_angry')?.target?.status).not.toBe('reached');
    expect(of('outcome.resolved')?.simpson).toMatchObject([{ dimension: 'surface', kind: 'reversed' }]);
    expect(summary[0]?.text).toContain('The flywheel spins');
    expect(summary.some(({ text }) => text.includes('yet with the mix of surfaces held it rises'))).toBe(
      true,
    );
  });
});
