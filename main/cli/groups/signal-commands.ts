import { type Command, Option } from 'commander';
import type { AuditOptions } from '../commands/audit.ts';
import type { PlanOptions } from '../commands/plan.ts';
import type { SignalsOptions } from '../commands/signals.ts';
import type { VelocityOptions } from '../commands/velocity.ts';
import type { QualityOptions } from '../commands/quality.ts';
import { command, run } from '../define-command.ts';
import { collect } from '../option-values.ts';

/** Commands on signals, and on what comes of them. */
export function addSignalCommands(program: Command): void {
  program.commandsGroup('Signals:');
  command(
    program,
    'signals <project>',
    'list what is known of interactions: acts, edits, ratings and outcomes',
  )
    .option('--recompute', 'work out all values anew first, and say how long it took')
    .action(
      run<[string], SignalsOptions>(async (context, [project], options) =>
        (await import('../commands/signals.ts')).signals(project, options, context),
      ),
    );
  command(
    program,
    'audit <project>',
    'say what is logged, used and thrown away, and which loop that holds back',
  )
    .option('--md', 'as a Markdown document')
    .addOption(new Option('--html', 'as one HTML file').conflicts('md'))
    .option('--out <file>', 'write the document to a file (Markdown, or with --html HTML)')
    .action(
      run<[string], AuditOptions>(async (context, [project], options) =>
        (await import('../commands/audit.ts')).audit(project, options, context),
      ),
    );
  command(
    program,
    'outcomes <project>',
    'list outcomes with what is known and what may still come, and how their files were joined',
  ).action(
    run<[string]>(async (_context, [project]) =>
      (await import('../commands/outcomes.ts')).listOutcomes(project),
    ),
  );
  command(program, 'plan <project>', 'list the signals to collect, or say what to begin with')
    .option('--suggest', 'list what the audit misses and the plan does not have')
    .option('--add-suggested', 'add all of that to the plan')
    .option('--schema', 'print the JSON Schema of its events')
    .option('--typescript', 'print TypeScript that writes its events')
    .option('--python', 'print Python that writes its events')
    .option('--otel', 'with --typescript or --python: by OpenTelemetry')
    .option('--md', 'as a Markdown document')
    .addOption(new Option('--html', 'as one HTML file').conflicts('md'))
    .option('--out <file>', 'write what would be printed to a file')
    .option('--check <file>', 'say which of its events a file holds, and what is wrong with them')
    .action(
      run<[string], PlanOptions>(async (context, [project], options) =>
        (await import('../commands/plan.ts')).plan(project, options, context),
      ),
    );
  command(program, 'velocity <project>', 'say whether the flywheel spins: every metric by week, with trends')
    .addOption(
      new Option('--by <dimension>', 'break figures down by it').choices([
        'prompt_version',
        'model',
        'surface',
        'segment',
        'user',
      ]),
    )
    .option('--from <week>', 'from this week on, such as 2026-W30')
    .option('--to <week>', 'up to this week')
    .option(
      '--only <dimension=value>',
      'only interactions of this value, such as model=x; repeatable',
      collect,
      [],
    )
    .option('--compare <dimension:a,b>', 'compare two values, such as prompt_version:v1,v2')
    .option(
      '--digest <week>',
      "what changed in a week, such as 2026-W40, or 'latest'; Markdown, or with --html HTML",
    )
    .option('--md', 'as a Markdown document')
    .addOption(new Option('--html', 'as one HTML file').conflicts('md'))
    .option('--out <file>', 'write the document to a file (Markdown, or with --html HTML)')
    .action(
      run<[string], VelocityOptions>(async (context, [project], options) =>
        (await import('../commands/velocity.ts')).velocity(project, options, context),
      ),
    );
  command(
    program,
    'quality <project>',
    'show how good outputs are by their signals: by weights, and as learned from labels',
  )
    .option('--learn', 'learn from the labels first')
    .option(
      '--scale <question>',
      'with --learn: a question of a scale on which more is better (repeatable)',
      collect,
      [],
    )
    .action(
      run<[string], QualityOptions>(async (context, [project], options) =>
        (await import('../commands/quality.ts')).quality(project, options, context),
      ),
    );
}
