import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Manifest, manifestSchema } from '../../../shared/contract/export-operations.ts';
import type { Consensus } from '../../../shared/domain/agreement/consensus.ts';
import type { Container } from '../../../shared/domain/export/container.ts';
import { exportExtension, withoutExtension } from '../../../shared/domain/export/export-extension.ts';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import { parseClause } from '../../../shared/domain/filter/parse-clause.ts';
import type { Answer, CommandContext } from '../command.ts';
import { readCard } from '../card-option.ts';
import { argument, UsageError } from '../failure.ts';
import { findRecipe } from '../find-recipe.ts';
import { followJob } from '../follow-job.ts';
import { chosenFormat, type FormatChoice } from '../format-choice.ts';
import { plural } from '../format.ts';
import { reportLines } from '../export-reports.ts';
import { funnelTable } from '../funnel-table.ts';
import { type LeakOptions, leakParts } from '../leak-options.ts';
import { overrideRecipe } from '../override-recipe.ts';
import { type PrivacyFlags, privacyPart } from '../privacy-options.ts';
import { readRecipeFile } from '../recipe-file.ts';
import { type ShapingOptions, shapingParts } from '../shaping-options.ts';
import { type TokenFlags, tokensPart } from '../token-options.ts';
import { withProject } from '../with-project.ts';

export interface ExportOptions extends LeakOptions, ShapingOptions, PrivacyFlags, TokenFlags {
  /** A file with a recipe. */
  readonly recipe?: string;
  /** NAME or NAME@VERSION of a saved recipe. */
  readonly recipeName?: string;
  /** Without it, that of the recipe. */
  readonly format?: FormatChoice;
  readonly container: Container;
  readonly badFrom?: number;
  readonly out: string;
  readonly seed: number;
  readonly where: readonly string[];
  readonly target: Recipe['target'];
  readonly trains: 'last' | 'all';
  readonly consensus: Consensus | 'any';
  readonly card: readonly string[];
  readonly force?: boolean;
}

/** @param given names of the options that were given; beside a recipe, only these count */
export async function exportRows(
  project: string,
  options: ExportOptions,
  context: CommandContext,
  given: ReadonlySet<string>,
): Promise<Answer> {
  const { recipe: file, recipeName, format } = options;
  if (format === undefined && file === undefined && recipeName === undefined)
    throw new UsageError({ message: 'Name a --format, or a recipe with --recipe or --recipe-name.' });
  const fromFile = file === undefined ? null : readRecipeFile(file);
  const path = resolve(options.out);
  return withProject(project, 'write', async (client) => {
    const base = recipeName === undefined ? fromFile : (await findRecipe(client, recipeName)).recipe;
    const asked = askedRecipe(options, format ?? base?.format ?? 'openai-chat');
    const recipe = base === null ? asked : overrideRecipe(base, asked, withTitle(given, options.card));
    const overwrite = (options.force ?? false) || isEarlierExport(path, recipe);
    const { jobId } = await client.exports.start({ recipe, path, overwrite });
    const job = await followJob(client, jobId, context);
    const manifest = manifestSchema.parse(job.result);
    return { json: manifest, text: describe(manifest, dirname(path)) };
  });
}

/** A card gets a title where none is given; one that is counts as an option of its own. */
function withTitle(given: ReadonlySet<string>, card: readonly string[]): ReadonlySet<string> {
  return card.some((text) => text.startsWith('title=')) ? new Set([...given, 'card.title']) : given;
}

/** The recipe that options say, with what is usual for those that were not given. */
function askedRecipe(options: ExportOptions, choice: FormatChoice): Recipe {
  const { format, container } = chosenFormat(choice, options.container);
  const card = readCard(options.card, basename(options.out));
  return {
    format,
    filter: options.where.map((text) => argument(parseClause(text))),
    validation: options.split,
    seed: options.seed,
    target: options.target,
    // What is not asked for is not in the recipe, so that manifests of before stay as they are.
    ...(options.trains === 'all' ? {} : { trains: options.trains }),
    groupBy: options.groupBy,
    ...leakParts(options),
    ...(options.consensus === 'any' ? {} : { consensus: options.consensus }),
    ...(options.badFrom === undefined ? {} : { badFrom: options.badFrom }),
    ...(container === 'jsonl' ? {} : { container }),
    ...shapingParts(options, format),
    ...privacyPart(options),
    ...tokensPart(options),
    ...(card === undefined ? {} : { card }),
  };
}

/** A file that Flywheel wrote has its manifest beside it; any other file is not replaced unasked. */
function isEarlierExport(path: string, recipe: Recipe): boolean {
  return existsSync(`${withoutExtension(path, exportExtension(recipe))}.manifest.json`);
}

function describe(manifest: Manifest, folder: string): string {
  const files = manifest.files.map(
    (file) => `${join(folder, file.name)}: ${plural(file.rows, 'row')} (${file.role})`,
  );
  const skipped = manifest.counts.skipped.map(
    (skip) => `${plural(skip.rows, 'interaction')} left out: ${skip.message}`,
  );
  const findings = manifest.findings.map(
    (finding) =>
      `${finding.level}: ${finding.message}${finding.rows === 0 ? '' : ` (${plural(finding.rows, 'row')})`}`,
  );
  const funnel = manifest.funnel === undefined ? [] : ['', funnelTable(manifest.funnel), ''];
  const reports = manifest.reports === undefined ? [] : reportLines(manifest.reports);
  // Whoever gets the rows without names should not get the names.
  const names =
    manifest.recipe.privacy?.names === undefined
      ? []
      : ['The manifest holds the list of names: keep it when you pass the rows on.'];
  return [...files, ...funnel, ...skipped, ...findings, ...reports, ...names].join('\n').trimEnd();
}
