import type { JsonObject } from '../../json.ts';
import { rowError } from '../row-finding.ts';
import { type BlockShape, promptOfTurns, readBlocks, textOfBlocks } from '../validators/validate-blocks.ts';
import { validateTurns } from '../validators/validate-turns.ts';
import type { FormatOf } from './format.ts';
import { obstacle } from './obstacle.ts';
import { systemAndTurns } from './system-and-turns.ts';

/** FORMATS A.6: no tools, because the two guides of AWS say opposite things about them. */
export const nova: FormatOf<'supervised'> = {
  name: 'Nova (Bedrock)',
  sentence:
    'Conversations in the shape of Bedrock’s Converse, the two sides in turn; read by AWS for Amazon Nova models.',
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
        schemaVersion,
        ...(system === null ? {} : { system: [{ text: system }] }),
        messages: [
          ...turns.map(({ side, text }) => message(side, text)),
          message('assistant', example.answer.toWellFormed()),
        ],
      },
    };
  },
  keys: ['schemaVersion', 'system', 'messages'],
  validate: (row) => {
    const { turns, findings } = readBlocks(row['messages'], shape);
    const { system } = row;
    return [
      ...(row['schemaVersion'] === schemaVersion ? [] : [wrongVersion]),
      ...(system === undefined || typeof textOfBlocks(system, []) === 'string' ? [] : [wrongSystem]),
      ...findings,
      ...(turns.length === 0 ? [] : validateTurns(turns, { alternate: 'error' })),
    ];
  },
  promptOf: (row) => promptOfTurns(textOfBlocks(row['system'], []), readBlocks(row['messages'], shape).turns),
  fewest: { rows: 100, message: 'Fewer than 100 training rows: AWS recommends more for each task.' },
};

const schemaVersion = 'bedrock-conversation-2024';

const shape: BlockShape = {
  user: 'user',
  assistant: 'assistant',
  blocks: 'content',
  others: ['image', 'video', 'document', 'reasoningContent'],
};

function message(role: string, text: string): JsonObject {
  return { role, content: [{ text }] };
}

const wrongVersion = rowError('schema_version', `schemaVersion is not "${schemaVersion}".`);

const wrongSystem = rowError('missing_content', 'system is not a list of blocks with text.');
