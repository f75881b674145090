import { resolve } from 'node:path';
import type { FileReport } from '../../../shared/contract/export-operations.ts';
import type { Answer } from '../command.ts';
import { exitCodes } from '../failure.ts';
import { chosenFormat, type FormatChoice } from '../format-choice.ts';
import { oneLine, plural } from '../format.ts';
import { withEngine } from '../with-project.ts';

export interface ValidateOptions {
  readonly format: FormatChoice;
}

const width = 200;

/** Checks a file by a format's rules. Needs no project. Exit code 1 where a rule is broken that readers refuse. */
export async function validate(path: string, { format }: ValidateOptions): Promise<Answer> {
  return withEngine(async (client) => {
    const report = await client.exports.validate({
      path: resolve(path),
      format: chosenFormat(format).format,
    });
    const hasErrors = report.findings.some(({ level }) => level === 'error');
    return {
      json: report,
      text: describe(report),
      exitCode: hasErrors ? exitCodes.failed : exitCodes.done,
    };
  });
}

function describe({ format, rows, rowsWithErrors, findings, problems, notListed }: FileReport): string {
  const listed = problems.map(
    ({ line, rule, level, message }) =>
      `${line === null ? 'file' : `line ${line}`}: ${level} ${rule}: ${oneLine(message, width)}`,
  );
  const mends = findings.map(({ rule, rows: broken, mend }) => {
    const where = broken === 0 ? '' : ` (${plural(broken, 'row')})`;
    return `${rule}${where}: ${mend}`;
  });
  return [
    ...listed,
    ...(notListed > 0 ? [`and ${plural(notListed, 'problem')} more`] : []),
    ...(mends.length > 0 ? ['', 'What to do', ...mends, ''] : []),
    `${plural(rows, 'row')} read as ${format}, ${rowsWithErrors === 0 ? 'none' : plural(rowsWithErrors, 'row')} with errors`,
  ].join('\n');
}
