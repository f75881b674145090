import type { Command } from 'commander';
import type { ServeOptions } from '../commands/serve.ts';
import { command, run } from '../define-command.ts';

/** Commands on a project as a whole. */
export function addProjectCommands(program: Command): void {
  program.commandsGroup('Projects:');
  command(program, 'init <project>', 'make an empty project file (name.flywheel)')
    .option('--name <name>', 'name of the project (default: the file name)')
    .action(
      run<[string], { name?: string }>(async (context, [project], options) =>
        (await import('../commands/init.ts')).init(project, options, context),
      ),
    );

  command(program, 'stats <project>', 'count what a project holds').action(
    run<[string]>(async (_context, [project]) => (await import('../commands/stats.ts')).showStats(project)),
  );

  command(program, 'check <project>', "check the file's integrity and the project's own rules").action(
    run<[string]>(async (_context, [project]) =>
      (await import('../commands/check.ts')).checkProject(project),
    ),
  );

  command(
    program,
    'backup <project> <out>',
    'write a verified copy of a project, also while it is open',
  ).action(
    run<[string, string]>(async (_context, [project, out]) =>
      (await import('../commands/backup.ts')).backupProject(project, out),
    ),
  );

  command(program, 'serve <project>', 'serve the app on this machine and print its address; ends on SIGTERM')
    .option('--read-only', 'look, change nothing')
    .action(
      run<[string], ServeOptions>(async (context, [project], options) =>
        (await import('../commands/serve.ts')).serve(project, options, context),
      ),
    );
}
