import { type Command, InvalidArgumentError, Option } from 'commander';
import { formats } from '../../shared/domain/export/formats/registry.ts';
import { balanceSchema, type PairingOptions, pairSources } from '../../shared/domain/export/recipe-parts.ts';
import type { Recipe } from '../../shared/domain/export/recipe.ts';
import { wholeNumber, wholeShare } from './option-values.ts';

/** What becomes what, how it is cleaned, and how much of it an export takes. */
export interface ShapingOptions {
  readonly pairs?: PairingOptions['from'];
  readonly signal?: string;
  readonly other?: string;
  readonly good?: number;
  readonly bad?: number;
  readonly leastChange?: number;
  readonly mostChange?: number;
  readonly system?: string;
  readonly trim?: boolean;
  readonly nfc?: boolean;
  readonly template?: string;
  readonly mostCharacters?: number;
  readonly perUser?: number;
  readonly perMode?: number;
  readonly perPromptVersion?: number;
  readonly mostRows?: number;
  readonly balance?: NonNullable<Recipe['balance']>;
}

export function addShapingOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--pairs <source>', 'what says which answer is better, or good (default: edit)').choices([
        ...pairSources,
      ]),
    )
    .option('--signal <name>', 'the signal or question that --pairs is read from')
    .option(
      '--other <field>',
      'of --pairs preference: the metadata that holds the other output (default: other_output)',
    )
    .option('--good <value>', 'from this value on an answer is good', number)
    .option('--bad <value>', 'up to this value an answer is bad', number)
    .option('--least-change <share>', 'leave out edits of fewer words, 0 to 1', wholeShare)
    .option('--most-change <share>', 'leave out edits of more words, 0 to 1', wholeShare)
    .option('--system <text>', 'in place of all system messages; an empty text takes them out')
    .option('--trim', 'take white space off both ends of answers')
    .option('--nfc', 'write texts in the composed form of Unicode')
    .option('--template <text>', 'what the last message of the user becomes; {{input}} is what it was')
    .option('--most-characters <n>', 'leave out rows with more characters', wholeNumber(1))
    .option('--per-user <n>', 'rows of a user at most', wholeNumber(1))
    .option(
      '--per-mode <n>',
      'rows of a failure mode at most; of eval sets, so many typical examples of each confirmed one',
      wholeNumber(1),
    )
    .option('--per-prompt-version <n>', 'rows of a prompt version at most', wholeNumber(1))
    .option('--most-rows <n>', 'rows at most, the first ones', wholeNumber(1))
    .option(
      '--balance <by:times>',
      `leave out rows of groups that have more than so many times the rows of the smallest, such as model:2; by ${balanceSchema.shape.by.options.join(', ')}`,
      balance,
    );
}

/** The parts of a recipe that were asked for. */
export function shapingParts(options: ShapingOptions, format: Recipe['format']): Partial<Recipe> {
  const { pairs, signal, other, good, bad, leastChange, mostChange } = options;
  const pairing = given({ signal, other, good, bad, leastChange, mostChange });
  const clean = given({
    trim: options.trim,
    normalise: options.nfc === true ? ('nfc' as const) : undefined,
    template: options.template,
  });
  const isEvaluation = formats[format].kind === 'evaluation';
  const limits = given({
    mostCharacters: options.mostCharacters,
    perUser: options.perUser,
    perMode: isEvaluation ? undefined : options.perMode,
    perPromptVersion: options.perPromptVersion,
    total: options.mostRows,
  });
  return given({
    pairs: pairs === undefined && isEmpty(pairing) ? undefined : { from: pairs ?? 'edit', ...pairing },
    system: options.system,
    clean: isEmpty(clean) ? undefined : clean,
    limits: isEmpty(limits) ? undefined : limits,
    perMode: isEvaluation ? options.perMode : undefined,
    balance: options.balance,
  });
}

/** What of it is there. */
function given<Part extends object>(part: Part): { [Key in keyof Part]?: Exclude<Part[Key], undefined> } {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is undefined is what is taken out
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Part]?: Exclude<Part[Key], undefined>;
  };
}

function isEmpty(part: object): boolean {
  return Object.keys(part).length === 0;
}

function number(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value)) return value;
  throw new InvalidArgumentError('It must be a number.');
}

function balance(text: string): NonNullable<Recipe['balance']> {
  const [by, most = ''] = text.split(':');
  const parsed = balanceSchema.safeParse({ by, most: most.trim() === '' ? null : Number(most) });
  if (parsed.success) return parsed.data;
  const groups = balanceSchema.shape.by.options.join(', ');
  throw new InvalidArgumentError(`It must be one of ${groups}, and a number from 1 on, such as model:2.`);
}
