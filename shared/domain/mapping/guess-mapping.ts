import type { JsonObject } from '../json.ts';
import { holdsSpans } from './guess-spans.ts';
import { fixedTargets, type FixedTarget, type Mapping, type MappingEntry, type Target } from './mapping.ts';
import { profileColumns, type ColumnProfile } from './profile-columns.ts';
import { unitOfName } from './read-signals.ts';
import { outcomeNames, pairNames, signalNames, targetNames } from './target-names.ts';

/**
 * Proposes a mapping from the names and values of the first rows. Deterministic; no column serves two targets, and
 * what is doubtful stays unmapped (it becomes meta). The proposal may lack an output: then only a person can tell.
 */
export function guessMapping(rows: readonly JsonObject[]): Mapping {
  const columns = profileColumns(rows).filter((column) => column.filled > 0);
  const guess = createGuess(columns, rows.length);
  guessPair(guess);
  guessMessages(guess);
  assign(guess, 'output', isOutput);
  if (!guess.has('output')) guessChoices(guess);
  if (!guess.has('output') && !guess.has('messages')) guessOnlyLongText(guess);
  if (guess.has('output')) assign(guess, 'edit', isTextual);
  assign(guess, 'system', isTextual);
  assign(guess, 'input', (column) => isInput(column, guess));
  guessInstruction(guess);
  guessSpans(guess, rows);
  guessObservations(guess);
  return guess.entries();
}

/**
 * Proposes a mapping for rows that belong to interactions of other rows: edits, ratings, outcomes. The text of such a
 * row is what somebody left in place of the output, whatever its column is called.
 */
export function guessAttachments(rows: readonly JsonObject[]): Mapping {
  const columns = profileColumns(rows).filter((column) => column.filled > 0);
  const guess = createGuess(columns, rows.length);
  assign(guess, 'edit', isTextual);
  const text = guess.has('edit') ? undefined : findByName(guess, targetNames.output, isOutput);
  if (text !== undefined) guess.add('edit', text);
  guessObservations(guess);
  return guess.entries();
}

/** The name of such a column tells little; that its texts are parts of the output tells all. */
function guessSpans(guess: Guess, rows: readonly JsonObject[]): void {
  const output = guess.entries().find(({ target }) => target === 'output');
  if (output === undefined) return;
  const column = guess
    .free()
    .find(({ path, shares }) => shares.scalar < 1 && holdsSpans(rows, path, output.path));
  if (column !== undefined) guess.add('spans', column);
}

/** What is known about an interaction besides its texts. */
function guessObservations(guess: Guess): void {
  for (const target of scalarTargets) assign(guess, target, scalarChecks[target]);
  // Without an edit, a later time is the end of something else.
  if (guess.has('edit')) assign(guess, 'edited_at', isTime);
  guessSignals(guess);
}

interface Guess {
  /** Columns not taken yet, in file order. */
  readonly free: () => readonly ColumnProfile[];
  readonly rows: number;
  readonly has: (target: Target) => boolean;
  readonly add: (target: Target, column: ColumnProfile, path?: string) => void;
  readonly entries: () => Mapping;
}

function createGuess(columns: readonly ColumnProfile[], rows: number): Guess {
  const taken = new Set<ColumnProfile>();
  const entries = new Map<Target, MappingEntry>();
  return {
    rows,
    free: () => columns.filter((column) => !taken.has(column)),
    has: (target) => entries.has(target),
    add: (target, column, path = column.path) => {
      taken.add(column);
      entries.set(target, { target, path });
    },
    entries: () => [...entries.values()].toSorted((a, b) => order(a.target) - order(b.target)),
  };
}

function order(target: Target): number {
  const index = fixedTargets.findIndex((name) => name === target);
  return index < 0 ? fixedTargets.length : index;
}

/** The free column whose name is the earliest in the list; of equal names the least nested, then the first. */
function findByName(
  guess: Guess,
  names: readonly string[],
  fits: (column: ColumnProfile) => boolean,
): ColumnProfile | undefined {
  for (const name of names) {
    const found = guess
      .free()
      .filter((column) => (column.name === name || column.fullName === name) && fits(column))
      .toSorted((a, b) => a.depth - b.depth);
    if (found[0] !== undefined) return found[0];
  }
  return undefined;
}

function assign(
  guess: Guess,
  target: Exclude<FixedTarget, 'messages'>,
  fits: (column: ColumnProfile) => boolean,
): void {
  if (guess.has(target)) return;
  const column = findByName(guess, targetNames[target], fits);
  if (column !== undefined) guess.add(target, column);
}

function isTextual(column: ColumnProfile): boolean {
  return (column.shares.text >= 0.9 && column.shares.time < 0.9) || column.shares.texts >= 0.9;
}

/** "answer" is what the AI said in one file and "accept" or "reject" in the next. */
function isOutput(column: ColumnProfile): boolean {
  const isJudgement = column.shares.action >= 0.5 || column.shares.thumbs >= 0.5;
  return isTextual(column) && !isJudgement && column.averageLength >= minTextLength(column);
}

/** Names that mean other things as well have to hold real text to count. */
function minTextLength(column: ColumnProfile): number {
  return column.name === 'text' || column.name === 'content' || column.name === 'result' ? 20 : 0;
}

/** "source" is the source text of a translation in one file and the name of a model in the next. */
function isInput(column: ColumnProfile, guess: Guess): boolean {
  if (column.shares.messages >= 0.9) return !guess.has('messages');
  if (!isTextual(column)) return false;
  const isVague =
    column.name === 'source' || column.name === 'src' || column.name === 'context' || column.name === 'query';
  return !isVague || (column.averageLength >= 15 && column.distinct >= 0.5);
}

