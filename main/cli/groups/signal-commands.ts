import { type Command, Option } from 'commander';
import type { AuditOptions } from '../commands/audit.ts';
import { command, run } from '../define-command.ts';

/** Commands on signals, and on what comes of them. */
export function addSignalCommands(program: Command): void {
  program.commandsGroup('Signals:');
  command(
    program,
    'audit <project>',
    'say what is logged, used and thrown away, and which loop that holds back',
  )
    .option('--md', 'as a Markdown document')
    .addOption(new Option('--html', 'as one HTML file').conflicts('md'))
    .option('--out <file>', 'write the document to a file (Markdown, or with --html HTML)')
    .action(
      run<[string], AuditOptions>(async (_context, [project], options) =>
        (await import('../commands/audit.ts')).audit(project, options),
      ),
    );
}
