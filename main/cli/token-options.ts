import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { TokenOptions } from '../../shared/domain/export/recipe-parts.ts';
import type { Recipe } from '../../shared/domain/export/recipe.ts';
import { amount, wholeNumber } from './option-values.ts';

/** What tokens are counted by, and what they may be and cost. */
export interface TokenFlags {
  readonly tokens?: string;
  readonly mostTokens?: number;
  readonly price?: number;
  readonly epochs?: number;
}

const builtIn = ['o200k_base', 'cl100k_base'] as const;

export function addTokenOptions(command: Command): Command {
  return command
    .option(
      '--tokens <vocabulary>',
      `count tokens by ${builtIn.join(', ')} or the tokenizer.json of a model (default with the next options: ${builtIn[0]})`,
    )
    .option('--most-tokens <n>', 'leave out rows with more tokens', wholeNumber(1))
    .option('--price <amount>', 'for a million training tokens, to estimate the cost', amount)
    .option('--epochs <n>', 'how often the trainer goes through the rows (default: 1)', wholeNumber(1));
}

/** The part of a recipe that was asked for. */
export function tokensPart({ tokens, mostTokens, price, epochs }: TokenFlags): Pick<Recipe, 'tokens'> {
  const isAsked = [tokens, mostTokens, price, epochs].some((value) => value !== undefined);
  if (!isAsked) return {};
  return {
    tokens: {
      encoding: encodingOf(tokens ?? builtIn[0]),
      ...(mostTokens === undefined ? {} : { most: mostTokens }),
      ...(price === undefined ? {} : { pricePerMillion: price }),
      ...(epochs === undefined ? {} : { epochs }),
    },
  };
}

function encodingOf(text: string): TokenOptions['encoding'] {
  return builtIn.find((name) => name === text) ?? { file: resolve(text) };
}
