import { type Command, Argument, Option } from 'commander';
import { containers } from '../../../shared/domain/export/container.ts';
import { withdrawn } from '../../../shared/domain/export/formats/withdrawn.ts';
import { cardHelp } from '../card-option.ts';
import { consensusRule } from '../consensus-rule.ts';
import type { ExportOptions } from '../commands/export.ts';
import type { RecipeOptions } from '../commands/recipe.ts';
import type { SnapshotOptions } from '../commands/snapshot.ts';
import type { ValidateOptions } from '../commands/validate.ts';
import { type RecipeAction, recipeActions, recipeHelp } from '../recipe-actions.ts';
import { addPrivacyOptions } from '../privacy-options.ts';
import { addShapingOptions } from '../shaping-options.ts';
import { addTokenOptions } from '../token-options.ts';
import { formatChoiceHelp, formatChoices } from '../format-choice.ts';
import { command, run } from '../define-command.ts';
import { collect, nearShare, share, wholeNumber, wholeShare } from '../option-values.ts';
import { whereHelp } from '../shared-options.ts';

const withdrawnHelp = [
  '',
  'Closing services:',
  ...Object.entries(withdrawn).map(([id, text]) => `  ${id}: ${text}`),
].join('\n');

/** Commands on data sets. */
export function addExportCommands(program: Command): void {
  program.commandsGroup('Data sets:');
  const exporting = command(
    program,
    'export <project>',
    'write a data set with its manifest, and its validation part beside it',
  );

  addTokenOptions(addPrivacyOptions(addShapingOptions(exporting)))
    .addOption(
      new Option('--format <format>', 'format of the rows; needed without a recipe').choices([
        ...formatChoices,
      ]),
    )
    .addHelpText('after', formatChoiceHelp)
    .addHelpText('after', withdrawnHelp)
    .option('--recipe <file>', 'by a recipe or manifest as JSON; options beside it override what it says')
    .addOption(
      new Option('--recipe-name <name[@version]>', 'by a saved recipe, in its newest version').conflicts(
        'recipe',
      ),
    )
    .requiredOption(
      '--out <file>',
      'the file (of huggingface, the folder) to write; NAME.validation.jsonl and NAME.manifest.json go beside it',
    )
    .addOption(
      new Option('--container <container>', 'what rows are put into')
        .choices([...containers])
        .default('jsonl'),
    )
    .option('--split <share>', 'share of groups held out for validation, 0 to 0.9', share, 0)
    .option('--test <share>', 'share of groups held out as a test set, 0 to 0.9', share)
    .option('--keep-near-duplicates', 'keep nearly equal inputs on one side of the split')
    .option('--seed <n>', 'decides which groups are held out', wholeNumber(0), 0)
    .option('--unique', 'leave out rows with the same texts as an earlier one')
    .option(
      '--near <share>',
      'leave out as well what shares this part of its pairs of words with an earlier row, 0.5 to 1, such as 0.8',
      nearShare,
    )
    .option('--not-in <file>', 'leave out rows with words in a row in common with FILE, such as an eval set')
    .option('--words <n>', 'how many words in a row that is, 5 to 50', wholeNumber(5, 50), 13)
    .option('--where <clause>', whereHelp, collect, [])
    .addOption(
      new Option('--target <target>', 'what supervised pairs learn from: edits, or unedited outputs as well')
        .choices(['edit', 'edit-or-output'])
        .default('edit'),
    )
    .addOption(
      new Option('--trains <answers>', 'whether earlier answers of a conversation are learned, too')
        .choices(['last', 'all'])
        .default('all'),
    )
    .option(
      '--bad-from <share>',
      'of trl-kto: share of changed words, 0 to 1, from which an edited output is bad; without it none is',
      wholeShare,
    )
    .addOption(
      new Option('--group-by <group>', 'interactions of one group are never split')
        .choices(['session', 'user', 'interaction'])
        .default('session'),
    )
    .option(
      '--consensus <rule>',
      'the one answer that conditions on labels ask for: any, majority, majority:NAME, expert:NAME or adjudicated',
      consensusRule,
      'any',
    )
    .option('--card <key=value>', cardHelp, collect, [])
    .option('--force', 'replace FILE even where it is no earlier export')
    .action(
      run<[string], ExportOptions>(async (context, [project], options, given) =>
        (await import('../commands/export.ts')).exportRows(project, options, context, given),
      ),
    );

  command(program, 'recipe <project>', 'list, save, show, compare or remove recipes')
    .addArgument(new Argument('[action]').choices(recipeActions).default('list'))
    .argument('[names...]')
    .addHelpText('after', recipeHelp)
    .option('--file <file>', 'of save: a recipe or manifest as JSON')
    .action(
      run<[string, RecipeAction, string[]], RecipeOptions>(
        async (_context, [project, action, names], options) =>
          (await import('../commands/recipe.ts')).recipe(project, action, names, options),
      ),
    );

  command(program, 'validate <file>', 'check the rows of a file by the rules of a format')
    .addOption(
      new Option('--format <format>', 'format of the rows').choices([...formatChoices]).makeOptionMandatory(),
    )
    .addHelpText('after', formatChoiceHelp)
    .addHelpText('after', withdrawnHelp)
    .action(
      run<[string], ValidateOptions>(async (_context, [file], options) =>
        (await import('../commands/validate.ts')).validate(file, options),
      ),
    );

  command(
    program,
    'snapshot <project> [action] [ids...]',
    'list exports, or show ID, compare ID ID, verify ID, freeze ID, or list retired rows; an ID may be cut short or "latest"',
  )
    .option('--yes', 'of freeze: keep its test rows out of training for ever')
    .option('--limit <n>', 'of compare: how many rows to list', wholeNumber(1, 1000), 20)
    .action(
      run<[string, string | undefined, string[]], SnapshotOptions>(
        async (context, [project, action, ids], options) =>
          (await import('../commands/snapshot.ts')).useSnapshots(project, action, ids, options, context),
      ),
    );
}
