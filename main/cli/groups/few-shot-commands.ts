import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  type EvidenceKind,
  evidenceKinds,
  fewShotFormats,
  fewShotGroupings,
  fewShotMethods,
  fewShotOrders,
  usualFewShotOptions,
} from '../../../shared/domain/fewshot/few-shot-options.ts';
import type { FewShotCommandOptions } from '../commands/fewshot.ts';
import { command, run } from '../define-command.ts';
import { collect, wholeNumber, wholeShare } from '../option-values.ts';
import { whereHelp } from '../shared-options.ts';

/** The command that chooses few-shot examples. */
export function addFewShotCommands(program: Command): void {
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
        (await import('../commands/fewshot.ts')).fewshot(project, options, context),
      ),
    );
}

function evidence(text: string): readonly EvidenceKind[] {
  const kinds = text.split(',').filter((kind) => kind !== '');
  const known = evidenceKinds.filter((kind) => kinds.includes(kind));
  if (known.length === kinds.length) return known;
  throw new InvalidArgumentError(`It must be some of ${evidenceKinds.join(', ')}, with commas between.`);
}
