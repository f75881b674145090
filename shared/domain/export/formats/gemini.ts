import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { rowError, type RowFinding } from '../row-finding.ts';
import { type BlockShape, promptOfTurns, readBlocks, textOfBlocks } from '../validators/validate-blocks.ts';
import { validateTurns } from '../validators/validate-turns.ts';
import type { FormatOf } from './format.ts';
import { obstacle } from './obstacle.ts';
import { systemAndTurns } from './system-and-turns.ts';

/** FORMATS A.5. */
export const gemini: FormatOf<'supervised'> = {
  name: 'Gemini',
  sentence:
    'Contents with the roles user and model, the system prompt apart; read by Google’s tuning of Gemini models.',
  kind: 'supervised',
  write: (example) => {
    const blocked = obstacle(example, { tools: false, masks: false });
    if (blocked !== null) return blocked;
    const split = systemAndTurns(example.prompt);
    if (!split.ok) return split;
    const { system, turns } = split.value;
    return {
      ok: true,
      value: {
        ...(system === null ? {} : { systemInstruction: { parts: [{ text: system }] } }),
        contents: [
          ...turns.map(({ side, text }) => content(side === 'assistant' ? 'model' : 'user', text)),
          content('model', example.answer.toWellFormed()),
        ],
      },
    };
  },
  keys: ['systemInstruction', 'contents', 'tools'],
  validate: (row) => {
    const { turns, findings } = readBlocks(row['contents'], shape);
    return [
      ...findings,
      ...validateSystem(row['systemInstruction']),
      ...(turns.length === 0 ? [] : validateTurns(turns, { alternate: 'warning' })),
    ];
  },
  promptOf: (row) =>
    promptOfTurns(systemOf(row['systemInstruction']), readBlocks(row['contents'], shape).turns),
};

const shape: BlockShape = {
  user: 'user',
  assistant: 'model',
  blocks: 'parts',
  others: ['fileData', 'functionCall', 'functionResponse'],
};

function content(role: string, text: string): JsonObject {
  return { role, parts: [{ text }] };
}

function systemOf(instruction: Json | undefined): string | null | undefined {
  return isJsonObject(instruction) ? textOfBlocks(instruction['parts'], []) : undefined;
}

function validateSystem(instruction: Json | undefined): readonly RowFinding[] {
  if (instruction === undefined || typeof systemOf(instruction) === 'string') return [];
  return [rowError('missing_content', 'systemInstruction has no parts with text.')];
}
