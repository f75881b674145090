import type { Answer } from '../command.ts';
import { exitCodes } from '../failure.ts';
import { formatTable, plural } from '../format.ts';
import { withProject } from '../with-project.ts';

export async function checkProject(project: string): Promise<Answer> {
  return withProject(project, 'read', async (client) => {
    const report = await client.project.check();
    const checks = formatTable([
      ['check', 'looked at'],
      ...report.checks.map((check) => [check.rule, check.looked]),
    ]);
    const problems = report.problems.map(
      (problem) => `${problem.message} (${problem.rule}, ${plural(problem.rows, 'row')})`,
    );
    return {
      json: report,
      text: `${checks}\n\n${report.ok ? 'No problem found.' : problems.join('\n')}`,
      exitCode: report.ok ? exitCodes.done : exitCodes.failed,
    };
  });
}
