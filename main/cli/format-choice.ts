import type { Container } from '../../shared/domain/export/container.ts';
import { exportFormats, type ExportFormat } from '../../shared/domain/export/recipe.ts';
import { UsageError } from './failure.ts';

/** Containers that `--format` takes as well, for rows that are not made for one trainer. */
const plainContainers = ['huggingface', 'parquet', 'csv'] as const;

export const formatChoices = [...exportFormats, ...plainContainers] as const;

export type FormatChoice = (typeof formatChoices)[number];

export const formatChoiceHelp = `
The formats huggingface, parquet and csv are conversations as in trl-messages, in that container; for pairs or other rows
name their format and --container.`;

export interface ChosenFormat {
  readonly format: ExportFormat;
  readonly container: Container;
}

/** What `--format` and `--container` mean together. */
export function chosenFormat(choice: FormatChoice, container: Container = 'jsonl'): ChosenFormat {
  const plain = plainContainers.find((one) => one === choice);
  const format = exportFormats.find((one) => one === choice);
  if (format !== undefined) return { format, container };
  if (plain === undefined || (container !== 'jsonl' && container !== plain))
    throw new UsageError({ message: `--format ${choice} is a container already: leave --container out.` });
  return { format: 'trl-messages', container: plain };
}
