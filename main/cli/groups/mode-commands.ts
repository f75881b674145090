import { type Command, Option } from 'commander';
import type { ClassifyOptions } from '../commands/classify.ts';
import type { ClusterOptions } from '../commands/cluster.ts';
import type { ModesOptions } from '../commands/modes.ts';
import type { WeeklyOptions } from '../commands/weekly.ts';
import { command, run } from '../define-command.ts';
import { collect, wholeNumber } from '../option-values.ts';
import { adapterHelp, formatOption, mapHelp, tableHelp } from '../shared-options.ts';

/** Commands on what goes wrong. */
export function addModeCommands(program: Command): void {
  program.commandsGroup('What goes wrong:');
  command(program, 'cluster <project>', 'group the changes of edits, and bring the groups up to date')
    .option('--seed <n>', 'decides where the search for groups begins', wholeNumber(0))
    .option('--model <id>', 'what changes are compared by: lexical, or a model of the settings')
    .option('--full', 'make all clusters anew; they wait to be accepted where there are some already')
    .option('--accept', 'take pending clusters over')
    .option('--discard', 'drop pending clusters')
    .action(
      run<[string], ClusterOptions>(async (context, [project], options) =>
        (await import('../commands/cluster.ts')).cluster(project, options, context),
      ),
    );

  command(
    program,
    'classify <project> <file>',
    'say which failure mode each change of the rows of a file falls in; nothing is stored',
  )
    .addOption(formatOption())
    .option('--adapter <id>', adapterHelp)
    .option('--table <name>', tableHelp)
    .option('--map <target=path>', mapHelp, collect, [])
    .option('--rows <n>', 'how many rows to look at', wholeNumber(1), 10_000)
    .action(
      run<[string, string], ClassifyOptions>(async (_context, [project, file], options) =>
        (await import('../commands/classify.ts')).classify(project, file, options),
      ),
    );

  command(program, 'modes <project>', 'list failure modes with their counts and shares')
    .option('--md', 'as a Markdown document with definitions')
    .action(
      run<[string], ModesOptions>(async (_context, [project], options) =>
        (await import('../commands/modes.ts')).listModes(project, options),
      ),
    );

  command(program, 'weekly <project>', 'say what is new, growing, back and shrinking in a week')
    .option('--week <week>', 'such as 2026-W40 (default: the newest with interactions)')
    .option('--md', 'as Markdown (default)')
    .addOption(new Option('--html', 'as one HTML file').conflicts('md'))
    .action(
      run<[string], WeeklyOptions>(async (_context, [project], options) =>
        (await import('../commands/weekly.ts')).showWeekly(project, options),
      ),
    );
}
