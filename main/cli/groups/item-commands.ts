import { type Command, Option } from 'commander';
import type { DiffOptions } from '../commands/diff.ts';
import type { LabelSpanOptions } from '../commands/label-span.ts';
import type { ItemsOptions } from '../commands/items.ts';
import type { SearchOptions } from '../commands/search.ts';
import type { SchemaOptions } from '../commands/schema.ts';
import { command, run } from '../define-command.ts';
import { collect, wholeNumber } from '../option-values.ts';
import { whereHelp } from '../shared-options.ts';

/** Commands that find, show and label interactions. */
export function addItemCommands(program: Command): void {
  program.commandsGroup('Interactions and labels:');
  command(program, 'items <project>', 'list interactions in import order')
    .option('--where <clause>', whereHelp, collect, [])
    .option('--limit <n>', 'how many', wholeNumber(1), 20)
    .option('--after <id>', 'start behind this interaction')
    .action(
      run<[string], ItemsOptions>(async (_context, [project], options) =>
        (await import('../commands/items.ts')).listItems(project, options),
      ),
    );

  command(program, 'search <project> <query>', 'find interactions by words, phrases and filters in one line')
    .option('--limit <n>', 'how many', wholeNumber(1), 20)
    .option('--facets', 'also count what they have: sources, models, labels, signals')
    .action(
      run<[string, string], SearchOptions>(async (_context, [project, query], options) =>
        (await import('../commands/search.ts')).search(project, query, options),
      ),
    );

  command(program, 'show <project> <id>', 'show one interaction with its edits, signals and labels').action(
    run<[string, string]>(async (_context, [project, id]) =>
      (await import('../commands/show.ts')).showItem(project, id),
    ),
  );

  command(program, 'history <project> <id>', 'show who labelled and edited an interaction, and when').action(
    run<[string, string]>(async (_context, [project, id]) =>
      (await import('../commands/history.ts')).showHistory(project, id),
    ),
  );

  command(
    program,
    'label <project> <id> [answers...]',
    'answer questions, as question=value (an empty value clears), or label a part of the output',
  )
    .requiredOption('--as <annotator>', 'who answers')
    .option('--span <start-end>', 'label this part of the output, in UTF-16 units, the end exclusive')
    .option('--added <text>', 'the text that an edit put there, where the change is labelled')
    .option('--failure-mode <name>', 'what is wrong with the part; an unknown name makes one')
    .option('--severity <severity>', 'how much it matters: minor, major or critical')
    .option('--note <text>', 'a note on the part')
    .option('--clear', 'take the label on the part back')
    .action(
      run<[string, string, string[]], LabelSpanOptions>(async (_context, [project, id, answers], options) => {
        if (options.span === undefined)
          return (await import('../commands/label.ts')).labelItem(project, id, answers, options);
        return (await import('../commands/label-span.ts')).labelSpan(project, id, options.span, options);
      }),
    );

  command(program, 'schema <project>', 'show the questions, or save others as the next version')
    .option('--import <file>', 'save the questions of this JSON file as the next version')
    .option('--builtin <name>', 'save those of a built-in schema as the next version')
    .option('--export <file>', 'write the questions in use to a JSON file')
    .option('--as <annotator>', 'who changes them (default: the name in the settings)')
    .action(
      run<[string], SchemaOptions>(async (_context, [project], options) =>
        (await import('../commands/schema.ts')).showSchema(project, options),
      ),
    );

  command(program, 'diff <a> <b>', 'show what changed between two text files, by words')
    .addOption(new Option('--level <level>', 'unit of comparison').choices(['word', 'line']).default('word'))
    .option('--ignore-whitespace', 'leave out changes of whitespace only')
    .action(
      run<[string, string], DiffOptions>(async (_context, [a, b], options) =>
        (await import('../commands/diff.ts')).diffFiles(a, b, options),
      ),
    );
}
