import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { rowError, type RowFinding } from '../row-finding.ts';
import { listOf } from '../validators/message-parts.ts';
import { type BlockShape, promptOfTurns, readBlocks, textOfBlocks } from '../validators/validate-blocks.ts';
import { validateKeys } from '../validators/validate-keys.ts';
import { validateTurnsPair } from '../validators/validate-turns-pair.ts';
import type { FormatOf } from './format.ts';
import { obstacle } from './obstacle.ts';
import { systemAndTurns } from './system-and-turns.ts';

/** FORMATS A.5: text only; the guide writes `system_instruction` here and `systemInstruction` for supervised tuning. */
export const geminiPreference: FormatOf<'preference'> = {
  name: 'Preference (Gemini)',
  sentence:
    'Contents that end with the user, and two completions with the scores 1 (the edit) and 0 (the output); read by Google’s preference tuning of Gemini models.',
  kind: 'preference',
  write: ({ prompt, chosen, rejected }) => {
    const blocked = obstacle({ prompt, trains: 'all' }, { tools: false, masks: true });
    if (blocked !== null) return blocked;
    const split = systemAndTurns(prompt);
    if (!split.ok) return split;
    const { system, turns } = split.value;
    return {
      ok: true,
      value: {
        ...(system === null ? {} : { system_instruction: { parts: [{ text: system }] } }),
        contents: turns.map(({ side, text }) => content(side === 'assistant' ? 'model' : 'user', text)),
        completions: [
          { score: 1, completion: content('model', chosen.toWellFormed()) },
          { score: 0, completion: content('model', rejected.toWellFormed()) },
        ],
      },
    };
  },
  keys: ['system_instruction', 'contents', 'completions'],
  validate: (row) => {
    const { turns, findings } = readBlocks(row['contents'], shape);
    return [
      ...findings,
      ...validateSystem(row['system_instruction']),
      ...validateCompletions(row['completions']),
      ...(turns.length === 0
        ? []
        : validateTurnsPair(turns, textOfScore(row, 1), textOfScore(row, 0), { alternate: 'warning' })),
    ];
  },
  promptOf: (row) =>
    promptOfTurns(systemOf(row['system_instruction']), [
      ...readBlocks(row['contents'], shape).turns,
      { side: 'assistant', text: null },
    ]),
};

const shape: BlockShape = { user: 'user', assistant: 'model', blocks: 'parts', others: [] };

function content(role: string, text: string): JsonObject {
  return { role, parts: [{ text }] };
}

function systemOf(instruction: Json | undefined): string | null | undefined {
  return isJsonObject(instruction) ? textOfBlocks(instruction['parts'], []) : undefined;
}

function validateSystem(instruction: Json | undefined): readonly RowFinding[] {
  if (instruction === undefined || typeof systemOf(instruction) === 'string') return [];
  return [rowError('missing_content', 'system_instruction has no parts with text.')];
}

function validateCompletions(completions: Json | undefined): readonly RowFinding[] {
  const list = listOf(completions);
  const scores = new Set(list.map((one) => (isJsonObject(one) ? one['score'] : undefined)));
  if (list.length !== 2 || !scores.has(1) || !scores.has(0)) {
    return [rowError('two_completions', 'completions are not two, one with the score 1 and one with 0.')];
  }
  return list.filter(isJsonObject).flatMap(validateCompletion);
}

function validateCompletion(one: JsonObject): readonly RowFinding[] {
  const messages = one['completion'] === undefined ? [] : [one['completion']];
  return [...validateKeys(one, ['score', 'completion']), ...readBlocks(messages, shape).findings];
}

function textOfScore(row: JsonObject, score: number): string | undefined {
  const found = listOf(row['completions']).find((one) => isJsonObject(one) && one['score'] === score);
  const completion = isJsonObject(found) ? found['completion'] : undefined;
  return isJsonObject(completion) ? (textOfBlocks(completion['parts'], []) ?? undefined) : undefined;
}
