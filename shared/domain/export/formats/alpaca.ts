import { isJsonList, type Json, type JsonObject } from '../../json.ts';
import { rowError, type RowFinding, skip } from '../row-finding.ts';
import { promptOfTurns } from '../validators/validate-blocks.ts';
import { type Turn, validateTurns } from '../validators/validate-turns.ts';
import type { FormatOf } from './format.ts';
import { obstacle } from './obstacle.ts';
import { systemAndTurns } from './system-and-turns.ts';

/** FORMATS A.10: the answers of `history` are learned, too. */
export const alpaca: FormatOf<'supervised'> = {
  name: 'Alpaca',
  sentence:
    'Instruction, input and output, with earlier turns as history; read by LLaMA-Factory, Axolotl, ms-swift and older trainers.',
  kind: 'supervised',
  write: (example) => {
    const blocked = obstacle(example, { tools: false, masks: false });
    if (blocked !== null) return blocked;
    const split = systemAndTurns(example.prompt);
    if (!split.ok) return split;
    const { system, turns } = split.value;
    const history = turns.slice(0, -1);
    const isPaired =
      history.length % 2 === 0 && turns.every(({ side }, at) => (side === 'user') === (at % 2 === 0));
    const instruction = turns.at(-1)?.text;
    if (!isPaired || instruction === undefined) return notPaired;
    return {
      ok: true,
      value: {
        instruction,
        input: '',
        output: example.answer.toWellFormed(),
        ...(system === null ? {} : { system }),
        ...(history.length === 0 ? {} : { history: pairsOf(history.map(({ text }) => text)) }),
      },
    };
  },
  keys: ['instruction', 'input', 'output', 'system', 'history'],
  validate: (row) => {
    const missing = ['instruction', 'output'].find((key) => row[key] === undefined);
    if (missing !== undefined) return [rowError('message_missing_key', `The line has no ${missing}.`)];
    const wrong = ['instruction', 'input', 'output', 'system'].find(
      (key) => row[key] !== undefined && typeof row[key] !== 'string',
    );
    if (wrong !== undefined) return [rowError('data_type', `${wrong} is not text.`)];
    return [...validateHistory(row['history']), ...validateTurns(turnsOf(row), { alternate: 'error' })];
  },
  promptOf: (row) => promptOfTurns(textOf(row['system'] ?? null), turnsOf(row)),
};

function pairsOf(texts: readonly string[]): Json {
  const pairs: string[][] = [];
  for (let at = 0; at < texts.length; at += 2) pairs.push(texts.slice(at, at + 2));
  return pairs;
}

function turnsOf(row: JsonObject): readonly Turn[] {
  const { instruction = '', input = '', output = null, history } = row;
  const earlier = isJsonList(history) ? history.filter(isJsonList).flat() : [];
  const asked = [textOf(instruction), textOf(input)].filter((text) => (text ?? '') !== '').join('\n');
  return [
    ...earlier.map(
      (text, at) => ({ side: at % 2 === 0 ? 'user' : 'assistant', text: textOf(text) }) as const,
    ),
    { side: 'user', text: asked },
    { side: 'assistant', text: textOf(output) },
  ];
}

function textOf(value: Json): string | null {
  return typeof value === 'string' ? value : null;
}

function validateHistory(history: Json | undefined): readonly RowFinding[] {
  if (history === undefined || (isJsonList(history) && history.every(isPair))) return [];
  return [rowError('data_type', 'history is not a list of pairs of a question and an answer.')];
}

function isPair(pair: Json): boolean {
  return isJsonList(pair) && pair.length === 2 && pair.every((text) => typeof text === 'string');
}

const notPaired = skip(
  'roles_not_alternating',
  'The messages are not questions and answers in turn that end with a question.',
);
