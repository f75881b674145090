import { type Command, Option } from 'commander';
import { measurementLevels } from '../../../shared/domain/agreement/measurement-level.ts';
import type { AgreementOptions } from '../commands/agreement.ts';
import type { DisagreementsOptions } from '../commands/disagreements.ts';
import type { GoldOptions } from '../commands/gold.ts';
import type { QueueOptions } from '../commands/queue.ts';
import type { ResolveOptions } from '../commands/resolve.ts';
import { command, run } from '../define-command.ts';
import { collect, percent, wholeNumber } from '../option-values.ts';
import { whereHelp } from '../shared-options.ts';

/** Commands on the work of several annotators. */
export function addTeamCommands(program: Command): void {
  program.commandsGroup('Several annotators:');
  command(program, 'agreement <project>', 'measure how far annotators agree')
    .option('--question <id>', 'on this question, such as verdict')
    .option('--spans', 'on the parts of outputs that they labelled')
    .option('--annotator <name>', 'only this one and others named; repeatable', collect, [])
    .option('--where <clause>', whereHelp, collect, [])
    .addOption(
      new Option(
        '--level <level>',
        'what answers are (default: what the label schema says, else nominal)',
      ).choices([...measurementLevels]),
    )
    .option(
      '--draws <n>',
      'draws of the bootstrap, 0 for no intervals (default: 1000, fewer where that takes long)',
      wholeNumber(0, 100_000),
    )
    .option('--seed <n>', 'decides the draws', wholeNumber(0), 0)
    .action(
      run<[string], AgreementOptions & { readonly spans?: boolean }>(async (_context, [project], options) => {
        if (options.spans === true)
          return (await import('../commands/span-agreement.ts')).showSpanAgreement(project, options);
        return (await import('../commands/agreement.ts')).showAgreement(project, options);
      }),
    );

  command(program, 'disagreements <project>', 'list where annotators differ and nothing is resolved yet')
    .option('--question <id>', 'on this question, the most disagreement first (default: count by question)')
    .option('--limit <n>', 'how many', wholeNumber(1), 20)
    .option('--after <id>', 'start behind this interaction')
    .action(
      run<[string], DisagreementsOptions>(async (_context, [project], options) =>
        (await import('../commands/disagreements.ts')).showDisagreements(project, options),
      ),
    );

  command(program, 'resolve <project> <id>', 'say what the team answers where annotators differ')
    .requiredOption('--question <id>', 'the question, such as verdict')
    .requiredOption('--value <value>', 'the answer; an empty one withdraws the resolution')
    .option('--note <text>', 'why')
    .requiredOption('--as <annotator>', 'who resolves it')
    .action(
      run<[string, string], ResolveOptions>(async (_context, [project, id], options) =>
        (await import('../commands/resolve.ts')).resolveItem(project, id, options),
      ),
    );

  command(program, 'queue <project> [name]', 'list queues, or the interactions of one in its order')
    .option('--create', 'make it from the options below')
    .option('--where <clause>', whereHelp, collect, [])
    .option(
      '--order <order>',
      'unlabelled, import, newest, random, stratified:FIELD, largest_edit, lowest_signal:NAME, disagreement:QUESTION, ' +
        'uncertain:QUESTION or one_per_group (default: unlabelled)',
    )
    .option('--seed <n>', 'decides random orders and who gets what', wholeNumber(0), 0)
    .option('--size <n>', 'only the first so many in its order', wholeNumber(1))
    .option('--assign <annotator>', 'who works through it; repeatable (default: everybody)', collect, [])
    .option('--overlap <percent>', 'share that all of them get', percent, 100)
    .option('--gold-every <n>', 'give a gold item after so many interactions', wholeNumber(1))
    .option('--blind', "hide others' labels until one's own are given")
    .option('--refresh', 'put it in order anew, with what came since')
    .option('--delete', 'delete it; labels stay')
    .option('--annotator <name>', 'what this one gets of it, and how far they are')
    .option('--limit <n>', 'how many to list', wholeNumber(1), 20)
    .action(
      run<[string, string | undefined], QueueOptions>(async (context, [project, name], options) =>
        (await import('../commands/queue.ts')).showQueue(project, name, options, context),
      ),
    );

  command(
    program,
    'gold <project> [id] [answers...]',
    'list the items whose right answers are known, or say them, as question=value',
  )
    .option('--as <annotator>', 'who says which answer is right')
    .option('--limit <n>', 'how many to list', wholeNumber(1), 20)
    .action(
      run<[string, string | undefined, string[]], GoldOptions>(
        async (_context, [project, id, answers], options) =>
          (await import('../commands/gold.ts')).showGold(project, id, answers, options),
      ),
    );
}
