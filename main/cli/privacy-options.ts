import { readFileSync } from 'node:fs';
import { type Command, InvalidArgumentError } from 'commander';
import type { PrivacyOptions } from '../../shared/domain/export/recipe-parts.ts';
import type { Recipe } from '../../shared/domain/export/recipe.ts';
import { findingKinds, type FindingKind } from '../../shared/domain/privacy/finding.ts';
import { UsageError } from './failure.ts';

type Kinds = readonly FindingKind[] | 'all';

/** What becomes of personal data. */
export interface PrivacyFlags {
  readonly redact?: Kinds;
  readonly mask?: Kinds;
  readonly drop?: Kinds;
  readonly names?: string;
}

export function addPrivacyOptions(command: Command): Command {
  const kinds = `(all, or some of ${findingKinds.join(',')})`;
  return command
    .option('--redact <kinds>', `put the kind, such as [EMAIL], in place of personal data ${kinds}`, kindList)
    .option('--mask <kinds>', 'put what shows its shape, such as jo…@ex….com, in its place', kindList)
    .option('--drop <kinds>', 'leave out rows with personal data', kindList)
    .option('--names <file>', 'a text file of names to find as well, one a line');
}

/** The part of a recipe that was asked for. */
export function privacyPart({ redact, mask, drop, names: namesFile }: PrivacyFlags): Pick<Recipe, 'privacy'> {
  const asked = Object.entries({ redact, mask, drop }).filter(([, kinds]) => kinds !== undefined);
  const [first, second] = asked;
  if (second !== undefined)
    throw new UsageError({
      message: `--${first?.[0]} and --${second[0]} exclude each other. Name one of them.`,
    });
  const action = actions.find((name) => name === first?.[0]);
  const kinds = first?.[1];
  if (action === undefined || kinds === undefined) {
    if (namesFile === undefined) return {};
    throw new UsageError({ message: '--names goes with --redact, --mask or --drop. Add one of them.' });
  }
  const names = namesFile === undefined ? undefined : readNames(namesFile);
  const privacy: PrivacyOptions = {
    finders: findersOf(kinds, names !== undefined),
    ...(names === undefined ? {} : { names }),
    action,
  };
  return { privacy };
}

const actions = ['redact', 'mask', 'drop'] as const;

/** Names are looked for where they are listed, also beside kinds that do not say so; all kinds are those that can be found. */
function findersOf(kinds: Kinds, hasNames: boolean): FindingKind[] {
  const asked: readonly FindingKind[] =
    kinds === 'all' ? findingKinds.filter((kind) => kind !== 'name') : kinds;
  return findingKinds.filter((kind) => asked.includes(kind) || (kind === 'name' && hasNames));
}

function kindList(text: string): Kinds {
  if (text === 'all') return 'all';
  const asked = text.split(',').map((kind) => kind.trim());
  const kinds = findingKinds.filter((kind) => asked.includes(kind));
  if (kinds.length > 0 && kinds.length === asked.length) return kinds;
  throw new InvalidArgumentError(`It must be all, or some of ${findingKinds.join(',')}.`);
}

function readNames(path: string): string[] {
  let text;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new UsageError({
      code: 'FILE_NOT_FOUND',
      message: `${path} cannot be read. Name a text file with one name a line.`,
    });
  }
  const names = text.split(/\r?\n/u).map((line) => line.trim());
  return names.filter((line) => line !== '');
}
