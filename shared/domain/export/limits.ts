import type { Json } from '../json.ts';
import { answersOf } from './clean-example.ts';
import type { Example } from './example.ts';
import type { ExportRow } from './export-row.ts';
import type { Limits } from './recipe-parts.ts';
import { skip } from './row-finding.ts';

type Skip = ReturnType<typeof skip>;

/** Lets rows through until a limit is reached, in a few dozen bytes a user. */
export interface LimitCheck {
  /** Why a row is left out; null where it stays, which counts it. */
  readonly add: (row: ExportRow, example: Example) => Skip | null;
}

/**
 * The first rows stay, so that more data only adds rows at the end. A row that one limit leaves out counts for no other.
 * Rows without a user, failure mode or prompt version have no limit of that kind; a row of several failure modes counts for
 * each, and needs room in all.
 */
export function createLimitCheck(limits: Limits): LimitCheck {
  const users = createCounter(limits.perUser);
  const versions = createCounter(limits.perPromptVersion);
  const modes = createCounter(limits.perMode);
  const all = createCounter(limits.total);
  return {
    add: (row, example) => {
      if (limits.mostCharacters !== undefined && charactersOf(example) > limits.mostCharacters)
        return tooLong;
      const user = row.user ?? null;
      const version = row.promptVersion ?? null;
      const names = (row.modes ?? []).map(({ name }) => name);
      if (user !== null && users.isFull(user)) return overUser;
      if (names.some(modes.isFull)) return overMode;
      if (version !== null && versions.isFull(version)) return overVersion;
      if (all.isFull('')) return overTotal;
      if (user !== null) users.count(user);
      for (const name of names) modes.count(name);
      if (version !== null) versions.count(version);
      all.count('');
      return null;
    },
  };
}

/** UTF-16 units of everything that a model reads or learns of an example. */
function charactersOf(example: Example): number {
  let sum = 0;
  for (const { content, tool_calls: calls } of example.prompt) sum += content.length + lengthOf(calls);
  for (const answer of answersOf(example)) sum += answer.length;
  return sum + ('tools' in example ? lengthOf(example.tools) : 0);
}

function lengthOf(value: Json | undefined): number {
  return value === undefined ? 0 : JSON.stringify(value).length;
}

function createCounter(most: number | undefined) {
  const counts = new Map<string, number>();
  return {
    isFull: (key: string): boolean => most !== undefined && (counts.get(key) ?? 0) >= most,
    count: (key: string): void => {
      if (most !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
    },
  };
}

const tooLong = skip('too_many_characters', 'The row has more characters than the recipe allows.');
const overUser = skip('over_user_limit', 'The user has as many rows as the recipe allows.');
const overMode = skip('over_mode_limit', 'A failure mode has as many rows as the recipe allows.');
const overVersion = skip(
  'over_prompt_version_limit',
  'The prompt version has as many rows as the recipe allows.',
);
const overTotal = skip('over_total_limit', 'The set has as many rows as the recipe allows.');
