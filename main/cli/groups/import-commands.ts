import { type Command, Option } from 'commander';
import type { ForgetOptions } from '../commands/forget.ts';
import type { ImportOptions } from '../commands/import.ts';
import type { InspectOptions } from '../commands/inspect.ts';
import type { RejectsOptions } from '../commands/rejects.ts';
import { command, run } from '../define-command.ts';
import { joinByHelp, joinMethod } from '../join-method-option.ts';
import { collect, wholeNumber } from '../option-values.ts';
import { adapterHelp, formatOption, mapFileHelp, mapHelp, tableHelp } from '../shared-options.ts';

/** Commands that bring data in, and take it out again. */
export function addImportCommands(program: Command): void {
  program.commandsGroup('Data in and out of a project:');
  command(program, 'inspect <file>', 'show how a file is written and what its first rows would become')
    .addOption(formatOption())
    .option('--adapter <id>', adapterHelp)
    .option('--table <name>', tableHelp)
    .option('--attach', 'its rows belong to interactions of another file')
    .action(
      run<[string], InspectOptions>(async (_context, [file], options) =>
        (await import('../commands/inspect.ts')).inspectFile(file, options),
      ),
    );

  command(
    program,
    'import <project> <files...>',
    "import tables, logs and tools' exports: files, folders or patterns",
  )
    .addOption(formatOption())
    .option('--adapter <id>', adapterHelp)
    .option('--table <name>', tableHelp)
    .option('--map <target=path>', mapHelp, collect, [])
    .option('--map-file <file>', mapFileHelp)
    .option('--no-guess', 'use the given entries only (default: guessed ones fill the rest)')
    .option('--attach', 'the rows belong to interactions that are there: edits, feedback, outcomes')
    .option('--join <file>', 'then add the rows of this file to the interactions; repeatable', collect, [])
    .option(
      '--on <key>',
      'the column that both files have, or key=other where it is named differently in FILE',
    )
    .addOption(new Option('--join-by <method>', joinByHelp).argParser(joinMethod).conflicts('on'))
    .option('--resume', 'go on with an import of the same file that was cut off')
    .option('--pseudonymise', 'replace user ids by a keyed hash whose key stays outside of the project file')
    .option('--scan-personal-data', 'count e-mail addresses, phone numbers, keys and the like')
    .option('--name <name>', 'name of the source (default: the file name)')
    .option('--dry-run', 'read everything, store nothing')
    .action(
      run<[string, string[]], ImportOptions>(async (context, [project, files], options) =>
        (await import('../commands/import.ts')).importFiles(project, files, options, context),
      ),
    );

  command(program, 'sources <project>', 'list the imports of a project').action(
    run<[string]>(async (_context, [project]) =>
      (await import('../commands/sources.ts')).listSources(project),
    ),
  );

  command(program, 'rejects <project>', 'list the rows that were not imported, or try them again')
    .option('--source <id>', 'only of this import')
    .option('--retry', 'try them again, those that pass are imported')
    .option('--map <target=path>', mapHelp, collect, [])
    .option('--map-file <file>', mapFileHelp)
    .option('--out <file>', 'write them to a JSONL file')
    .option('--limit <n>', 'how many', wholeNumber(1), 20)
    .action(
      run<[string], RejectsOptions>(async (_context, [project], options) =>
        (await import('../commands/rejects.ts')).showRejects(project, options),
      ),
    );

  command(
    program,
    'near-duplicates <project>',
    'mark the interactions that say nearly the same as others',
  ).action(
    run<[string]>(async (context, [project]) =>
      (await import('../commands/near-duplicates.ts')).findNearDuplicates(project, context),
    ),
  );

  command(program, 'undo-import <project> <source>', 'remove exactly what one import brought')
    .option('--force', 'also where people have labelled or edited it')
    .action(
      run<[string, string], { force?: boolean }>(async (_context, [project, source], options) =>
        (await import('../commands/sources.ts')).undoImport(project, source, options),
      ),
    );

  command(program, 'forget <project>', 'delete all interactions of a user, with what people said of them')
    .requiredOption('--user <id>', 'the id as the logs have it')
    .option('--yes', 'it cannot be taken back: do it')
    .option('--no-backup', 'keep no copy of before')
    .action(
      run<[string], ForgetOptions>(async (_context, [project], options) =>
        (await import('../commands/forget.ts')).forgetUser(project, options),
      ),
    );
}
