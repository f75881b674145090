import { writeSync } from 'node:fs';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { measurementLevels } from '../../shared/domain/agreement/measurement-level.ts';
import { containers } from '../../shared/domain/export/container.ts';
import { withdrawn } from '../../shared/domain/export/formats/withdrawn.ts';
import {
  type EvidenceKind,
  evidenceKinds,
  fewShotFormats,
  fewShotGroupings,
  fewShotMethods,
  fewShotOrders,
  usualFewShotOptions,
} from '../../shared/domain/fewshot/few-shot-options.ts';
import { appVersion } from '../engine/app-folders.ts';
import { type Answer, type CommandContext, runCommand } from './command.ts';
import type { AgreementOptions } from './commands/agreement.ts';
import { cardHelp } from './card-option.ts';
import { consensusRule } from './consensus-rule.ts';
import type { ClassifyOptions } from './commands/classify.ts';
import type { ClusterOptions } from './commands/cluster.ts';
import type { DisagreementsOptions } from './commands/disagreements.ts';
import type { DiffOptions } from './commands/diff.ts';
import type { ExportOptions } from './commands/export.ts';
import type { FewShotCommandOptions } from './commands/fewshot.ts';
import type { ForgetOptions } from './commands/forget.ts';
import type { GoldOptions } from './commands/gold.ts';
import type { ImportOptions } from './commands/import.ts';
import type { LabelSpanOptions } from './commands/label-span.ts';
import type { InspectOptions } from './commands/inspect.ts';
import type { ItemsOptions } from './commands/items.ts';
import type { ModesOptions } from './commands/modes.ts';
import type { QueueOptions } from './commands/queue.ts';
import type { RecipeOptions } from './commands/recipe.ts';
import type { RejectsOptions } from './commands/rejects.ts';
import type { ResolveOptions } from './commands/resolve.ts';
import type { SearchOptions } from './commands/search.ts';
import type { SchemaOptions } from './commands/schema.ts';
import type { ServeOptions } from './commands/serve.ts';
import type { SnapshotOptions } from './commands/snapshot.ts';
import type { ValidateOptions } from './commands/validate.ts';
import type { WeeklyOptions } from './commands/weekly.ts';
import { type RecipeAction, recipeActions, recipeHelp } from './recipe-actions.ts';
import { exitCodes } from './failure.ts';
import { wholeNumber, wholeShare } from './option-values.ts';
import { addPrivacyOptions } from './privacy-options.ts';
import { addShapingOptions } from './shaping-options.ts';
import { addTokenOptions } from './token-options.ts';
import { formatChoiceHelp, formatChoices } from './format-choice.ts';

const exitCodeHelp = `
Exit codes: 0 done (an import with rejected rows is done), 1 the operation failed or a check found problems,
2 the command line cannot be meant, 130 interrupted.
With --json stdout holds one JSON value: the answer, or {"error":{"code","message"}}.`;

const withdrawnHelp = [
  '',
  'Closing services:',
  ...Object.entries(withdrawn).map(([id, text]) => `  ${id}: ${text}`),
].join('\n');

