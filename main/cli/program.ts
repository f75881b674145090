import { writeSync } from 'node:fs';
import { Command } from 'commander';
import { appVersion } from '../engine/app-folders.ts';
import { exitCodes } from './failure.ts';
import { addExportCommands } from './groups/export-commands.ts';
import { addFewShotCommands } from './groups/few-shot-commands.ts';
import { addImportCommands } from './groups/import-commands.ts';
import { addItemCommands } from './groups/item-commands.ts';
import { addModeCommands } from './groups/mode-commands.ts';
import { addProjectCommands } from './groups/project-commands.ts';
import { addSignalCommands } from './groups/signal-commands.ts';
import { addTeamCommands } from './groups/team-commands.ts';

const exitCodeHelp = `
Exit codes: 0 done (an import with rejected rows is done), 1 the operation failed or a check found problems,
2 the command line cannot be meant, 130 interrupted.
With --json stdout holds one JSON value: the answer, or {"error":{"code","message"}}.`;

/**
 * The `flywheel` command line. Each command's code is loaded when it runs, so that help and errors of usage
 * answer at once.
 */
export function createProgram(): Command {
  const program = new Command('flywheel')
    .description('Turn logged AI outputs and the edits people made to them into data sets.')
    .version(appVersion(), '--version')
    .helpOption('-h, --help', 'show help')
    .addHelpText('after', exitCodeHelp)
    .showHelpAfterError(wantsJson() ? false : '(add --help for the options)')
    .configureOutput({ outputError: writeUsageError })
    .exitOverride((error) => {
      process.exit(error.exitCode === 0 ? exitCodes.done : exitCodes.usage);
    });

  addProjectCommands(program);
  addImportCommands(program);
  addItemCommands(program);
  addTeamCommands(program);
  addModeCommands(program);
  addSignalCommands(program);
  addExportCommands(program);
  addFewShotCommands(program);
  return program;
}

/** Read from the arguments themselves: commander reports a wrong one before it has parsed the others. */
function wantsJson(): boolean {
  return process.argv.includes('--json');
}

function writeUsageError(text: string): void {
  if (!wantsJson()) {
    process.stderr.write(text);
    return;
  }
  const message = text.replace(/^error: /, '').trim();
  writeSync(process.stdout.fd, `${JSON.stringify({ error: { code: 'INPUT_INVALID', message } })}\n`);
}
