import { writeChart } from '../../services/charts/write-chart.ts';
import { operations } from '../operations.ts';
import { unwrap } from '../unwrap.ts';

export function createChartsHandlers() {
  return {
    write: operations.charts.write.handler(async ({ input }) =>
      unwrap(await writeChart(input.picture, input.path)),
    ),
  };
}