const fileFormats = ['jsonl', 'json', 'csv', 'tsv', 'parquet', 'sqlite'];
const adapterHelp = "read the rows as this tool's, or 'none' as they stand (default: recognised)";
const tableHelp = 'the table of a database (default: the one with most text)';
const mapHelp = 'fill a target from a path, such as output=response.text; repeatable';
const mapFileHelp = 'a JSON file of {"target", "path", "transform"?} objects; --map overrides its entries';
const whereHelp =
  'only interactions for which this holds, such as labelled=no or label.verdict=good; repeatable';

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

  command(program, 'init <project>', 'make an empty project file (name.flywheel)')
    .option('--name <name>', 'name of the project (default: the file name)')
    .action(
      run<[string], { name?: string }>(async (context, [project], options) =>
        (await import('./commands/init.ts')).init(project, options, context),
      ),
    );

  command(program, 'inspect <file>', 'show how a file is written and what its first rows would become')
    .addOption(formatOption())
    .option('--adapter <id>', adapterHelp)
    .option('--table <name>', tableHelp)
    .option('--attach', 'its rows belong to interactions of another file')
    .action(
      run<[string], InspectOptions>(async (_context, [file], options) =>
        (await import('./commands/inspect.ts')).inspectFile(file, options),
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
    .option('--resume', 'go on with an import of the same file that was cut off')
    .option('--pseudonymise', 'replace user ids by a keyed hash whose key stays outside of the project file')
    .option('--scan-personal-data', 'count e-mail addresses, phone numbers, keys and the like')
    .option('--name <name>', 'name of the source (default: the file name)')
    .option('--dry-run', 'read everything, store nothing')
    .action(
      run<[string, string[]], ImportOptions>(async (context, [project, files], options) =>
        (await import('./commands/import.ts')).importFiles(project, files, options, context),
      ),
    );

  command(program, 'sources <project>', 'list the imports of a project').action(
    run<[string]>(async (_context, [project]) =>
      (await import('./commands/sources.ts')).listSources(project),
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
        (await import('./commands/rejects.ts')).showRejects(project, options),
      ),
    );

  command(
    program,
    'near-duplicates <project>',
    'mark the interactions that say nearly the same as others',
  ).action(
    run<[string]>(async (context, [project]) =>
      (await import('./commands/near-duplicates.ts')).findNearDuplicates(project, context),
    ),
  );

  command(program, 'undo-import <project> <source>', 'remove exactly what one import brought')
    .option('--force', 'also where people have labelled or edited it')
    .action(
      run<[string, string], { force?: boolean }>(async (_context, [project, source], options) =>
        (await import('./commands/sources.ts')).undoImport(project, source, options),
      ),
    );

  command(program, 'forget <project>', 'delete all interactions of a user, with what people said of them')
    .requiredOption('--user <id>', 'the id as the logs have it')
    .option('--yes', 'it cannot be taken back: do it')
    .option('--no-backup', 'keep no copy of before')
    .action(
      run<[string], ForgetOptions>(async (_context, [project], options) =>
        (await import('./commands/forget.ts')).forgetUser(project, options),
      ),
    );

  command(program, 'items <project>', 'list interactions in import order')
    .option('--where <clause>', whereHelp, collect, [])
    .option('--limit <n>', 'how many', wholeNumber(1), 20)
    .option('--after <id>', 'start behind this interaction')
    .action(
      run<[string], ItemsOptions>(async (_context, [project], options) =>
        (await import('./commands/items.ts')).listItems(project, options),
      ),
    );

  command(program, 'search <project> <query>', 'find interactions by words, phrases and filters in one line')
    .option('--limit <n>', 'how many', wholeNumber(1), 20)
    .option('--facets', 'also count what they have: sources, models, labels, signals')
    .action(
      run<[string, string], SearchOptions>(async (_context, [project, query], options) =>
        (await import('./commands/search.ts')).search(project, query, options),
      ),
    );

  command(program, 'show <project> <id>', 'show one interaction with its edits, signals and labels').action(
    run<[string, string]>(async (_context, [project, id]) =>
      (await import('./commands/show.ts')).showItem(project, id),
    ),
  );

  command(program, 'history <project> <id>', 'show who labelled and edited an interaction, and when').action(
    run<[string, string]>(async (_context, [project, id]) =>
      (await import('./commands/history.ts')).showHistory(project, id),
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
          return (await import('./commands/label.ts')).labelItem(project, id, answers, options);
        return (await import('./commands/label-span.ts')).labelSpan(project, id, options.span, options);
      }),
    );

  command(program, 'schema <project>', 'show the questions, or save others as the next version')
    .option('--import <file>', 'save the questions of this JSON file as the next version')
    .option('--builtin <name>', 'save those of a built-in schema as the next version')
    .option('--export <file>', 'write the questions in use to a JSON file')
    .option('--as <annotator>', 'who changes them (default: the name in the settings)')
    .action(
      run<[string], SchemaOptions>(async (_context, [project], options) =>
        (await import('./commands/schema.ts')).showSchema(project, options),
      ),
    );

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
        (await import('./commands/export.ts')).exportRows(project, options, context, given),
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
          (await import('./commands/recipe.ts')).recipe(project, action, names, options),
      ),
    );

  command(
    program,
    'fewshot <project>',
    'choose few-shot examples that cover what is asked, within a budget of tokens',
  )
    .option('--where <clause>', whereHelp, collect, [])
    .option(
      '--budget <tokens>',
      'tokens that all examples may take',
      wholeNumber(20),
      usualFewShotOptions.budget,
    )
    .option('--most <n>', 'examples at most', wholeNumber(1, 64), usualFewShotOptions.most)
    .option('--counter <n>', 'counter-examples: one for each of so many failure modes', wholeNumber(0, 32), 0)
    .addOption(
      new Option('--by <segment>', 'segments that take turns')
        .choices([...fewShotGroupings])
        .default(usualFewShotOptions.by),
    )
    .addOption(
      new Option('--method <method>', 'cover most, or leave nothing far away')
        .choices([...fewShotMethods])
        .default(usualFewShotOptions.method),
    )
    .addOption(
      new Option('--order <order>', 'what stands last: the likest to all, the best, or the first chosen')
        .choices([...fewShotOrders])
        .default(usualFewShotOptions.order),
    )
    .addOption(
      new Option('--format <format>', 'how the examples are written')
        .choices([...fewShotFormats])
        .default(usualFewShotOptions.format),
    )
    .option(
      '--least-quality <q>',
      'quality from which on an answer is good, 0 to 1',
      wholeShare,
      usualFewShotOptions.leastQuality,
    )
    .option(
      '--evidence <kinds>',
      `what tells quality beside edits, of ${evidenceKinds.join(',')}`,
      evidence,
      usualFewShotOptions.evidence,
    )
    .option('--scale <question>', 'a question with a scale on which more is better; repeatable', collect, [])
    .addOption(
      new Option('--model <model>', 'what compares texts')
        .choices(['lexical', 'folder', 'service'])
        .default(usualFewShotOptions.model),
    )
    .option('--compare <name>', 'compare with this set (default: the live one)')
    .option('--save <name>', 'keep the set under this name')
    .option('--live [version]', 'it is live now, for this prompt version or for all')
    .option('--out <file>', 'write the examples')
    .option('--force', 'replace the file if it exists')
    .action(
      run<[string], FewShotCommandOptions>(async (context, [project], options) =>
        (await import('./commands/fewshot.ts')).fewshot(project, options, context),
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
        (await import('./commands/validate.ts')).validate(file, options),
      ),
    );

  command(program, 'diff <a> <b>', 'show what changed between two text files, by words')
    .addOption(new Option('--level <level>', 'unit of comparison').choices(['word', 'line']).default('word'))
    .option('--ignore-whitespace', 'leave out changes of whitespace only')
    .action(
      run<[string, string], DiffOptions>(async (_context, [a, b], options) =>
        (await import('./commands/diff.ts')).diffFiles(a, b, options),
      ),
    );

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
          return (await import('./commands/span-agreement.ts')).showSpanAgreement(project, options);
        return (await import('./commands/agreement.ts')).showAgreement(project, options);
      }),
    );

  command(program, 'disagreements <project>', 'list where annotators differ and nothing is resolved yet')
    .option('--question <id>', 'on this question, the most disagreement first (default: count by question)')
    .option('--limit <n>', 'how many', wholeNumber(1), 20)
    .option('--after <id>', 'start behind this interaction')
    .action(
      run<[string], DisagreementsOptions>(async (_context, [project], options) =>
        (await import('./commands/disagreements.ts')).showDisagreements(project, options),
      ),
    );

  command(program, 'resolve <project> <id>', 'say what the team answers where annotators differ')
    .requiredOption('--question <id>', 'the question, such as verdict')
    .requiredOption('--value <value>', 'the answer; an empty one withdraws the resolution')
    .option('--note <text>', 'why')
    .requiredOption('--as <annotator>', 'who resolves it')
    .action(
      run<[string, string], ResolveOptions>(async (_context, [project, id], options) =>
        (await import('./commands/resolve.ts')).resolveItem(project, id, options),
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
        (await import('./commands/queue.ts')).showQueue(project, name, options, context),
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
          (await import('./commands/gold.ts')).showGold(project, id, answers, options),
      ),
    );

  command(program, 'cluster <project>', 'group the changes of edits, and bring the groups up to date')
    .option('--seed <n>', 'decides where the search for groups begins', wholeNumber(0))
    .option('--model <id>', 'what changes are compared by: lexical, or a model of the settings')
    .option('--full', 'make all clusters anew; they wait to be accepted where there are some already')
    .option('--accept', 'take pending clusters over')
    .option('--discard', 'drop pending clusters')
    .action(
      run<[string], ClusterOptions>(async (context, [project], options) =>
        (await import('./commands/cluster.ts')).cluster(project, options, context),
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
        (await import('./commands/classify.ts')).classify(project, file, options),
      ),
    );

  command(program, 'modes <project>', 'list failure modes with their counts and shares')
    .option('--md', 'as a Markdown document with definitions')
    .action(
      run<[string], ModesOptions>(async (_context, [project], options) =>
        (await import('./commands/modes.ts')).listModes(project, options),
      ),
    );

  command(program, 'weekly <project>', 'say what is new, growing, back and shrinking in a week')
    .option('--week <week>', 'such as 2026-W40 (default: the newest with interactions)')
    .option('--md', 'as Markdown (default)')
    .addOption(new Option('--html', 'as one HTML file').conflicts('md'))
    .action(
      run<[string], WeeklyOptions>(async (_context, [project], options) =>
        (await import('./commands/weekly.ts')).showWeekly(project, options),
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
          (await import('./commands/snapshot.ts')).useSnapshots(project, action, ids, options, context),
      ),
    );

  command(program, 'stats <project>', 'count what a project holds').action(
    run<[string]>(async (_context, [project]) => (await import('./commands/stats.ts')).showStats(project)),
  );

  command(program, 'check <project>', "check the file's integrity and the project's own rules").action(
    run<[string]>(async (_context, [project]) => (await import('./commands/check.ts')).checkProject(project)),
  );

  command(
    program,
    'backup <project> <out>',
    'write a verified copy of a project, also while it is open',
  ).action(
    run<[string, string]>(async (_context, [project, out]) =>
      (await import('./commands/backup.ts')).backupProject(project, out),
    ),
  );

  command(program, 'serve <project>', 'serve the app on this machine and print its address; ends on SIGTERM')
    .option('--read-only', 'look, change nothing')
    .action(
      run<[string], ServeOptions>(async (context, [project], options) =>
        (await import('./commands/serve.ts')).serve(project, options, context),
      ),
    );

  return program;
}