function isTurns(column: ColumnProfile): boolean {
  return column.shares.messages >= 0.9;
}

function lastTurnPath(column: ColumnProfile): string {
  const [first] = column.values;
  const isShareGpt = JSON.stringify(first ?? null).includes('"from":');
  return `${column.path}[-1].${isShareGpt ? 'value' : 'content'}`;
}

function guessPair(guess: Guess): void {
  for (const [outputName, editName] of pairNames) {
    const output = findByName(guess, [outputName], isTextOrTurns);
    const edit = findByName(guess, [editName], isTextOrTurns);
    if (output === undefined || edit === undefined) continue;
    guess.add('edit', edit, edit.shares.turns >= 0.9 ? lastTurnPath(edit) : edit.path);
    if (output.shares.turns < 0.9) guess.add('output', output);
    else {
      guess.add('output', output, lastTurnPath(output));
      // Preference data with whole conversations on both sides: the turns before the last are the input.
      const hasInput =
        findByName(guess, ['messages', ...targetNames.input], (column) => isInput(column, guess)) !==
        undefined;
      if (!hasInput) guess.add('messages', output);
    }
    return;
  }
}

function isTextOrTurns(column: ColumnProfile): boolean {
  return isTextual(column) || column.shares.turns >= 0.9;
}

const messageNames = [
  'messages',
  'conversations',
  'conversation',
  'contents',
  'turns',
  'history',
  'chat',
  'input',
  'prompt',
];

function guessMessages(guess: Guess): void {
  if (guess.has('messages')) return;
  const column = findByName(guess, messageNames, isTurns) ?? onlyOne(guess.free().filter(isTurns));
  if (column === undefined) return;
  guess.add('messages', column);
  const hasOutput = guess.has('output') || findByName(guess, targetNames.output, isOutput) !== undefined;
  // Where only some rows end on the assistant, leaving output unmapped takes each row's last assistant turn.
  if (!hasOutput && column.shares.assistantLast >= 0.9) guess.add('output', column, lastTurnPath(column));
}

function guessChoices(guess: Guess): void {
  const column = onlyOne(guess.free().filter((candidate) => candidate.shares.choices >= 0.9));
  if (column !== undefined) guess.add('output', column, `${column.path}[0].message.content`);
}

const longText = 80;

/** No name helps: if exactly one column holds long texts, it is what there is to review. */
function guessOnlyLongText(guess: Guess): void {
  const named = new Set([
    ...targetNames.input,
    ...targetNames.edit,
    ...targetNames.system,
    ...targetNames.comment,
  ]);
  const isCandidate = (column: ColumnProfile): boolean =>
    isTextual(column) && column.averageLength >= longText && column.depth === 0 && !named.has(column.name);
  const column = onlyOne(guess.free().filter(isCandidate));
  if (column !== undefined && column.filled >= guess.rows * 0.5) guess.add('output', column);
}

function onlyOne<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}

/** Alpaca files have the standing order in `instruction` and the case at hand in `input`, which may be empty. */
function guessInstruction(guess: Guess): void {
  const instruction = findByName(guess, ['instruction'], isTextual);
  const input = guess.entries().find((entry) => entry.target === 'input');
  if (instruction === undefined || input?.path !== 'input' || guess.has('system') || guess.has('messages'))
    return;
  guess.add('system', instruction);
}

type ScalarTarget = Exclude<FixedTarget, 'messages' | 'output' | 'edit' | 'input' | 'system' | 'edited_at'>;

const scalarTargets: readonly ScalarTarget[] = [
  'external_id',
  'session',
  'user',
  'annotator',
  'model',
  'prompt_version',
  'created_at',
  'action',
  'rating',
  'comment',
];

const scalarChecks: Readonly<Record<ScalarTarget, (column: ColumnProfile) => boolean>> = {
  external_id: (column) => isShort(column) && column.distinct === 1 && column.depth === 0,
  session: isShort,
  user: isShort,
  annotator: isShort,
  model: (column) => isShort(column) && column.shares.number < 0.5,
  prompt_version: isShort,
  created_at: isTime,
  action: (column) => column.shares.action >= 0.2 && column.averageLength <= 30,
  rating: (column) => column.shares.number >= 0.95 || column.shares.thumbs >= 0.95,
  comment: (column) => column.shares.text >= 0.9 && column.shares.number < 0.5 && column.shares.time < 0.5,
};

function isTime(column: ColumnProfile): boolean {
  return column.shares.time >= 0.95;
}

function isShort(column: ColumnProfile): boolean {
  return column.shares.scalar === 1 && column.averageLength <= 80;
}

function guessSignals(guess: Guess): void {
  for (const column of guess.free()) {
    const isOutcome =
      /^outcomes?_/.test(column.fullName) || (outcomeNames.has(column.name) && column.shares.boolean >= 0.95);
    const isSetting = column.name.startsWith('max_');
    const isSignal = !isSetting && (unitOfName(column.name) !== null || signalNames.has(column.name));
    const isNumber = column.shares.number >= 0.95 && column.shares.time < 0.5;
    const target: Target | undefined =
      isOutcome && column.shares.scalar === 1
        ? `outcome.${column.name.replace(/^outcomes?_(?=.)/, '')}`
        : isSignal && isNumber
          ? `signal.${column.name}`
          : undefined;
    if (target !== undefined && !guess.has(target)) guess.add(target, column);
  }
}