function formatOption(): Option {
  return new Option('--format <format>', 'read the file as this (default: detected)').choices(fileFormats);
}

function command(program: Command, usage: string, description: string): Command {
  return program
    .command(usage)
    .description(description)
    .option('--json', 'print JSON')
    .copyInheritedSettings(program);
}

/**
 * An action as commander calls it: positionals, then options, then the command. `P` and `O` state what the
 * command's usage and options parse to; commander itself knows them only as text. `given` are the options that
 * stand on the command line.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- callers state what commander cannot
function run<P extends readonly unknown[], O = object>(
  action: (
    context: CommandContext,
    positionals: P,
    options: O,
    given: ReadonlySet<string>,
  ) => Promise<Answer>,
): (...all: unknown[]) => Promise<void> {
  return async (...all) => {
    // oxlint-disable typescript/no-unsafe-type-assertion -- commander has checked and parsed them as declared
    const options = all.at(-2) as O & { readonly json?: boolean };
    const positionals = all.slice(0, -2) as unknown as P;
    const invoked = all.at(-1) as Command;
    // oxlint-enable typescript/no-unsafe-type-assertion
    const given = Object.keys(options).filter((name) => invoked.getOptionValueSource(name) === 'cli');
    await runCommand(options, (context) => action(context, positionals, options, new Set(given)));
  };
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

function collect(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}

function share(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 0.9) return value;
  throw new InvalidArgumentError('It must be a number between 0 and 0.9.');
}

function nearShare(text: string): number {
  const value = Number(text);
  if (value >= 0.5 && value <= 1) return value;
  throw new InvalidArgumentError('It must be a number between 0.5 and 1.');
}

function evidence(text: string): readonly EvidenceKind[] {
  const kinds = text.split(',').filter((kind) => kind !== '');
  const known = evidenceKinds.filter((kind) => kinds.includes(kind));
  if (known.length === kinds.length) return known;
  throw new InvalidArgumentError(`It must be some of ${evidenceKinds.join(', ')}, with commas between.`);
}

function percent(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 100) return value;
  throw new InvalidArgumentError('It must be a number between 0 and 100.');
}
